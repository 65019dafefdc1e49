"""The manifest of the weights: `python -m claims.language.training.manifest FOLDER --version newsdesk-2`.

The list of files at the end of the folder's MODEL_CARD.md, where there is one, is written anew too.
"""

import argparse
import hashlib
import json
from pathlib import Path
from typing import TypedDict

KEPT = (".onnx", ".npy", ".json")
FILES = "## Files\n"


class Entry(TypedDict):
    """What the manifest says of one file."""

    bytes: int
    sha256: str


def write_manifest(folder: Path, version: str | None = None) -> str:
    """Name every file of weights in the folder with its size and sha256; says what was written.

    The old version stays where none is given; a folder without one begins as "trial".
    """
    path = folder / "manifest.json"
    if version is None:
        version = json.loads(path.read_text(encoding="utf8"))["version"] if path.exists() else "trial"
    files: dict[str, Entry] = {
        p.name: {"bytes": p.stat().st_size, "sha256": hashlib.sha256(p.read_bytes()).hexdigest()}
        for p in sorted(folder.iterdir())
        if p.suffix in KEPT and p != path
    }
    path.write_text(json.dumps({"version": version, "files": files}, indent=1) + "\n", encoding="utf8")
    card = folder / "MODEL_CARD.md"
    if card.exists():
        rows = "".join(f"| `{name}` | {f['bytes']:,} | `{f['sha256']}` |\n" for name, f in files.items())
        table = f"\nVersion `{version}`.\n\n| file | bytes | sha256 |\n|---|---|---|\n{rows}"
        card.write_text(card.read_text(encoding="utf8").partition(FILES)[0] + FILES + table, encoding="utf8")
    total = sum(f["bytes"] for f in files.values())
    return f"{path}: version {version}, {len(files)} files, {total / 1e6:.1f} MB"


if __name__ == "__main__":
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("folder", type=Path)
    ask.add_argument("--version")
    args = ask.parse_args()
    print(write_manifest(args.folder, args.version))
