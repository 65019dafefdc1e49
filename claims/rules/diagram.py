"""The diagram and table of docs/status-moves.md, made from the table of moves: `python -m claims.rules.diagram > docs/status-moves.md`."""

from claims.rules.moves import MOVES, Move
from claims.rules.statuses import Status

_HEAD = """\
# Status moves

Made from `claims/rules/moves.py` by `python -m claims.rules.diagram > docs/status-moves.md`; a test fails when it is out
of date. Each role may do what the one before it may: checker, editor, standards editor.
"""


def status_moves_page() -> str:
    """The whole page as Markdown, ending in a line feed."""
    return "\n".join([_HEAD, _diagram(), "", _statuses(), "", _table(), ""])


def _identifier(status: Status) -> str:
    return status.value.replace(" ", "_")


def _diagram() -> str:
    """The Mermaid diagram; retract, which starts everywhere, is drawn from a note to keep the picture readable."""
    lines = ["```mermaid", "stateDiagram-v2", f"    [*] --> {_identifier(Status.NEW)}"]
    lines += [f"    {_identifier(status)}: {status}" for status in Status]
    edges: dict[tuple[Status, Status], list[str]] = {}
    for move in MOVES.values():
        for status in _drawn(move):
            for target in move.targets:
                edges.setdefault((status, target), []).append(move.name)
    lines += [f"    {_identifier(a)} --> {_identifier(b)}: {', '.join(names)}" for (a, b), names in edges.items()]
    lines += [
        f"    note right of {_identifier(Status.RETRACTED)}",
        "        retract starts from any status",
        "        with a published version",
        "    end note",
        "```",
    ]
    return "\n".join(lines)


def _drawn(move: Move) -> tuple[Status, ...]:
    return (Status.PUBLISHED,) if move.name == "retract" else move.from_statuses


def _statuses() -> str:
    rows = [f"| {status} | {status.meaning} |" for status in Status]
    return "\n".join(["| status | meaning |", "|---|---|", *rows])


def _table() -> str:
    rows = ["| move | from → to | who | conditions | note | what for |", "|---|---|---|---|---|---|"]
    for move in MOVES.values():
        start = f"any but {Status.RETRACTED}" if move.name == "retract" else ", ".join(move.from_statuses)
        end = " or ".join(move.targets) if move.to is None else move.to
        conditions = "; ".join(move.conditions)
        rows.append(
            f"| {move.name} | {start} → {end} | {move.role} | {conditions} | {move.needs_note} | {move.explanation} |"
        )
    return "\n".join(rows)


if __name__ == "__main__":
    print(status_moves_page(), end="")
