"""Fragments that two outlets translated differently: "root causes" and "original causes". Pure.

Only for speakers of another language, and careful: the same noun must stand there, and either another fragment of the same
sentence belongs to the other wording, or the paragraphs around tell of the same words in the same way.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from claims.comparison.copies import Story
from claims.comparison.quoted.aligning import align
from claims.comparison.quoted.judging import SHORT, Link
from claims.comparison.quoted.mouths import Kinship, kinship
from claims.comparison.quoted.stretches import Stretch
from claims.comparison.words import words_in
from claims.language.words import listed

SCORE = 0.55
COMMON = 2  # telling words that both paragraphs must have besides the fragment, names and verbs of saying
LOOKED = 40  # stretches that hold the noun, or stand in the same quote, that are looked at
_SAYING = frozenset(listed("say tell call speak describ add not stat"))


def translated_links(
    story: Story, stretches: Sequence[Stretch], at: Sequence[int], free: Sequence[int], languages: Mapping[str, str]
) -> list[tuple[int, int, Link]]:
    """(fragment, wording, link) for fragments of foreign speakers that joined nothing yet. `at`: stretch → its cluster;
    `free`: the numbers of those that stand alone."""
    foreign = {person for person, language in languages.items() if language.split("-")[0] != "en"}
    holding: dict[tuple[str, str], list[int]] = defaultdict(
        list
    )  # person, word → their stretches that hold it, not as the first
    breath: dict[tuple[int, int | None], list[int]] = defaultdict(list)
    for n, stretch in enumerate(stretches):
        if stretch.marked and stretch.mouth.person in foreign:
            breath[stretch.place.article, stretch.same_breath].append(n)
            for norm in {word.norm for word in stretch.own[1:]}:
                holding[stretch.mouth.person, norm].append(n)
    around = _Around(story)
    out = []
    for n in free:
        fragment, person = stretches[n], stretches[n].mouth.person
        telling = [word.norm for word in fragment.own if word.is_content]
        if not fragment.marked or not 2 <= len(fragment.own) <= SHORT or person not in foreign or not telling:
            continue
        near = breath[fragment.place.article, fragment.same_breath][:LOOKED]
        beside = {at[m] for m in near if m != n and _one_breath(fragment, stretches[m])}
        for m in holding[person, telling[-1]][:LOOKED]:  # the same noun, behind another word than here
            other = stretches[m]
            if other.place.article != fragment.place.article and (
                at[m] in beside or around.tell_alike(fragment, other)
            ):
                out.append((n, m, Link(Kinship.SAME, align(other.words, fragment.words), False, SCORE)))
                break
    return out


def _one_breath(one: Stretch, other: Stretch) -> bool:
    return (
        one.place.article == other.place.article
        and one.same_breath is not None
        and one.same_breath == other.same_breath
        and kinship(one.mouth, other.mouth) is Kinship.SAME
    )


class _Around:
    """The telling words of the paragraphs around stretches, names left out."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.keys: dict[tuple[int, int], frozenset[str]] = {}

    def tell_alike(self, one: Stretch, other: Stretch) -> bool:
        own = {word.key for word in (*one.words, *other.words)} | _SAYING
        return len((self._of(one) & self._of(other)) - own) >= COMMON

    def _of(self, stretch: Stretch) -> frozenset[str]:
        at = stretch.place.article, stretch.paragraph.start
        if at not in self.keys:
            words = words_in(self.story.copies[at[0]].text, at[1], stretch.paragraph.end)
            self.keys[at] = frozenset(word.key for word in words if word.is_content and word.written.islower())
        return self.keys[at]
