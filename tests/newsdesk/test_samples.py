"""The sample stories hold what their README says, paragraph by paragraph."""

import json
import re
from collections import Counter
from datetime import datetime
from functools import cache
from pathlib import Path

import docx
import pytest
from lxml import html

from articles.reading.pdf import read_pdf

FOLDER = Path(__file__).parents[2] / "newsdesk" / "samples"
STORIES = json.loads((FOLDER / "manifest.json").read_text(encoding="utf-8"))["stories"]
ARTICLES = [article for story in STORIES for article in story["articles"]]
FILES = [article["file"] for article in ARTICLES]
CELLS = [
    [cell.strip() for cell in line.strip("|").split(" | ")]
    for line in (FOLDER / "README.md").read_text(encoding="utf-8").splitlines()
    if line.startswith("| ") and not line.startswith("| what ")
]


@cache
def paragraphs(file: str) -> list[str]:
    """The paragraphs of a sample as its README counts them, a PDF as the desk reads it."""
    path = FOLDER / file
    if path.suffix == ".txt":
        return [line for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
    if path.suffix == ".docx":
        return [paragraph.text for paragraph in docx.Document(str(path)).paragraphs]
    if path.suffix == ".pdf":
        return read_pdf(path.read_bytes()).text.split("\n\n")
    page = html.document_fromstring(path.read_bytes())
    blocks = page.xpath("//article//*[self::h1 or self::h2 or self::p or self::figcaption]")
    blocks += page.xpath("//section[@id='comments']/p")
    return [block.text_content() for block in blocks]


def body_words(file: str) -> int:
    return sum(len(paragraph.split()) for paragraph in paragraphs(file))


@pytest.mark.parametrize(("what", "file", "number", "words"), CELLS, ids=[" ".join(cell[:2]) for cell in CELLS])
def test_the_words_stand_where_the_readme_says(what: str, file: str, number: str, words: str):
    assert words in paragraphs(file)[int(number) - 1]


def test_two_stories_of_five_outlets_in_four_kinds_of_file():
    assert [len({article["outlet"] for article in story["articles"]}) for story in STORIES] == [5, 5]
    assert Counter(Path(file).suffix for file in FILES) == {".txt": 6, ".html": 2, ".docx": 1, ".pdf": 1}
    present = {str(path.relative_to(FOLDER)) for path in FOLDER.glob("*/*")}
    assert present == set(FILES)


@pytest.mark.parametrize("file", FILES)
def test_an_article_has_the_length_of_real_copy(file: str):
    assert 350 <= body_words(file) <= 700


@pytest.mark.parametrize("article", ARTICLES, ids=FILES)
def test_the_manifest_says_what_the_file_says(article: dict[str, str]):
    text = "\n".join(paragraphs(article["file"]))
    assert article["headline"] in text
    assert article["byline"] in text
    assert not article["published"] or datetime.fromisoformat(article["published"]).year == 2026


def test_dates_bylines_and_addresses_are_blank_somewhere():
    for key in ("published", "byline", "url"):
        assert 0 < sum(not article[key] for article in ARTICLES) < len(ARTICLES)


def test_every_address_is_an_example():
    for file in FILES:
        raw = (FOLDER / file).read_bytes() if file.endswith(".html") else "\n".join(paragraphs(file)).encode()
        hosts = re.findall(r"https?://([^/\s\"<]+)", raw.decode())
        assert all(host.endswith(".example") for host in hosts), (file, hosts)
    assert all(article["url"].split("/")[2].endswith(".example") for article in ARTICLES if article["url"])


@pytest.mark.parametrize(
    ("one", "first", "other", "second"),
    [
        ("bridge/county-standard.txt", 6, "bridge/quayside-news.docx", 8),
        ("bridge/county-standard.txt", 3, "bridge/quayside-news.docx", 5),
        ("bridge/harbour-post.txt", 5, "bridge/harbour-post.txt", 18),
        ("bridge/harbour-post.txt", 9, "bridge/harbour-post.txt", 19),
        ("bridge/quayside-news.docx", 8, "bridge/quayside-news.docx", 19),
        ("bridge/tollmouth-mail.txt", 6, "bridge/tollmouth-mail.txt", 7),
        ("water/lakeside-courier.txt", 6, "water/lakeside-courier.txt", 7),
        ("water/merrow-gazette.html", 14, "water/merrow-gazette.html", 15),
    ],
)
def test_copied_paragraphs_are_word_for_word(one: str, first: int, other: str, second: int):
    assert paragraphs(one)[first - 1] == paragraphs(other)[second - 1]


def test_the_pdf_carries_the_paragraph_copied_from_the_gazette():
    assert paragraphs("water/merrow-gazette.html")[7] == paragraphs("water/uplands-tribune.pdf")[7]


@pytest.mark.parametrize(
    ("file", "words"),
    [
        ("bridge/coastline-today.html", "No such letter"),
        ("bridge/coastline-today.html", "Harrow"),
        ("water/daily-lantern.txt", "6 November"),
        ("water/daily-lantern.txt", "denied"),
    ],
)
def test_a_denial_is_left_out(file: str, words: str):
    assert words not in "\n".join(paragraphs(file))
