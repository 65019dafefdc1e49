"""What the desk found, and the words for the evidence behind it: ratings, stances, reasons of findings, kinds of evidence."""

from enum import StrEnum


class _Labelled(StrEnum):
    """A word as stored, with the label that people read."""

    @property
    def label(self) -> str:
        return self.value[0].upper() + self.value[1:]


class Rating(_Labelled):
    """What the desk found about a claim. `meaning` is printed on every permalink."""

    CORROBORATED = "corroborated"
    DISPUTED = "disputed"
    SOURCE_BIASED = "source-biased"
    UNSETTLED = "unsettled"

    @property
    def meaning(self) -> str:
        return _RATING_MEANINGS[self]

    @property
    def key(self) -> str:
        """The key that marks a claim so: "1" to "4", in the order of the buttons."""
        return str(list(Rating).index(self) + 1)

    @property
    def alternate_name(self) -> str:
        """What stands in `reviewRating.alternateName` of the ClaimReview: the same word as on the page."""
        return self.label


class CitationStance(_Labelled):
    """How a citation bears on the claim."""

    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"
    CONTEXT = "context"


class EvidenceKind(_Labelled):
    """What a citation points to: a paragraph of the desk's copy, or a piece of outside evidence."""

    PARAGRAPH = "paragraph"
    ADDRESS = "address"
    DOCUMENT = "document"
    CALL = "call"

    @property
    def is_outside(self) -> bool:
        """Whether it is evidence from outside the desk's articles."""
        return self is not EvidenceKind.PARAGRAPH


class FindingReason(_Labelled):
    """Why the way an outlet put something is a finding: the one list, in code and on screen."""

    LOADED_WORD = "loaded word"
    CUT_QUOTE = "cut quote"
    ALTERED_QUOTE = "altered quote"
    ANOTHER_MOUTH = "another mouth"
    VOICE_LEAK = "voice leak"
    MISSING_COUNTER_CLAIM = "missing counter-claim"
    UNDISCLOSED_CHAIN = "undisclosed chain"
    MISLEADING_HEADLINE = "misleading headline"
    OTHER = "other"

    @property
    def explanation(self) -> str:
        return _REASON_EXPLANATIONS[self]

    @property
    def needs_note(self) -> bool:
        """Whether the finding says nothing without a note."""
        return self is FindingReason.OTHER


_RATING_MEANINGS: dict[Rating, str] = {
    Rating.CORROBORATED: (
        "Borne out by at least two independent origins, or by a primary source; it does not say “true”."
    ),
    Rating.DISPUTED: "At least one citation supports the claim and one contradicts it; the rationale says by whom.",
    Rating.SOURCE_BIASED: "The way an outlet put it is the finding; it names the outlet, the span and the reason.",
    Rating.UNSETTLED: "Looked into without result; the rationale says what was tried.",
}

_REASON_EXPLANATIONS: dict[FindingReason, str] = {
    FindingReason.LOADED_WORD: "A word or title passes a judgement where a neutral one was at hand.",
    FindingReason.CUT_QUOTE: "The quotation stops, starts or skips where the missing words change what it says.",
    FindingReason.ALTERED_QUOTE: "Words inside the quotation marks differ from those that were said.",
    FindingReason.ANOTHER_MOUTH: "The words are given to somebody who did not say them.",
    FindingReason.VOICE_LEAK: "What somebody claimed is told in the outlet's own voice, as if it were established.",
    FindingReason.MISSING_COUNTER_CLAIM: "A denial or answer that was at hand is not reported.",
    FindingReason.UNDISCLOSED_CHAIN: "The report rests on another outlet or agency and does not say so.",
    FindingReason.MISLEADING_HEADLINE: "The headline says more than the copy below it, or something else.",
    FindingReason.OTHER: "Another reason, which the note gives.",
}
