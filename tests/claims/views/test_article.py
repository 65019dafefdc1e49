"""The article page: the copy with what was found in it."""

import re
from datetime import UTC, date, datetime, time

import pytest
from django.urls import reverse

from articles.models import Article, Job, JobStatus, Paragraph
from claims.language.lexicon import WordingReason
from claims.models import Appearance, Claim, Quote, Run, Wording
from claims.services.wording_entries import switch_entry
from claims.views.copy_page import Part, blocks_of, part_at
from newsdesk.models import User
from tests.factories import make_article, make_claim, make_story

COPY = """Harrow bridge shuts after crack found

Mayor Ines Calder said “the bridge is safe” on Monday.

The crack is 12 metres long.

The crack is 12 metres long.

Source: Northern Wire

Read more: ten facts about bridges"""

pytestmark = pytest.mark.django_db


def add_quote(article: Article, words: str, **fields: object) -> Quote:
    start = article.body.index(words)
    paragraph = article.paragraphs.get(start__lte=start, end__gte=start + len(words))
    return Quote.objects.create(
        article=article, paragraph=paragraph, start=start, end=start + len(words), text=words,
        **{"kind": "direct", **fields},
    )  # fmt: skip


def page_of(client_of, user: User, article: Article) -> str:
    response = client_of(user).get(reverse("article", args=[article.pk]))
    assert response.status_code == 200
    return response.content.decode()


def text_of(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", html))


def test_the_copy_stands_whole_with_numbered_paragraphs(client_of, checker: User) -> None:
    article = make_article(COPY)
    add_quote(article, "the bridge is safe")
    make_claim(article, "bridge is safe” on Monday", claimant="Ines Calder")
    html = page_of(client_of, checker, article)
    paragraphs = re.findall(r'data-paragraph="(\d+)"[^>]*>(.*?)</p>', html, re.S)
    assert [(int(number), re.sub(r"<[^>]+>", "", words)) for number, words in paragraphs] == [
        (paragraph.number, paragraph.text) for paragraph in article.paragraphs.all()
    ]
    assert 'id="p6"' in html


def test_overlapping_quote_and_claim_are_both_marked_and_lead_to_their_entries(client_of, checker: User) -> None:
    article = make_article(COPY)
    quote = add_quote(article, "the bridge is safe")
    claim = make_claim(article, "bridge is safe” on Monday", claimant="Ines Calder")
    html = page_of(client_of, checker, article)
    assert re.search(rf'class="seg seg--quote seg--claim" href="#quote-{quote.pk}"[^>]*>bridge is safe</a>', html)
    appearance = claim.appearances.get()
    assert re.search(rf'class="seg seg--claim" href="#appearance-{appearance.pk}"[^>]*>” on Monday</a>', html)
    assert f'id="quote-{quote.pk}"' in html
    assert f'id="appearance-{appearance.pk}"' in html


def test_repeats_and_boilerplate_say_what_they_are(client_of, checker: User) -> None:
    html = page_of(client_of, checker, make_article(COPY))
    assert 'Repeats <a href="#p3">¶3</a>' in html
    folded = re.search(r'<details class="boilerplate">.*?</details>', html, re.S)
    assert folded
    assert "ten facts about bridges" in folded[0]


def test_the_side_panel_says_who_how_and_what_was_mended(client_of, checker: User) -> None:
    article = make_article(COPY)
    add_quote(
        article, "the bridge is safe", speaker_name="Ines Calder", cue_text="said", via=["Northern Wire"],
        repaired=True, repair="A closing mark was added.", confidence=0.3,
    )  # fmt: skip
    text = text_of(page_of(client_of, checker, article))
    for words in ("Ines Calder", "“said”", "As told by Northern Wire", "A closing mark was added.", "check"):
        assert words in text


@pytest.mark.parametrize(("confidence", "shown"), [(0.3, True), (0.95, False)])
def test_only_doubtful_quotes_ask_to_be_checked(client_of, checker: User, confidence: float, shown: bool) -> None:
    article = make_article(COPY)
    add_quote(article, "the bridge is safe", confidence=confidence)
    assert ("<b>check</b>" in page_of(client_of, checker, article)) is shown


def test_dismissed_quotes_and_claims_are_not_marked_in_the_copy(client_of, checker: User) -> None:
    article = make_article(COPY)
    quote = add_quote(article, "the bridge is safe")
    quote.dismissed_at = quote.made_at
    quote.save(update_fields=["dismissed_at"])
    make_claim(article, "The crack is 12 metres long.", status="dismissed")
    copy = page_of(client_of, checker, article).split('id="copy"')[1].split("<aside")[0]
    assert "seg--" not in copy


def test_the_rating_that_is_being_worked_on_is_not_given_away(client_of, checker: User, second_checker: User) -> None:
    article = make_article(COPY)
    claim = make_claim(article, "The crack is 12 metres long.", status="proposed")
    claim.working_verdict = claim.verdicts.create(rating="disputed", rationale="Secret so far", by=second_checker)
    claim.save(update_fields=["working_verdict"])
    text = text_of(page_of(client_of, checker, article))
    assert "proposed" in text
    assert "isputed" not in text


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"published_on": date(2026, 3, 2), "published_time": time(7, 5)}, "2 March 2026, 07:05"),
        ({}, "No date"),
        ({"byline": "By Jo Marsh"}, "By Jo Marsh"),
        ({}, "No byline"),
        ({"outlet": None}, "Unknown outlet"),
        ({"wire_credit": "Northern Wire"}, "Northern Wire"),
        ({"is_primary": True}, "Primary"),
        ({"withdrawn_reason": "Filed under the wrong story."}, "Filed under the wrong story."),
    ],
)
def test_the_head_gives_the_facts_and_says_what_is_missing(client_of, checker: User, facts, words: str) -> None:
    article = make_article("The crack grew.", **facts)
    if "withdrawn_reason" in facts:
        article.withdrawn_at = article.filed_at
        article.save(update_fields=["withdrawn_at"])
    assert words in text_of(page_of(client_of, checker, article))


