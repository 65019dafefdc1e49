"""An utterance as a proof-reader marks it: lines of pieces from the differences that the comparison found."""

import pytest

from claims.comparison.decisions import Place
from claims.comparison.found import Change, Difference, Flag, Utterance, Variant
from claims.views.aligned_lines import Piece, lines_of, pieces_of, shortened

REFERENCE = "The talks were very productive, but the fighting goes on."


def variant(text: str, *differences: tuple[Change, str, str], article: int = 1, start: int = 50, **facts) -> Variant:
    """A variant at `start` of its article; differences as (kind, words here, words of the reference).

    Words here "" stand at the end for a tail cut and at the beginning else; "@word" is an empty place before the word.
    """
    made = []
    for kind, here, was in differences:
        if here.startswith("@"):
            at = text.index(here[1:])
            made.append(Difference(kind, start + at, start + at, was))
        elif not here:
            at = len(text) if kind is Change.TAIL_CUT else 0
            made.append(Difference(kind, start + at, start + at, was))
        else:
            at = text.index(here)
            made.append(Difference(kind, start + at, start + at + len(here), was))
    return Variant(
        place=Place(article, start, start + len(text)), text=text, paragraph=4, speaker=facts.pop("speaker", "Ilse Marrowby"),
        cue="said", via=(), marked=True, differences=tuple(made), **facts,
    )  # fmt: skip


def spelt(pieces: tuple[Piece, ...]) -> str:
    """Pieces as one string: [-lost-], {+added+}, [-was-]{+changed+}, <noted>."""
    shown = {
        "same": "{p.text}",
        "lost": "[-{p.was}-]",
        "added": "{{+{p.text}+}}",
        "changed": "[-{p.was}-]{{+{p.text}+}}",
    }
    return "".join(shown.get(p.kind, "<{p.text}>").format(p=p) for p in pieces)


CASES = [
    ("nothing differs", variant(REFERENCE, (Change.SAME, "", "")), REFERENCE),
    (
        "the tail is lost",
        variant("The talks were very productive", (Change.TAIL_CUT, "", "but the fighting goes on.")),
        "The talks were very productive [-but the fighting goes on.-]",
    ),
    (
        "the head is lost",
        variant("very productive", (Change.HEAD_CUT, "", "The talks were")),
        "[-The talks were-] very productive",
    ),
    (
        "a word in the middle is lost",
        variant("The talks were productive", (Change.INNER_CUT, "@productive", "very")),
        "The talks were [-very-] productive",
    ),
    (
        "a comma follows lost words without a space",
        variant("The talks were, he said", (Change.INNER_CUT, "@, he", "productive")),
        "The talks were [-productive-], he said",
    ),
    (
        "a word is changed",
        variant("The talks were very useful", (Change.WORD_CHANGED, "useful", "productive")),
        "The talks were very [-productive-]{+useful+}",
    ),
    (
        "a word is added",
        variant("The long talks", (Change.WORD_CHANGED, "long", "")),
        "The {+long+} talks",
    ),
    (
        "brackets are put in",
        variant("The talks [in Corve] were", (Change.INSERTION, "[in Corve]", "")),
        "The talks {+[in Corve]+} were",
    ),
    (
        "dots stand for what is lost",
        variant("The talks … goes on", (Change.ELLIPSIS, "…", "were very productive, but the fighting")),
        "The talks <…> [-were very productive, but the fighting-] goes on",
    ),
    (
        "capitals are flattened",
        variant("very productive but", (Change.CAPITALS, "but", "BUT")),
        "very productive [-BUT-]{+but+}",
    ),
    (
        "reported indirectly as a whole",
        variant("that the talks had been good", (Change.INDIRECT, "that the talks had been good", "")),
        "that the talks had been good",
    ),
]


