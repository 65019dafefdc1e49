"""What staff corrected comes out as labelled examples that training can read."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from articles.models import Article
from claims.language.spans import QuoteKind, Stance, Voice
from claims.models import Claim, Quote
from claims.services.add_claim import add_claim
from claims.services.add_quote import add_quote
from claims.services.correct_claim import correct_claim
from claims.services.correct_quote import correct_quote
from claims.services.dismiss_quote import dismiss_quote
from claims.services.merge_quotes import merge_quotes
from claims.services.move_claim import move_claim
from claims.services.split_quote import split_quote
from newsdesk.models import User
from tests.factories import make_article, make_claim

COPY = (
    "“The bridge is safe and it holds,” he said on Monday.\n\nThe crack is 12 metres long.\n\n"
    "The so-called “experts” doubted it, Ines Calder told the Post."
)
WHOLE = "The bridge is safe and it holds,"
ROLES = ("content", "source", "cue")

pytestmark = pytest.mark.django_db


@pytest.fixture
def article() -> Article:
    return make_article(COPY)


@pytest.fixture
def quote(article: Article) -> Quote:
    """As the machine found it: said by "he", taken for somebody else."""
    start, he, said = COPY.index(WHOLE), COPY.index("he said"), COPY.index("said on")
    return Quote.objects.create(
        article=article, paragraph=article.paragraphs.get(number=1), start=start, end=start + len(WHOLE), text=WHOLE,
        kind="direct", speaker_text="he", speaker_start=he, speaker_end=he + 2, speaker_name="Tomas Reed",
        cue_text="said", cue_start=said, cue_end=said + 4, utterance=1,
    )  # fmt: skip


def exported() -> list[dict[str, Any]]:
    out = StringIO()
    call_command("export_corrections", stdout=out, stderr=StringIO())
    return [json.loads(line) for line in out.getvalue().splitlines()]


def words(text: str, spans: list[list[int]]) -> list[str]:
    return [text[start:end] for start, end in spans]


def test_what_nobody_touched_is_not_exported(quote: Quote) -> None:
    assert exported() == []


def test_a_corrected_quote_is_an_attribution_and_its_name_a_speaker(quote: Quote, checker: User) -> None:
    correct_quote(
        quote_id=quote.pk, words="The bridge is safe", kind=QuoteKind.DIRECT, by=checker, speaker="Karl Orr", cue="said"
    )
    (line,) = exported()
    (attribution,) = line["attributions"]
    assert {role: words(COPY, attribution[role]) for role in ROLES} == {
        "content": ["The bridge is safe"], "source": ["he"], "cue": ["said"],
    }  # fmt: skip
    assert words(COPY, line["reviewed"]) == [WHOLE, "he", "said"]
    (speaker,) = line["speakers"]
    assert (speaker["name"], speaker["was"], words(COPY, [speaker["mention"]])) == ("Karl Orr", "Tomas Reed", ["he"])


def test_a_dismissed_quote_is_reviewed_and_marked_as_nothing(quote: Quote, checker: User) -> None:
    dismiss_quote(quote_id=quote.pk, by=checker)
    (line,) = exported()
    assert (line["attributions"], line["speakers"]) == ([], [])
    assert words(COPY, line["reviewed"]) == [WHOLE, "he", "said"]


def test_parts_of_one_utterance_are_one_attribution(quote: Quote, checker: User) -> None:
    split_quote(quote_id=quote.pk, words="it holds", by=checker)
    (line,) = exported()
    assert words(COPY, line["attributions"][0]["content"]) == ["The bridge is safe and", "it holds,"]
    merge_quotes(quote_id=quote.pk, with_id=Quote.objects.exclude(pk=quote.pk).get().pk, by=checker)
    (line,) = exported()
    assert [words(COPY, one["content"]) for one in line["attributions"]] == [[WHOLE]]


def test_quotes_made_by_hand_are_exported_but_for_words_that_nobody_said(article: Article, checker: User) -> None:
    add_quote(article_id=article.pk, paragraph_number=3, words="experts", kind=QuoteKind.SCARE, by=checker)
    add_quote(
        article_id=article.pk, paragraph_number=3, words="doubted it", kind=QuoteKind.INDIRECT, by=checker,
        speaker="Ines Calder", cue="told",
    )  # fmt: skip
    (line,) = exported()
    (attribution,) = line["attributions"]
    assert {role: words(COPY, attribution[role]) for role in ROLES} == {
        "content": ["doubted it"], "source": ["Ines Calder"], "cue": ["told"],
    }  # fmt: skip
    assert words(COPY, line["reviewed"]) == ["experts", "doubted it", "Ines Calder", "told"]
    assert line["speakers"][0]["was"] is None


def test_claims_are_exported_with_what_staff_made_of_them(article: Article, checker: User) -> None:
    crack = make_claim(article, "The crack is 12 metres long.")
    make_claim(article, "The bridge is safe", claimant="Tomas Reed")
    add_claim(article_id=article.pk, paragraph_number=1, words="it holds", voice=Voice.OUTLET, by=checker)
    (line,) = exported()
    assert [words(COPY, [claim["span"]])[0] for claim in line["claims"]] == ["it holds"]
    correct_claim(
        appearance_id=crack.appearances.get().pk, words="The crack is 12 metres long.", text="12 metres",
        voice=Voice.ATTRIBUTED, claimant="Ines Calder", stance=Stance.DENIES, by=checker,
    )  # fmt: skip
    move_claim(claim_id=Claim.objects.get(text="The bridge is safe").pk, move="dismiss", by=checker, note="No claim.")
    (line,) = exported()
    told = {
        words(COPY, [c["span"]])[0]: (c["claimant"], c["voice"], c["stance"], c["is_claim"]) for c in line["claims"]
    }
    assert told == {
        "The bridge is safe": ("Tomas Reed", "attributed", "asserts", False),
        "it holds": (None, "outlet", "asserts", True),
        "The crack is 12 metres long.": ("Ines Calder", "attributed", "denies", True),
    }
    assert line["attributions"] == []


def test_training_reads_every_line(quote: Quote, checker: User, tmp_path: Path) -> None:
    """As claims.language.training.attribution.read_docs does: id, text, and for each role spans that hold words."""
    correct_quote(quote_id=quote.pk, words=WHOLE, kind=QuoteKind.DIRECT, by=checker, speaker="Karl Orr", cue="said")
    path, out = tmp_path / "corrections.jsonl", StringIO()
    call_command("export_corrections", str(path), stdout=out)
    assert out.getvalue() == "articles: 1, attributions: 1, speakers: 1, claims: 0\n"
    for line in path.read_text(encoding="utf8").splitlines():
        row = json.loads(line)
        assert set(row) == {"id", "text", "attributions", "reviewed", "speakers", "claims"}
        assert row["text"] == COPY
        for attribution in row["attributions"]:
            assert set(attribution) == set(ROLES)
            assert attribution["content"]
            spans = [span for role in ROLES for span in attribution[role]]
            assert all(0 <= start < end <= len(row["text"]) for start, end in spans)
            inside = [any(low <= start and end <= high for low, high in row["reviewed"]) for start, end in spans]
            assert all(inside)


def test_a_file_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="cannot be written"):
        call_command("export_corrections", str(tmp_path / "nowhere" / "file"), stdout=StringIO())
