"""Fragments that two outlets translated differently: "root causes" and "original causes". Pure.

Only for speakers of another language, and careful: the same noun must stand there, and either another fragment of the same
sentence belongs to the other wording, or the paragraphs around tell of the same words in the same way.
"""

from collections.abc import Mapping, Sequence
from itertools import groupby

from claims.comparison.aligning import align
from claims.comparison.copies import Story
from claims.comparison.judging import SHORT, Link
from claims.comparison.mouths import Kinship, kinship
from claims.comparison.stretches import Stretch
from claims.comparison.words import words_in
from claims.language.words import listed

SCORE = 0.55
COMMON = 2  # telling words that both paragraphs must have besides the fragment, names and verbs of saying
_SAYING = frozenset(listed("say tell call speak describ add not stat"))


def translated_links(
    story: Story, stretches: Sequence[Stretch], at: Sequence[int], free: Sequence[int], languages: Mapping[str, str]
) -> list[tuple[int, int, Link]]:
    """(fragment, wording, link) for fragments of foreign speakers that joined nothing yet. `at`: stretch → its cluster;
    `free`: the numbers of those that stand alone."""
    by_person = {
        person: list(numbers)
        for person, numbers in groupby(
            sorted(
                (n for n, s in enumerate(stretches) if s.marked and s.mouth.person in languages),
                key=lambda n: (stretches[n].mouth.person or "", n),
            ),
            key=lambda n: stretches[n].mouth.person,
        )
    }
    out = []
    for n in free:
        fragment = stretches[n]
        if not fragment.marked or not 2 <= len(fragment.own) <= SHORT or fragment.mouth.person not in by_person:
            continue
        if languages[fragment.mouth.person or ""].split("-")[0] == "en":
            continue
        beside = {at[m] for m in by_person[fragment.mouth.person] if m != n and _one_breath(fragment, stretches[m])}
        for m in by_person[fragment.mouth.person]:
            other = stretches[m]
            if other.place.article == fragment.place.article or not _share_the_noun(fragment, other):
                continue
            if at[m] in beside or _told_alike(story, fragment, other):
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


def _share_the_noun(fragment: Stretch, other: Stretch) -> bool:
    """The fragment's last word of meaning stands in the other too, behind another word than here."""
    telling = [word for word in fragment.own if word.is_content]
    return bool(telling) and any(word.norm == telling[-1].norm for word in other.own[1:])


def _told_alike(story: Story, one: Stretch, other: Stretch) -> bool:
    own = {word.key for word in (*one.words, *other.words)} | _SAYING
    return len(_around(story, one) & _around(story, other) - own) >= COMMON


def _around(story: Story, stretch: Stretch) -> set[str]:
    """Keys of the telling words in the paragraph, names left out."""
    text = story.copies[stretch.place.article].text
    words = words_in(text, stretch.paragraph.start, stretch.paragraph.end)
    return {word.key for word in words if word.is_content and word.written.islower()}
