"""`manage.py extract [--jsonl] FILE...`: what the language engine finds in files, without a database (docs/contracts.md)."""

import json
from argparse import ArgumentParser
from collections.abc import Sequence
from typing import Any

from django.core.management.base import BaseCommand

from claims.management.files import read_text, unreadable
from newsdesk.errors import DeskError

WORDS_SHOWN = 100


class Command(BaseCommand):
    help = "Print the quotes, claims and wording of articles: a table for people, or one JSON object a file (--jsonl)."
    requires_system_checks = []
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE", help=".txt, .html, .docx or .pdf")
        parser.add_argument("--jsonl", action="store_true", help="one JSON object a line and file")

    def handle(self, *args: Any, **options: Any) -> None:
        failed = False
        for name in options["files"]:
            try:
                found = extract_file(name)
            except DeskError as error:
                failed = True
                found = unreadable(name, error.sentence)
            self.stdout.write(json.dumps(found) if options["jsonl"] else table(found))
            self.stdout.flush()
        if failed:
            raise SystemExit(1)


def extract_file(name: str) -> dict[str, Any]:
    """One file as the object of docs/contracts.md. Raises DeskError with a sentence where it cannot be read."""
    from articles.segmentation import segment
    from claims.language import extract

    text = read_text(name)
    paragraphs = segment(text)
    return as_json(name, text, paragraphs, extract(text, paragraphs))


def as_json(name: str, text: str, paragraphs: Sequence[Any], extraction: Any) -> dict[str, Any]:
    """An Extraction as the object of docs/contracts.md."""
    return {
        "file": name,
        "text": text,
        "extractor": extraction.extractor,
        "paragraphs": [
            {"number": p.number, "start": p.start, "end": p.end, "kind": str(p.kind), "duplicate_of": p.duplicate_of}
            for p in paragraphs
        ],
        "quotes": [_quote(q) for q in extraction.quotes],
        "claims": [
            {
                "start": c.start,
                "end": c.end,
                "text": c.text,
                "claimant": c.claimant,
                "voice": str(c.voice),
                "stance": str(c.stance),
                "priority": c.priority,
            }
            for c in extraction.claims
        ],
        "wording": [
            {"start": w.start, "end": w.end, "text": w.text, "reason": w.reason, "neutral": w.neutral, "score": w.score}
            for w in extraction.wording
        ],
    }


def _quote(q: Any) -> dict[str, Any]:
    speaker, cue = q.speaker, q.cue
    return {
        "start": q.start,
        "end": q.end,
        "text": q.text,
        "kind": str(q.kind),
        "quoted": [{"start": s.start, "end": s.end} for s in q.quoted],
        "speaker": speaker and {"start": speaker.start, "end": speaker.end, "text": speaker.text, "name": speaker.name},
        "cue": cue and {"start": cue.start, "end": cue.end, "text": cue.text},
        "via": list(q.via),
        "utterance": q.utterance,
        "repaired": q.repaired,
        "confidence": q.confidence,
    }


def table(found: dict[str, Any]) -> str:
    """The same for people: quotes in reading order, then claims by priority, then wording."""
    lines = [found["file"], "=" * len(found["file"])]
    if "error" in found:
        return "\n".join([*lines, found["error"], ""])
    number = _numbering(found["paragraphs"])
    lines += ["", f"Quotes ({len(found['quotes'])})"]
    for q in found["quotes"]:
        speaker = q["speaker"] or {}
        who = speaker.get("name") or speaker.get("text") or "—"
        who += "".join(f" (via {name})" for name in q["via"])
        cue = q["cue"]["text"] if q["cue"] else "—"
        mended = "  [marks mended]" if q["repaired"] else ""
        lines.append(
            f"¶{number(q['start']):<4} {q['kind']:<9}{_short(who, 44):<45}{_short(cue, 16):<17}{_short(q['text'], WORDS_SHOWN)}{mended}"
        )
    lines += ["", f"Claims ({len(found['claims'])})"]
    for c in sorted(found["claims"], key=lambda c: (-c["priority"], c["start"])):
        who = c["claimant"] or ("the outlet itself" if c["voice"] == "outlet" else "—")
        lines.append(
            f"¶{number(c['start']):<4} {c['priority']:.2f}  {c['stance']:<8}{_short(who, 28):<29}{_short(c['text'], WORDS_SHOWN)}"
        )
    lines += ["", f"Wording ({len(found['wording'])})"]
    for w in found["wording"]:
        neutral = f" (neutral: {w['neutral']})" if w["neutral"] else ""
        lines.append(f"¶{number(w['start']):<4} {w['reason']:<15} {_short(w['text'], 40)}{neutral}")
    return "\n".join([*lines, ""])


def _numbering(paragraphs: Sequence[dict[str, Any]]) -> Any:
    from bisect import bisect_right

    starts = [p["start"] for p in paragraphs]
    return lambda offset: paragraphs[max(0, bisect_right(starts, offset) - 1)]["number"]


def _short(words: str, width: int) -> str:
    words = " ".join(words.split())
    return words if len(words) <= width else words[: width - 1] + "…"