@pytest.mark.parametrize(("given", "shown"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_variant_is_marked_as_a_proof_reader_would(given: Variant, shown: str) -> None:
    assert spelt(pieces_of(given)) == shown


@pytest.mark.parametrize("given", [case[1] for case in CASES], ids=[case[0] for case in CASES])
def test_the_words_of_the_copy_are_all_there_in_their_order(given: Variant) -> None:
    kept = "".join(piece.text for piece in pieces_of(given))
    assert kept.replace(" ", "") == given.text.replace(" ", "")


def test_differences_that_overlap_or_reach_out_of_the_variant_repeat_no_word() -> None:
    text = "The talks were useful"
    wild = Variant(
        Place(0, 10, 31), text, 1, None, None, (), True,
        (Difference(Change.WORD_CHANGED, 0, 13, "Those"), Difference(Change.FORM_CHANGED, 12, 19, "the talk"),
         Difference(Change.WORD_CHANGED, 25, 99, "productive")),
    )  # fmt: skip
    assert "".join(piece.text for piece in pieces_of(wild)) == text


def test_the_reference_comes_first_then_what_is_word_for_word_then_the_rest() -> None:
    cut = variant("The talks", (Change.TAIL_CUT, "", "were"), article=0)
    same, again = variant(REFERENCE, article=2), variant(REFERENCE.rstrip(".") + ",", article=3)
    lines = lines_of(Utterance("Ilse Marrowby", (cut, variant(REFERENCE), same, again), 1, (), 1.0, ""))
    assert [[v.place.article for v in line.variants] for line in lines] == [[1], [2, 3], [0]]
    assert [line.is_reference for line in lines] == [True, False, False]
    assert [line.is_verbatim for line in lines] == [False, True, False]
    assert lines[2].kinds == "tail cut"


def test_other_words_without_a_known_difference_are_not_called_the_same() -> None:
    lines = lines_of(Utterance("Ilse Marrowby", (variant(REFERENCE), variant("The talks")), 0, (), 1.0, ""))
    assert (lines[1].is_verbatim, spelt(lines[1].pieces)) == (False, "The talks")


def test_the_same_words_in_another_mouth_stand_in_a_line_of_their_own() -> None:
    flagged = variant(REFERENCE, article=2, speaker="Odile Harrow", flags=(Flag.ANOTHER_MOUTH,))
    lines = lines_of(
        Utterance("Ilse Marrowby", (variant(REFERENCE), variant(REFERENCE, article=3), flagged), 0, (), 1.0, "")
    )
    assert len(lines) == 3


def test_an_utterance_whose_reference_is_missing_still_has_lines() -> None:
    assert lines_of(Utterance(None, (), 0, (), 0.0, "")) == []
    assert lines_of(Utterance(None, (variant("Yes."),), 7, (), 0.0, ""))[0].is_reference


def test_very_many_lost_words_are_cut_in_the_middle_and_counted() -> None:
    words = " ".join(f"w{n}" for n in range(100))
    assert shortened(words).startswith("w0 w1 ")
    assert "[76 more words]" in shortened(words)
    assert shortened(words).endswith(" w99")
    assert shortened("few words") == "few words"


def test_of_a_long_head_or_tail_only_the_words_beside_those_given_are_shown() -> None:
    words = " ".join(f"w{n}" for n in range(20))
    assert shortened(words, Change.HEAD_CUT) == "[13 more words] w13 w14 w15 w16 w17 w18 w19"
    assert shortened(words, Change.TAIL_CUT) == "w0 w1 w2 w3 w4 w5 w6 [13 more words]"


def test_what_stood_after_a_cut_before_the_contrast_is_shown_whole() -> None:
    tail = f"but {' '.join(f'w{n}' for n in range(30))}"
    plain, flagged = (
        variant("The talks", (Change.TAIL_CUT, "", tail), flags=flags) for flags in ((), (Flag.CUT_BEFORE_CONTRAST,))
    )
    assert "more words" in spelt(pieces_of(plain))
    assert tail in spelt(pieces_of(flagged))


def test_an_end_that_the_reference_lacks_is_shown_as_more_and_never_as_a_loss() -> None:
    text = "Well I must say that the bridge is safe"
    more = Difference(Change.HEAD_CUT, 100, 120, "")
    variant = Variant(Place(0, 100, 100 + len(text)), text, 1, "Ada Brandt", "said", (), True, (more,))
    assert [(piece.kind, piece.text, piece.label) for piece in pieces_of(variant)][:1] == [
        ("added", "Well I must say that", "more than the reference")
    ]
