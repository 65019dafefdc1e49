"""A story that has been compared: three invented outlets on one ferry, and what a comparison found in them."""

from dataclasses import dataclass
from typing import Any

import pytest

from articles.models import Article, Story
from claims.comparison.decisions import Place
from claims.comparison.found import (
    Answer,
    ClaimPlace,
    ComparedClaim,
    Comparison,
    Conflict,
    ConflictKind,
    Origin,
    PassagePlace,
    SharedPassage,
    Utterance,
    Variant,
)
from claims.comparison.stored import to_json
from claims.language.spans import Stance, Voice
from claims.models import StoryComparison
from tests.factories import make_article, make_story

SAID = "The ferry will sail again"
CLAIM = "The ferry carries 40 people"
TEXTS = {
    "The Harbour Post": f"“{SAID}, but not before June,” Mayor Ilse Tarn said.\n\n{CLAIM}.\n\nThe pier is closed to all.",
    "Oxholm Courier": f"“{SAID},” Mayor Ilse Tarn said.\n\n{CLAIM}, the harbour said.\n\nThe pier is closed to all.",
    "The Island Wire": f"“{SAID},” Tarn told reporters.\n\nThe harbour denied it: The ferry carries 60 people.",
}


@dataclass
class Compared:
    """The story, its articles in the comparison's order, and places in them by their words."""

    story: Story
    articles: list[Article]

    def place(self, article: int, words: str) -> Place:
        start = self.articles[article].body.index(words)
        return Place(article, start, start + len(words))

    def variant(self, article: int, words: str, **fields: Any) -> Variant:
        values = {"speaker": "Ilse Tarn", "cue": "said", "via": (), "marked": True, "differences": ()} | fields
        return Variant(self.place(article, words), words, 1, **values)

    def stated(self, article: int, words: str, **fields: Any) -> ClaimPlace:
        values = {"voice": Voice.OUTLET, "stance": Stance.ASSERTS, "claimant": None, "score": 0.9} | fields
        return ClaimPlace(self.place(article, words), 2, **values)

    def utterance(self, *members: Variant, reference: int = 0) -> Utterance:
        return Utterance("Ilse Tarn", members, reference, (), 0.9, "the same words")

    def claim(self, *members: ClaimPlace, **fields: Any) -> ComparedClaim:
        return ComparedClaim(CLAIM, None, members, 1, "3 outlets, 1 origin", (), 0.8, "the same words", **fields)

    def conflict(self, *answers: tuple[int, str, str]) -> Conflict:
        members = tuple(Answer(self.place(article, words), 2, value) for article, words, value in answers)
        return Conflict(ConflictKind.HOW_MANY, "How many people does the ferry carry?", members, 0.9, "numbers differ")

    def keep(self, comparison: Comparison) -> StoryComparison:
        """As if a worker had found this."""
        values = {"version": comparison.version, "found": to_json(comparison)}
        values["articles"] = [[article.pk, None] for article in self.articles]
        return StoryComparison.objects.update_or_create(story=self.story, defaults=values)[0]

    @property
    def everything(self) -> Comparison:
        """One of each kind of thing that is found."""
        pier = [PassagePlace(self.place(n, "The pier is closed to all."), 3) for n in (0, 1)]
        said = [self.variant(0, f"{SAID}, but not before June"), self.variant(1, SAID), self.variant(2, SAID)]
        denied = self.place(2, "The ferry carries 60 people")
        return Comparison(
            "compare-1",
            passages=(SharedPassage(tuple(pier), 1.0, "the same words"),),
            origins=(Origin((0, 1), "They share a paragraph."),),
            utterances=(self.utterance(*said),),
            claims=(
                self.claim(
                    self.stated(0, CLAIM),
                    self.stated(1, CLAIM, voice=Voice.ATTRIBUTED, claimant="the harbour"),
                    missing=(0,),
                    denied_by=(denied,),
                ),
            ),
            conflicts=(self.conflict((0, CLAIM, "40"), (1, CLAIM, "40"), (2, "The ferry carries 60 people", "60")),),
        )


@pytest.fixture
def compared(db: None) -> Compared:
    """Compared, and everything of it kept."""
    made = uncompared_story()
    made.keep(made.everything)
    return made


@pytest.fixture
def uncompared(db: None) -> Compared:
    return uncompared_story()


def uncompared_story() -> Compared:
    story = make_story("The ferry to Oxholm")
    return Compared(story, [make_article(text, story=story, outlet=outlet) for outlet, text in TEXTS.items()])
