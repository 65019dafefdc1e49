"""newsdesk.js in a real browser under the strict CSP, on small pages of its own: no server, no network."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

SCRIPT = Path(__file__).parents[2] / "static" / "newsdesk.js"
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; form-action 'self'"
TOOLBAR = """<form class="selbar" data-selection-form hidden method="post" action="/cite/">
<input name="paragraph" data-fill="paragraph"><input name="words" data-fill="words">
<input name="occurrence" data-fill="occurrence"></form>"""
SELECT = """([from, to, id]) => {
  const element = document.getElementById(id), walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let at = 0, node; (node = walker.nextNode()); at += node.length) {
    if (from >= at && from < at + node.length) range.setStart(node, from - at);
    if (to > at && to <= at + node.length) range.setEnd(node, to - at);
  }
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}"""


@pytest.fixture
def show(page: Page) -> Callable[[str], Page]:
    """Show a body on a page with newsdesk.js in its head, as base.html has it. Posts are answered with 204."""

    def answer(route: Route) -> None:
        if route.request.method == "POST":
            route.fulfill(status=204)
        elif route.request.url.endswith("newsdesk.js"):
            route.fulfill(content_type="text/javascript", body=SCRIPT.read_text())
        else:
            route.fulfill(content_type="text/html", headers={"Content-Security-Policy": POLICY}, body=page_body[0])

    page_body = [""]
    page.set_default_timeout(5000)
    page.route("**/*", answer)

    def open_page(body: str) -> Page:
        page_body[0] = (
            '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title>'
            f'<script src="/newsdesk.js"></script></head><body>{body}'
            '<div id="messages"></div><dialog id="keys"><table><tbody data-keys-rows></tbody></table>'
            '<input type="checkbox" data-keys-switch></dialog></body></html>'
        )
        page.goto("http://desk.test/")
        return page

    return open_page


PLAIN = '<p id="p" data-paragraph="8">the ferry, the pier and the tide</p>'
CASES = [
    ("the first of several", PLAIN, 0, 3, "the", "1"),
    ("the last of several", PLAIN, 24, 27, "the", "3"),
    ("space around is left out", PLAIN, 10, 19, "the pier", "1"),
    (
        "across highlighted pieces",
        '<p id="p" data-paragraph="8">no, <span>“no <a href="#q">damage</a></span>” at all</p>',
        4,
        15,
        "“no damage”",
        "1",
    ),
    ("emoji count as they stand", '<p id="p" data-paragraph="8">🚢 go 🚢 go</p>', 9, 11, "go", "2"),
    ("finds that overlap", '<p id="p" data-paragraph="8">ha ha ha</p>', 3, 8, "ha ha", "2"),
    (
        "what is not copy",
        '<p id="p" data-paragraph="8"><b data-not-copy>3 the </b>one the two</p>',
        6,
        13,
        "one the",
        "1",
    ),
]


@pytest.mark.parametrize(
    ("body", "start", "end", "words", "occurrence"), [case[1:] for case in CASES], ids=[c[0] for c in CASES]
)
def test_selected_words_fill_the_form(
    show: Callable[[str], Page], body: str, start: int, end: int, words: str, occurrence: str
) -> None:
    page = show(body + TOOLBAR)

    page.evaluate(SELECT, [start, end, "p"])

    expect(page.locator(".selbar")).to_be_visible()
    expect(page.locator("[name=words]")).to_have_value(words)
    expect(page.locator("[name=occurrence]")).to_have_value(occurrence)
    expect(page.locator("[name=paragraph]")).to_have_value("8")


def test_a_selection_over_two_paragraphs_is_cut_to_the_first(show: Callable[[str], Page]) -> None:
    body = '<div id="both"><p data-paragraph="8">one two</p><i>2</i><p data-paragraph="9">three</p></div>'
    page = show(body + TOOLBAR)

    page.evaluate(SELECT, [4, 11, "both"])

    expect(page.locator("[name=words]")).to_have_value("two")
    expect(page.locator("[name=paragraph]")).to_have_value("8")


KEYED = """<button type="button" data-key="2" id="two">Disputed <kbd>2</kbd></button>
<button type="button" data-key="1" disabled aria-describedby="why">Corroborated</button><p id="why">Two origins are missing.</p>
<label>Rationale <textarea data-key="w"></textarea></label>"""


def _count_presses(page: Page) -> None:
    page.evaluate(
        "window.pressed = 0; document.getElementById('two').addEventListener('click', () => window.pressed++)"
    )


def test_a_key_presses_its_button(show: Callable[[str], Page]) -> None:
    page = show(KEYED)
    _count_presses(page)

    page.keyboard.press("2")

    assert page.evaluate("window.pressed") == 1


@pytest.mark.parametrize("chord", ["Control+2", "Alt+2", "Meta+2"])
def test_no_key_fires_with_a_modifier(show: Callable[[str], Page], chord: str) -> None:
    page = show(KEYED)
    _count_presses(page)

    page.keyboard.press(chord)

    assert page.evaluate("window.pressed") == 0


def test_no_key_fires_while_typing(show: Callable[[str], Page]) -> None:
    page = show(KEYED)
    _count_presses(page)

    page.keyboard.press("w")
    page.keyboard.type("2 or 2?")

    assert page.locator("textarea").input_value() == "2 or 2?"
    assert page.evaluate("window.pressed") == 0
    expect(page.locator("dialog")).to_be_hidden()


def test_a_key_of_a_disabled_button_says_what_is_missing(show: Callable[[str], Page]) -> None:
    page = show(KEYED)

    page.keyboard.press("1")

    expect(page.locator("#messages")).to_contain_text("Two origins are missing.")


def test_the_question_mark_lists_the_keys_and_the_switch_there_turns_them_off_for_good(
    show: Callable[[str], Page],
) -> None:
    page = show(KEYED)
    page.keyboard.press("?")
    expect(page.locator("dialog tbody")).to_contain_text("Disputed")
    page.locator("[data-keys-switch]").uncheck()

    page = show(KEYED)
    _count_presses(page)
    page.keyboard.press("2")

    assert page.evaluate("window.pressed") == 0


def test_a_key_used_twice_is_warned_of(show: Callable[[str], Page], page: Page) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))

    show('<button data-key="x">A</button><a href="#b" data-key="x">B</a>')

    assert any('the key "x" is on two things' in line for line in said)


def test_a_form_pressed_twice_is_sent_once_with_its_button_and_a_key(show: Callable[[str], Page]) -> None:
    page = show('<form method="post" action="/act/"><button name="rating" value="disputed">Disputed</button></form>')
    posts: list[str] = []
    page.on("request", lambda request: posts.append(request.post_data or "") if request.method == "POST" else None)

    with page.expect_request("**/act/"):
        page.locator("button").click()
    page.locator("button").dispatch_event("click")

    assert len(posts) == 1
    assert "rating=disputed" in posts[0]
    assert "idempotency_key=" in posts[0]


def test_the_chosen_scheme_is_there_again_before_the_page_is_drawn(show: Callable[[str], Page]) -> None:
    body = '<button type="button" data-set-theme="dark">Dark</button>'
    show(body).locator("button").click()

    page = show(body)

    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    expect(page.locator("button")).to_have_attribute("aria-pressed", "true")


def test_a_link_to_a_paragraph_of_another_part_opens_that_part(show: Callable[[str], Page]) -> None:
    page = show('<div data-in-parts><p id="p1">One.</p></div><a href="#p1">here</a><a href="#p640">elsewhere</a>')
    page.get_by_text("here", exact=True).click()
    expect(page).to_have_url("http://desk.test/#p1")
    page.get_by_text("elsewhere").click()
    expect(page).to_have_url("http://desk.test/?at=640#p640")
