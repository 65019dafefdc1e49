"""Where citations really come from, with real copy: the cases of the design."""

import pytest

from claims.models import Quote
from claims.rules.gates import independent_origins
from claims.rules.ratings import CitationStance, EvidenceKind, Rating
from claims.services.add_finding import add_finding
from claims.services.cite_evidence import cite_evidence
from claims.services.gate_facts import NO_RATING, citations_of, cited_origins, findings_of, gates, verdict_gate
from claims.services.working_draft import open_draft
from tests.factories import make_article, make_claim, make_story

SAID = "The bridge is safe"
OUTLETS = ("The Harbour Post", "Evening Bell", "County Standard", "Quay Radio", "Tide")


def report(story, outlet, text, *, quoted="", speaker="", **facts):
    """An article of one paragraph; `quoted` words in it are a quote of `speaker`."""
    article = make_article(text, story=story, outlet=outlet, **facts)
    if quoted:
        start = text.index(quoted)
        Quote.objects.create(
            article=article,
            paragraph=article.paragraphs.first(),
            start=start,
            end=start + len(quoted),
            text=quoted,
            kind="direct",
            speaker_name=speaker,
        )
    return article


def counted(claim):
    return independent_origins(cited_origins(claim, citations_of(claim.working_verdict)))


@pytest.fixture
def story(db):
    return make_story()


def test_five_outlets_reporting_what_the_mayor_said_are_no_independent_origin(story, checker, cite):
    names = ("Joren Pell", "Mayor Joren Pell", "Pell", "Mr Pell", "the mayor, Joren Pell")
    articles = [
        report(story, outlet, f'"{SAID}," said {name} at {outlet} on day {i}.', quoted=SAID, speaker=name)
        for i, (outlet, name) in enumerate(zip(OUTLETS, names, strict=True))
    ]
    claim = make_claim(articles[0], SAID, claimant="Joren Pell")
    for article in articles:
        cite(claim, article, SAID, checker)
    claim.refresh_from_db()
    assert counted(claim) == []
    sentence = verdict_gate(claim, claim.working_verdict, rating=Rating.CORROBORATED, rationale="x")
    assert sentence.endswith("5 outlets, 0 independent origins: all cite Joren Pell.")


def test_attributed_appearances_are_the_claimants_words_even_where_no_quote_was_found(story, checker, cite):
    article = report(story, "Tide", f"Pell insists {SAID.lower()} for lorries, a spokesman relayed.")
    claim = make_claim(article, SAID.lower(), claimant="Joren Pell")
    cite(claim, article, "insists the bridge is safe", checker)
    claim.refresh_from_db()
    assert [c.is_claimant for c in cited_origins(claim, citations_of(claim.working_verdict))] == [True]


def test_two_outlets_own_reporting_are_two(story, checker, cite):
    one = report(story, "The Harbour Post", "Engineers measured no movement in the deck.")
    two = report(story, "Evening Bell", "Our reporter saw lorries cross without harm.")
    claim = make_claim(one, "measured no movement", claimant="Joren Pell")
    claim.appearances.all().update(voice="outlet", claimant="")
    cite(claim, one, "Engineers measured no movement", checker)
    cite(claim, two, "lorries cross without harm", checker)
    claim.refresh_from_db()
    assert counted(claim) == ["The Harbour Post", "Evening Bell"]
    assert verdict_gate(claim, claim.working_verdict, rating=Rating.CORROBORATED, rationale="x") == ""


def test_another_speaker_is_an_origin_once_however_many_outlets_carry_her(story, checker, cite):
    words = "we measured no movement"
    one = report(story, "The Harbour Post", f'"{words}," said Mara Quill.', quoted=words, speaker="Mara Quill")
    two = report(story, "Evening Bell", f'Quill told us: "{words}".', quoted=words, speaker="Quill")
    claim = make_claim(one, words, claimant="Joren Pell")
    claim.appearances.all().update(dismissed_at=claim.made_at)
    cite(claim, one, words, checker)
    cite(claim, two, words, checker)
    claim.refresh_from_db()
    assert counted(claim) == ["Mara Quill (in Evening Bell and The Harbour Post)"]


def test_a_dismissed_quote_gives_nobody_the_words(story, checker, cite):
    one = report(story, "The Harbour Post", f'"{SAID}," said Joren Pell.', quoted=SAID, speaker="Joren Pell")
    claim = make_claim(one, SAID, claimant="Joren Pell")
    claim.appearances.all().update(dismissed_at=claim.made_at)
    Quote.objects.update(dismissed_at=claim.made_at)
    cite(claim, one, SAID, checker)
    claim.refresh_from_db()
    assert counted(claim) == ["The Harbour Post"]


def test_a_shared_caption_makes_no_shared_origin(story, checker, cite):
    caption = "Photo: Ada Reed / The bridge at dusk, from the east bank"
    one = report(story, "The Harbour Post", f"Engineers measured no movement.\n\n{caption}")
    two = report(story, "Evening Bell", f"No movement was measured by engineers.\n\n{caption}")
    assert [article.paragraphs.get(number=2).kind for article in (one, two)] == ["caption", "caption"]
    claim = make_claim(one, "Engineers measured no movement")
    cite(claim, one, "Engineers measured no movement", checker)
    cite(claim, two, "No movement was measured", checker)
    claim.refresh_from_db()
    assert counted(claim) == ["The Harbour Post", "Evening Bell"]