def test_an_older_version_leads_to_the_newest(client_of, checker: User) -> None:
    story = make_story()
    first = make_article("The crack is 12 metres long.", story=story)
    second = make_article("The crack is 14 metres long.", story=story, version=2, replaces=first)
    third = make_article("The crack is 15 metres long.", story=story, version=3, replaces=second)
    html = page_of(client_of, checker, first)
    assert "This is version 1 of 3" in text_of(html)
    assert reverse("article", args=[third.pk]) in html
    assert "is the newest" not in page_of(client_of, checker, third)


def test_an_article_that_failed_says_so_and_shows_no_copy(client_of, checker: User) -> None:
    article = make_article("")
    Job.objects.create(article=article, stage="read", status=JobStatus.FAILED, last_error="This PDF has no text in it.")
    html = page_of(client_of, checker, article)
    assert "This PDF has no text in it." in html
    assert 'id="copy"' not in html


def test_an_article_on_its_way_shows_how_far_it_has_come_and_the_copy_once_it_is_there(
    client_of, checker: User
) -> None:
    article = make_article(COPY)
    for stage, status in (("read", "done"), ("segment", "done"), ("extract", "running")):
        Job.objects.create(article=article, stage=stage, status=status, attempts=1)
    html = page_of(client_of, checker, article)
    assert "Finding quotes and claims" in html
    assert 'id="copy"' in html


def test_hostile_copy_stays_words(client_of, checker: User) -> None:
    hostile = '<script>alert(1)</script> said “"><img src=x onerror=alert(2)> \u202egnorw” & more.'
    article = make_article(hostile, headline=hostile, byline=hostile, url="javascript:alert(3)")
    add_quote(article, '"><img src=x onerror=alert(2)>', speaker_name=hostile, cue_text=hostile, via=[hostile])
    make_claim(article, "<script>alert(1)</script> said", claimant=hostile)
    html = page_of(client_of, checker, article)
    assert "<script>alert" not in html
    assert "<img" not in html
    assert "javascript:" not in html


def test_the_number_of_queries_does_not_grow_with_what_was_found(
    client_of, checker: User, django_assert_max_num_queries
) -> None:
    article = make_article("\n\n".join(f"Witness {n} said the crack is {n} metres long." for n in range(30)))
    for n in range(30):
        add_quote(article, f"the crack is {n} metres long")
        make_claim(article, f"Witness {n} said the crack", claimant=f"Witness {n}")
        add_wording(article, f"{n} metres long")
    assert Claim.objects.count() == 30
    client = client_of(checker)
    with django_assert_max_num_queries(11):
        client.get(reverse("article", args=[article.pk]))


