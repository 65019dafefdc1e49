import os
import tempfile
from pathlib import Path

from django.conf import settings


def keep_original(data: bytes, *, sha256: str) -> str:
    """Keep the bytes as they came, named by their hash; returns the name under MEDIA_ROOT.

    The file is whole and on the disk before its name exists, so that a row never names half a file, and two workers
    that keep the same bytes at once end with one file.
    """
    name = f"originals/{sha256[:2]}/{sha256}"
    path = Path(settings.MEDIA_ROOT) / name
    if path.exists() and path.stat().st_size == len(data):
        return name
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".", delete=False) as file:
        try:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
            os.replace(file.name, path)
        except BaseException:
            Path(file.name).unlink(missing_ok=True)
            raise
    return name
