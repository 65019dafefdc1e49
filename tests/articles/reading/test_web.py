"""Web pages: the article with headline, captions and credits, without the page around it."""

import pytest

from articles.reading import ReadingError, read_file
from articles.segmentation.spans import CopyFacts

CLOSED = "The council of Harrowgate closed the bridge on {day} after an engineer found a crack in its second arch, and nobody knows for how long."
HEAD = """<meta property="og:title" content="Bridge at Harrowgate shut after crack | The Harrowgate Courier">
<meta property="og:site_name" content="The Harrowgate Courier"><meta property="article:published_time" content="2025-03-14T09:05:00+00:00">
<meta name="author" content="Jane Doe"><link rel="canonical" href="https://courier.example/bridge">"""
PAGE = f"""<!doctype html><html><head><meta charset="utf-8"><title>Bridge</title>{HEAD}</head><body>
<nav><ul><li>Home</li><li>World</li></ul></nav><header><h2>The Harrowgate Courier</h2></header>
<main><article><h1>Bridge at Harrowgate shut after crack</h1><div class="byline">By <a href="/jane">Jane Doe</a></div><time datetime="2025-03-14">14 March 2025</time>
<p>{CLOSED.format(day="Monday")}</p>
<figure><img src="a.jpg"><figcaption>The bridge on Monday. <span class="credit">Picture: Northern Wire</span></figcaption></figure>
<p>“We will not wait,” said <em>Jane Roe</em>, who leads the council.<br>She was speaking on Tuesday in the town hall, where two hundred people had come.</p>
<h2>No word from the mayor</h2><p>{CLOSED.format(day="Tuesday")}</p><p>{CLOSED.format(day="Friday")}</p>
<ul><li>Two lanes are shut.</li></ul><table><tr><td>2024</td><td>3 million</td></tr></table><p class="credit">Source: Northern Wire</p></article>
<aside><h3>Most read</h3><ul><li><a href="x">Cat rescued from a tree in the market square after two days</a></li></ul></aside></main>
<section class="comments"><h3>Comments</h3><p>I have never liked that bridge and I never will, said nobody ever, really.</p></section>
<footer><p>© 2025 The Harrowgate Courier.</p></footer><script>var never = "<p>this</p>"</script><p hidden>Nor this hidden paragraph, which nobody sees.</p></body></html>"""


def test_the_article_is_read_with_its_headline_caption_and_credits_as_paragraphs_of_their_own():
    assert read_file(PAGE.encode(), name="bridge.html").text.split("\n\n") == [
        "Bridge at Harrowgate shut after crack",
        "By Jane Doe",
        "14 March 2025",
        CLOSED.format(day="Monday"),
        "The bridge on Monday. Picture: Northern Wire",
        "“We will not wait,” said Jane Roe, who leads the council.",
        "She was speaking on Tuesday in the town hall, where two hundred people had come.",
        "No word from the mayor",
        CLOSED.format(day="Tuesday"),
        CLOSED.format(day="Friday"),
        "Two lanes are shut.",
        "2024\t3 million",
        "Source: Northern Wire",
    ]


META_FACTS = CopyFacts(
    headline="Bridge at Harrowgate shut after crack",
    byline="Jane Doe",
    published="2025-03-14T09:05:00+00:00",
    url="https://courier.example/bridge",
    outlet="The Harrowgate Courier",
)
LD = """<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "x"}, {"@type": ["NewsArticle"], "headline": "Crack shuts bridge",
"author": [{"@type": "Person", "name": "Ann Lee"}, {"name": "Tom Brown"}], "datePublished": "2025-03-15", "publisher": {"name": "The Harrowgate Courier"}}]}</script>"""


@pytest.mark.parametrize(
    ("head", "facts"),
    [
        (HEAD, META_FACTS),
        (LD, CopyFacts("Crack shuts bridge", "Ann Lee, Tom Brown", "", "2025-03-15", "", "The Harrowgate Courier")),
        ('<script type="application/ld+json">{"broken": </script><title>Crack</title>', CopyFacts("Crack")),
        (
            '<meta name="author" content="https://courier.example/jane"><link rel="canonical" href="javascript:alert(1)">',
            CopyFacts(),
        ),
        ('<meta property="article:published_time" content="03/04/2025">', CopyFacts()),
    ],
)
def test_the_head_of_the_page_gives_facts(head, facts):
    assert (
        read_file(f"<html><head>{head}</head><body><p>{CLOSED}</p></body></html>".encode(), name="a.html").facts
        == facts
    )


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [
        ("windows-1252", "cp1252"),
        ("iso-8859-1", "cp1252"),
        ("windows-1251", "cp1251"),
        ("utf-16", "utf-16"),
        ("no-such-charset", "cp1252"),
    ],
)
def test_the_encoding_is_the_one_that_the_page_names(charset, encoding):
    words = (
        "Мост в городе закрыли в понедельник, сообщил городской совет."
        if encoding == "cp1251"
        else "“The café’s bridge is shut,” said Zoë Müller of Harrowgate."
    )
    page = f'<html><head><meta charset="{charset}"></head><body><p>{words}</p></body></html>'
    assert read_file(page.encode(encoding), name="a.html").text == words


def test_a_page_without_an_article_element_falls_back_to_all_its_blocks():
    page = "<html><body><div>The mayor said the bridge is shut.<br><br>It opens in May, he said.</div></body></html>"
    assert (
        read_file(page.encode(), name="a.html").text
        == "The mayor said the bridge is shut.\n\nIt opens in May, he said."
    )


@pytest.mark.parametrize(
    "page",
    [
        "<html><body><nav>Home</nav></body></html>",
        "<html><head><title>Courier</title></head><body><script>a()</script></body></html>",
        "<html><body><p>Sign in</p><p>Menu</p></body></html>",
    ],
)
def test_a_page_without_article_text_is_refused(page):
    with pytest.raises(ReadingError, match="no article text"):
        read_file(page.encode(), name="a.html")


def test_entities_of_a_doctype_are_not_expanded():
    page = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname"><!ENTITY y "yyyyyyyyyy">]><html><body><p>The bridge is shut, said the mayor &x; &y; on Monday.</p></body></html>'
    text = read_file(page.encode(), name="a.html").text
    assert "yyyyyyyyyy on" not in text
    assert "&x;" in text