def test_there_is_no_page_for_an_article_that_is_not_there(client_of, checker: User) -> None:
    assert client_of(checker).get("/articles/987654/").status_code == 404


def long_copy(paragraphs: int) -> str:
    return "\n\n".join(f"The crack in pier {number} is {number} metres long." for number in range(1, paragraphs + 1))


def test_a_very_long_article_comes_in_parts_with_what_was_found_in_each(client_of, checker: User) -> None:
    article = make_article(long_copy(650))
    add_quote(article, "crack in pier 7 ", speaker_name="Ines Calder")
    add_quote(article, "crack in pier 650 ", speaker_name="Tom Reel")
    first = page_of(client_of, checker, article)
    assert "paragraphs 1 to 300 of 650" in text_of(first)
    assert 'id="p300"' in first
    assert 'id="p301"' not in first
    assert "Ines Calder" in first
    assert "Tom Reel" not in first
    assert 'href="?at=301"' in first
    assert 'rel="prev"' not in first
    last = client_of(checker).get(reverse("article", args=[article.pk]), {"at": "640"}).text
    assert "paragraphs 601 to 650 of 650" in text_of(last)
    assert "Tom Reel" in last
    assert "Ines Calder" not in last
    assert 'href="?at=301"' in last
    assert 'rel="next"' not in last


@pytest.mark.parametrize("at", ["", "0", "-3", "x", "²", "9" * 30])
def test_an_odd_part_number_opens_a_part_all_the_same(client_of, checker: User, at: str) -> None:
    article = make_article(long_copy(310))
    assert client_of(checker).get(reverse("article", args=[article.pk]), {"at": at}).status_code == 200


def test_an_ordinary_article_is_one_page_without_a_word_of_parts(client_of, checker: User) -> None:
    html = page_of(client_of, checker, make_article(COPY))
    assert "Parts of this article" not in html
    assert "data-in-parts" not in html


@pytest.mark.parametrize(
    ("rows", "at", "part"),
    [
        ([], 1, Part(1, 0, 0)),
        ([(1, 0, 10)], 5, Part(1, 1, 1)),
        ([(1, 0, 70_000), (2, 70_001, 70_005), (3, 70_006, 70_010)], 1, Part(1, 1, 3, None, 2)),
        ([(1, 0, 70_000), (2, 70_001, 70_005), (3, 70_006, 70_010)], 3, Part(2, 3, 3, 1, None)),
    ],
)
def test_parts_are_cut_by_length_too(rows, at, part) -> None:
    assert part_at(rows, at) == part


def test_a_span_over_several_paragraphs_is_marked_in_each() -> None:
    paragraphs = [
        Paragraph(number=n, start=s, end=e, text="x" * (e - s), kind="body")
        for n, s, e in [(1, 0, 10), (2, 12, 20), (3, 22, 30)]
    ]
    [block] = blocks_of(paragraphs, [Quote(pk=1, start=5, end=15, text="")], [])
    assert [[piece.text for piece in shown.pieces if piece.href] for shown in block.paragraphs] == [
        ["xxxxx"],
        ["xxx"],
        [],
    ]


def add_wording(article: Article, words: str, **fields: object) -> Wording:
    start = article.body.index(words)
    paragraph = article.paragraphs.get(start__lte=start, end__gte=start + len(words))
    run, _ = Run.objects.get_or_create(article=article, extractor="newsdesk-2")
    return Wording.objects.create(
        article=article, paragraph=paragraph, run=run, start=start, end=start + len(words), text=words,
        **{"reason": "loaded", "entry": words, **fields},
    )  # fmt: skip


@pytest.mark.parametrize(
    ("via", "words", "links"),
    [
        (["Northern Wire"], "As told by Northern Wire", ["Harbour Post", "Northern Wire", "Ines Calder"]),
        (
            ["Northern Wire", "Radio Orsin"],
            "As told by Northern Wire, citing Radio Orsin",
            ["Harbour Post", "Northern Wire", "Radio Orsin", "Ines Calder"],
        ),
    ],
)
def test_a_chain_stands_in_words_and_with_arrows(client_of, checker: User, via, words: str, links: list[str]) -> None:
    article = make_article(COPY, outlet="Harbour Post")
    add_quote(article, "the bridge is safe", speaker_name="Ines Calder", via=via)
    html = page_of(client_of, checker, article)
    chain = html.split('<p class="chain">')[1].split("</p>")[0]
    assert words in text_of(chain)
    assert re.findall(r"<bdi>(.*?)</bdi>", chain) == links
    assert chain.count("←") == len(links) - 1
    assert f'title="Quote: Ines Calder, {words[0].lower()}{words[1:]}"' in html