def test_a_shared_wire_credit_is_one_origin(story, checker, cite):
    one = report(story, "The Harbour Post", "Engineers measured no movement.", wire_credit="Northline")
    two = report(story, "Evening Bell", "No movement was measured by engineers.", wire_credit="Northline")
    claim = make_claim(one, "Engineers measured no movement")
    cite(claim, one, "Engineers measured no movement", checker)
    cite(claim, two, "No movement was measured", checker)
    claim.refresh_from_db()
    assert counted(claim) == ["Northline (in Evening Bell and The Harbour Post)"]


def test_an_identical_paragraph_joins_two_outlets(story, checker, cite):
    shared = "Traffic takes the ferry, which carries forty cars an hour, until the piers have been mended."
    one = report(story, "The Harbour Post", f"Engineers measured no movement in the deck on Monday.\n\n{shared}")
    two = report(story, "Evening Bell", f"No movement was measured in the deck, the county says.\n\n{shared}")
    claim = make_claim(one, "measured no movement")
    cite(claim, one, "measured no movement", checker)
    cite(claim, two, "No movement was measured", checker)
    claim.refresh_from_db()
    assert counted(claim) == ["Evening Bell / The Harbour Post (in Evening Bell and The Harbour Post)"]


def test_a_primary_article_bears_a_claim_out_alone_unless_it_is_the_claimants_own_words(story, checker, cite):
    minutes = report(
        story, None, f"Minutes: the deck did not move. {SAID}, the mayor noted.", quoted=SAID, speaker="Joren Pell",
        is_primary=True,
    )  # fmt: skip
    claim = make_claim(minutes, SAID, claimant="Joren Pell")
    cite(claim, minutes, SAID, checker)
    claim.refresh_from_db()
    verdict = claim.working_verdict
    assert "0 independent origins" in verdict_gate(claim, verdict, rating=Rating.CORROBORATED, rationale="x")
    cite(claim, minutes, "the deck did not move", checker)
    assert verdict_gate(claim, verdict, rating=Rating.CORROBORATED, rationale="x") == ""


def test_a_citation_of_a_withdrawn_article_does_not_count(proposed, bell_article):
    assert verdict_gate(proposed, proposed.working_verdict) == ""
    type(bell_article).objects.filter(pk=bell_article.pk).update(withdrawn_at=proposed.made_at)
    assert "there is 1: The Harbour Post" in verdict_gate(proposed, proposed.working_verdict)


def test_outside_evidence_is_its_own_origin_and_the_same_address_twice_is_one(claim, checker):
    for address in ("https://a.example/notice", "https://a.example/notice", "https://b.example/log"):
        cite_evidence(
            claim_id=claim.pk, kind=EvidenceKind.ADDRESS, stance=CitationStance.SUPPORTS, address=address, note="Shows it.",
            by=checker,
        )  # fmt: skip
    claim.refresh_from_db()
    assert counted(claim) == ["https://a.example/notice", "https://b.example/log"]


def test_a_call_to_the_claimant_is_the_claimants_own_word(story, checker):
    article = report(story, "Tide", f"Pell says {SAID.lower()}.")
    claim = make_claim(article, SAID.lower(), claimant="Joren Pell")
    cite_evidence(
        claim_id=claim.pk, kind=EvidenceKind.CALL, stance=CitationStance.SUPPORTS, title="Mayor Joren Pell",
        on_date=claim.made_at.date(), note="He says so.", by=checker,
    )  # fmt: skip
    claim.refresh_from_db()
    assert counted(claim) == []


def test_findings_on_a_withdrawn_article_do_not_open_the_gate(claim, checker, post_article):
    from claims.rules.ratings import FindingReason

    add_finding(
        claim_id=claim.pk, reason=FindingReason.LOADED_WORD, appearance_id=claim.appearances.get().pk, by=checker
    )
    claim.refresh_from_db()
    assert verdict_gate(claim, claim.working_verdict, rating=Rating.SOURCE_BIASED, rationale="x") == ""
    type(post_article).objects.filter(pk=post_article.pk).update(withdrawn_at=claim.made_at)
    assert "at least one finding" in verdict_gate(
        claim, claim.working_verdict, rating=Rating.SOURCE_BIASED, rationale="x"
    )


def test_the_buttons_leave_a_rationale_still_to_be_typed_out_of_account(claim, checker):
    from django.db import transaction
    from django.utils import timezone

    with transaction.atomic():
        claim, verdict = open_draft(claim.pk, by=checker, now=timezone.now())
    found = gates(claim, verdict, citations_of(verdict), findings_of(verdict))
    assert (found.ratings[Rating.UNSETTLED], found.propose) == ("", NO_RATING)
    verdict.rating = Rating.UNSETTLED
    found = gates(claim, verdict, citations_of(verdict), findings_of(verdict))
    assert "rationale" in found.propose
