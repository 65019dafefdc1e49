"""What the pages look like is bound by rules that a machine can hold: the strict CSP, and contrast in both schemes."""

import re
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[2]
TEMPLATES = sorted((REPOSITORY / "templates").rglob("*.html"))
STYLE = (REPOSITORY / "static" / "newsdesk.css").read_text()
STYLES = sorted((REPOSITORY / "static").glob("*.css"))

FORBIDDEN = {
    "a style attribute": r"\sstyle\s*=",
    "an inline style sheet": r"<style\b",
    "an inline script": r"<script\b(?![^>]*\bsrc=)(?![^>]*application/ld\+json)",
    "an event attribute": r"<[^>]*\son[a-z]+\s*=",
    "hx-on": r"\bhx-on\b",
    "a filter in hx-trigger, which needs eval": r'hx-trigger="[^"]*\[',
    "a js: value, which needs eval": r"""["'](?:js|javascript):""",
    "something from another host": r"""(?:src|href)="https?://""",
}


@pytest.mark.parametrize("rule", FORBIDDEN)
def test_no_template_holds_what_the_strict_policy_would_stop(rule: str) -> None:
    found = [str(path.relative_to(REPOSITORY)) for path in TEMPLATES if re.search(FORBIDDEN[rule], path.read_text())]

    assert not found, f"{rule} in {found}"


@pytest.mark.parametrize("sheet", STYLES, ids=lambda sheet: sheet.name)
def test_no_style_sheet_loads_anything(sheet: Path) -> None:
    assert not re.findall(r"url\(|@import", sheet.read_text())


@pytest.mark.parametrize(
    "sheet", [sheet for sheet in STYLES if sheet.name != "newsdesk.css"], ids=lambda sheet: sheet.name
)
def test_a_page_s_own_sheet_takes_its_colours_from_the_tokens(sheet: Path) -> None:
    screen = sheet.read_text().partition("@layer print")[0]
    assert not re.findall(r"#[0-9a-fA-F]{3,8}\b(?=[;\s,)])", screen)


def _colours() -> dict[str, tuple[str, str]]:
    """Each colour of the tokens as (light, dark)."""
    return {
        name: (light, dark) for name, light, dark in re.findall(r"--([\w-]+): light-dark\((#\w{6}), (#\w{6})\);", STYLE)
    }


def _luminance(colour: str) -> float:
    """Relative luminance from 0 to 1, as WCAG 2.2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


TEXT_ON_GROUND = [
    *[(text, ground) for text in ("ink", "ink-2", "ink-3", "link") for ground in ("paper", "sheet", "sunk")],
    *[
        (f"{rating}", ground)
        for rating in ("corroborated", "disputed", "source-biased", "unsettled", "danger")
        for ground in ("paper", "sheet", "sunk", f"{rating}-tint")
    ],
    *[("ink", ground) for ground in ("marker", "marker-2", "corroborated-tint", "danger-tint")],
    ("ink-2", "marker"),
    ("link", "marker"),
    ("ink-2", "marker-2"),
]


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXT_ON_GROUND)
def test_text_stands_out_from_its_ground(text: str, ground: str, scheme: int) -> None:
    colours = _colours()

    assert _contrast(colours[text][scheme], colours[ground][scheme]) >= 4.5


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("edge", ["rule-2", "focus"])
def test_edges_of_fields_and_the_focus_ring_are_seen(edge: str, scheme: int) -> None:
    colours = _colours()

    assert _contrast(colours[edge][scheme], colours["paper"][scheme]) >= 3
    assert _contrast(colours[edge][scheme], colours["sheet"][scheme]) >= 3