def test_a_quote_straight_from_its_speaker_has_no_chain(client_of, checker: User) -> None:
    article = make_article(COPY)
    add_quote(article, "the bridge is safe", speaker_name="Ines Calder")
    assert "As told by" not in page_of(client_of, checker, article)


@pytest.mark.parametrize(
    ("fields", "marked"),
    [
        ({"confidence": 0.59}, True),
        ({"confidence": 0.6}, False),
        ({"confidence": 0.1, "kind": "scare"}, False),  # said by nobody
    ],
)
def test_an_unsure_quote_says_check_and_why(client_of, checker: User, fields, marked: bool) -> None:
    article = make_article(COPY)
    add_quote(article, "the bridge is safe", **fields)
    html = page_of(client_of, checker, article)
    assert ('title="The engine is unsure who said this."' in html) is marked
    assert ("(check: the engine is unsure who said this)" in html) is marked
    assert ("the engine is unsure who said it" in html) is marked  # the key above the copy


@pytest.mark.parametrize(("voice", "marked"), [("attributed", True), ("outlet", False)])
def test_an_unsure_claimant_says_check(client_of, checker: User, voice: str, marked: bool) -> None:
    article = make_article(COPY)
    make_claim(article, "The crack is 12 metres", claimant="Ines Calder")
    Appearance.objects.update(confidence=0.4, voice=voice)
    assert ("<b>check</b>" in page_of(client_of, checker, article)) is marked


def test_coloured_words_stand_quietly_beside_the_copy_and_lead_there_and_back(client_of, checker: User) -> None:
    article = make_article(COPY)
    row = add_wording(article, "shuts", neutral="closes")
    html = page_of(client_of, checker, article)
    assert f'<a class="seg seg--loaded" href="#wording-{row.pk}" title="Loaded, neutral: closes">shuts</a>' in html
    panel = html.split('id="wording"')[1]
    for words in ("shuts", "neutral:", "closes", "loaded", f'id="wording-{row.pk}" href="#p1"'):
        assert words in panel


def test_the_same_coloured_word_is_listed_once_with_its_places(client_of, checker: User) -> None:
    article = make_article("The regime spoke.\n\nA Regime fell.")
    add_wording(article, "regime", reason="epithet")
    add_wording(article, "Regime", reason="epithet", entry="regime")
    panel = page_of(client_of, checker, article).split('id="wording"')[1]
    assert panel.count('<span class="words">regime</span>') == 1
    assert re.findall(r'href="#p(\d)">¶', panel) == ["1", "2"]


def test_words_that_the_desk_switched_off_are_not_pointed_out_any_more(
    client_of, checker: User, standards_editor: User
) -> None:
    article = make_article("The regime spoke.")
    add_wording(article, "regime", reason="epithet")
    switch_entry(words="regime", reason=WordingReason.EPITHET, active=False, by=standards_editor)
    html = page_of(client_of, checker, article)
    assert "seg--loaded" not in html
    assert 'id="wording"' not in html


def test_the_list_entry_is_offered_to_those_who_may_open_it(client_of, checker: User, standards_editor: User) -> None:
    article = make_article("The regime spoke.")
    add_wording(article, "regime", reason="epithet")
    address = reverse("wording-entry", args=["epithet", "regime"])
    assert address in page_of(client_of, standards_editor, article)
    assert address not in page_of(client_of, checker, article)


def test_the_page_says_which_extractor_read_the_article(client_of, checker: User) -> None:
    article = make_article(COPY)
    for extractor, day in (("newsdesk-9", 2), ("rules-8", 1)):
        Run.objects.create(article=article, extractor=extractor, started_at=datetime(2026, 3, day, tzinfo=UTC))
    text = text_of(page_of(client_of, checker, article))
    assert "Read by newsdesk-9, 2 March 2026" in text
    assert "rules-8" not in text
