"""When something was said: the same utterance, dated by two outlets to days that are not one."""

from collections.abc import Iterator

from claims.comparison.conflicts.dates import Dated
from claims.comparison.conflicts.limits import SURE_SAYING
from claims.comparison.conflicts.suggest import Given, conflict
from claims.comparison.conflicts.times import When, differ, times_in
from claims.comparison.conflicts.told import Sentence, Told
from claims.comparison.found import Conflict, ConflictKind, Utterance, Variant
from claims.language.words import MESSAGE_NOUNS

LEAST_WORDS = 4
KINDS = ("weekday", "weekend", "day near")
FAMILIES = ("say", "tell", "object")


def find(told: Told, dated: list[Dated], utterances: tuple[Utterance, ...]) -> Iterator[Conflict]:
    """Conflicts over the day on which somebody said something."""
    by_sentence: dict[int, list[Dated]] = {}
    for d in dated:
        by_sentence.setdefault(id(d.act.sentence), []).append(d)
    for utterance in utterances:
        if utterance.score < SURE_SAYING:
            continue
        said = [(v, *found) for v in utterance.members if (found := _said(told, by_sentence, v)) is not None]
        pair = next(
            (
                (a, b)
                for n, a in enumerate(said)
                for b in said[n + 1 :]
                if a[0].place.article != b[0].place.article and differ(a[2], b[2])
            ),
            None,
        )
        if pair is None or _agree(said, pair):
            continue
        words = utterance.members[utterance.reference].text
        shown = words if len(words) <= 70 else words[:67].rsplit(" ", 1)[0] + " …"
        made = conflict(
            ConflictKind.WHEN,
            f"When did {utterance.speaker or 'they'} say “{shown}”?",
            [Given(s, min(v.place.start, w.start), max(v.place.end, w.end), w.text) for v, s, w in said],
            0.8 * utterance.score,
            "the same words, dated to days that are not one",
        )
        if made:
            yield made


def _said(told: Told, dated: dict[int, list[Dated]], variant: Variant) -> tuple[Sentence, When] | None:
    """The one time that the variant's sentence gives for its saying."""
    if len(variant.text.split()) < LEAST_WORDS:
        return None
    place = variant.place
    sentence = told.at(place.article, max(place.start, place.end - 2))
    if sentence is None:
        return None
    copy = told.story.copies[place.article]
    times = [t for t in times_in(copy.text, sentence.start, sentence.end, copy.published) if not _inside(sentence, t)]
    if len(times) != 1 or times[0].kind not in KINDS:
        return None
    when = times[0]
    cues = [d for d in dated.get(id(sentence), []) if d.when.start == when.start and _is_speech(d)]
    ahead = [i for i in sentence.items if i.end <= when.start]
    in_message = (
        len(ahead) > 1 and ahead[-1].low in MESSAGE_NOUNS and ahead[-2].low in ("a", "an", "his", "her", "their")
    )
    return (sentence, when) if cues or in_message else None


def _is_speech(d: Dated) -> bool:
    cue = d.act.sentence.items[d.act.at].cue
    return cue is not None and cue.family in FAMILIES


def _inside(sentence: Sentence, when: When) -> bool:
    return any(q and i.start <= when.start < i.end for i, q in zip(sentence.items, sentence.quoted, strict=True))


def _agree(said: list[tuple[Variant, Sentence, When]], pair: tuple) -> bool:
    """Whether one of the two articles gives the other's day too."""
    (a, _, day), (b, _, other) = pair
    return any(
        (v.place.article == a.place.article and not differ(w, other))
        or (v.place.article == b.place.article and not differ(w, day))
        for v, _, w in said
    )
