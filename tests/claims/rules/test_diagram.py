"""docs/status-moves.md is made from the table of moves and says the same."""

from pathlib import Path

from claims.rules.diagram import status_moves_page
from claims.rules.moves import MOVES

PAGE = Path(__file__).parents[3] / "docs" / "status-moves.md"


def test_the_page_in_docs_is_up_to_date():
    assert PAGE.read_text(encoding="utf-8") == status_moves_page(), (
        "run: python -m claims.rules.diagram > docs/status-moves.md"
    )


def test_the_page_names_every_move():
    page = status_moves_page()
    assert all(f"| {name} |" in page for name in MOVES)
