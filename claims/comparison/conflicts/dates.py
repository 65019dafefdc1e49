"""When: times of the same act that cannot be one."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from claims.comparison.conflicts.acts import Act, Mood
from claims.comparison.conflicts.events import clearer, gloss, is_same_event, people_in
from claims.comparison.conflicts.limits import CONTEXT_DATE, CONTEXT_FIRST, MOST_ANSWERS, SHOWN
from claims.comparison.conflicts.senses import GROUPS, SPEECH, base_of
from claims.comparison.conflicts.suggest import Given, conflict
from claims.comparison.conflicts.times import When, differ, times_in
from claims.comparison.conflicts.told import Sentence, Told
from claims.comparison.found import Conflict, ConflictKind
from claims.language.words import MESSAGE_NOUNS

AFTER = re.compile(
    r"\b(?:less than|fewer than|within|about|roughly|nearly|some|just|only|barely)\s(?P<count>\d+|one|two|three|four|five|six|a)"
    r"\s(?P<unit>hour|day)s?\s(?:after|of)\b",
    re.I,
)
SEEN = frozenset(("clash", "kill", "shoot", "arrest", "crash", "injure", "meet"))
"""Acts that a video may show."""
PICTURES = frozenset(["video", "videos", "footage", "film", "clip", "recording", "tape", "photo", "photos"])
NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "a": 1}
KNOWN = frozenset(("announce", "report", "reveal", "post", "break", "release", "make"))
"""Acts by which something becomes known; with "first" (or "made public") they happen once."""


@dataclass(frozen=True, slots=True)
class Dated:
    """An act and its time. `first`: "first announced", "the first to report", "made public"."""

    act: Act
    when: When
    first: bool
    bound: bool = False  # no later than this

    @property
    def value(self) -> str:
        return self.when.text


def dated_acts(told: Told, acts: list[Act]) -> list[Dated]:
    """Every act with the time that the copy gives it."""
    by_sentence: dict[int, list[Act]] = defaultdict(list)
    for act in acts:
        by_sentence[id(act.sentence)].append(act)
    out: list[Dated] = []
    for sentence in told.sentences:
        copy = told.story.copies[sentence.article]
        times = times_in(copy.text, sentence.start, sentence.end, copy.published)
        here = by_sentence.get(id(sentence), [])
        for when in times:
            holder = _attached(sentence, here, when)
            if holder is not None and not when.since and not when.until:
                out.append(Dated(holder, when, _is_first(holder)))
        out.extend(_after(told, sentence, here, times))
    return out


def _attached(sentence: Sentence, acts: list[Act], when: When) -> Act | None:
    """The act that a time belongs to: the noun right behind it, else the verb of its clause, before it rather than after."""
    items = sentence.items
    first = next((n for n, i in enumerate(items) if i.end > when.start), None)
    last = next((n for n in range(len(items) - 1, -1, -1) if items[n].start < when.end), None)
    if first is None or last is None:
        return None
    behind = last + 1
    while behind < len(items) and items[behind].cls in ("POSS", "AUX") and items[behind].low in ("'s", "’s"):
        behind += 1
    for act in acts:
        if act.is_noun and behind <= act.at <= behind + 1 and items[first - 1].cls != "PREP":
            return act
    back = first - 1 - (first > 0 and items[first - 1].low in ("on", "in", "early", "late"))
    held = next((a for a in acts if a.is_noun and a.at == back), None)
    if held is not None:
        return held  # "a meeting on Thursday"
    verbs = [a for a in acts if not a.is_noun]
    opens = behind + (behind < len(items) and items[behind].cls == "COMMA")
    if opens < len(items) and items[opens].low == "when":
        return next((a for a in verbs if a.at > opens), None)
    number = sentence.clause[first]
    inside = [a for a in verbs if a.low <= first < a.high or sentence.clause[a.at] == number]
    if not inside:
        lead = [a for a in verbs if sentence.clause[a.at] in (number + 1, number + 2)]
        return lead[0] if lead and first <= 4 else None
    before = [a for a in inside if a.at < first]
    after = [a for a in inside if a.at > last]
    ahead = items[first - 1] if first else None
    if ahead is not None and ahead.cls == "WORD" and ahead.low in MESSAGE_NOUNS:
        return None  # "BuzzFeed's report Thursday", "in a statement Monday": the paper's day
    if before and after:
        gap = items[before[-1].at + 1 : first]
        far = (
            any(i.cls in ("WORD", "NAME") for i in gap)
            and after[0].at - last == 1
            and not items[after[0].at].low.endswith("ing")
        )
        return after[0] if far else before[-1]
    if before:
        return before[-1]
    return after[0]


def _is_first(act: Act) -> bool:
    items = act.sentence.items
    near = [i.low for i in items[max(0, act.at - 5) : act.at + 3]]
    base = base_of(items[act.at].low)
    return base in KNOWN and ("first" in near or (base in ("make",) and "public" in near))


def _after(told: Told, sentence: Sentence, acts: list[Act], times: list[When]) -> list[Dated]:
    """ "less than 48 hours after it was first announced": counted back from the time that this sentence or the one before names."""
    copy = told.story.copies[sentence.article]
    found = AFTER.search(copy.text, sentence.start, sentence.end)
    if not found:
        return []
    anchors = [t for t in times if t.end <= found.start()]
    if not anchors and sentence.previous is not None:
        before = sentence.previous
        anchors = times_in(copy.text, before.start, before.end, copy.published)
    act = next((a for a in acts if sentence.items[a.at].start >= found.end() and not a.is_noun), None)
    if not anchors or act is None or not anchors[-1].weekdays or len(anchors[-1].weekdays) > 1:
        return []
    count = NUMBERS.get(found["count"].lower()) or int(found["count"])
    days = -(-count // 24) if found["unit"].lower() == "hour" else count
    if days > 5:
        return []
    day = next(iter(anchors[-1].weekdays))
    back = frozenset((day - n) % 7 for n in range(days + 1))
    when = replace(
        anchors[-1],
        start=found.start(),
        end=found.end(),
        text=found.group(),
        spans=(),
        weekdays=back,
        months=frozenset(),
    )
    return [Dated(act, when, _is_first(act))]


def find(told: Told, acts: list[Act], dated: list[Dated]) -> Iterator[Conflict]:
    """Conflicts over when something was, one for each act."""
    by_sense: dict[str, list[Dated]] = defaultdict(list)
    for d in (*dated, *_bounds(told, acts, dated)):
        by_sense["first known" if d.first else d.act.sense].append(d)
    for sense, group in sorted(by_sense.items()):
        if sense in SPEECH and sense not in GROUPS:
            continue
        found = _worst(told, group[:MOST_ANSWERS], sense == "first known")
        if found is None:
            continue
        score, one, other = found
        answers = [one, other, *_beside(told, group[:MOST_ANSWERS], one, other)]
        made = conflict(
            ConflictKind.WHEN,
            f"When: “{gloss(_telling(one, other))}”?",
            [Given(d.act.sentence, *_span(d), d.value) for d in answers],
            score,
            _reason(one, other),
        )
        if made:
            yield made


def _worst(told: Told, group: list[Dated], first: bool) -> tuple[float, Dated, Dated] | None:
    best: tuple[float, Dated, Dated] | None = None
    for n, one in enumerate(group):
        for other in group[n + 1 :]:
            a, b = one.act.sentence, other.act.sentence
            if (a.article == b.article and a.headline == b.headline) or not _apart(one, other):
                continue
            score = _sameness(told, one, other, first)
            if score < SHOWN or (best and score <= best[0]):
                continue
            if _known(group, one, other) or _known(group, other, one):
                continue
            best = (score, one, other)
    return best


def _telling(one: Dated, other: Dated) -> Act:
    """The act as the question words it; never the posting of a video for what it shows."""
    if one.bound or other.bound:
        return other.act if one.bound else one.act
    return clearer(one.act, other.act)


def _apart(one: Dated, other: Dated) -> bool:
    if one.bound and other.bound:
        return False
    if one.bound or other.bound:
        bound, event = (one, other) if one.bound else (other, one)
        if bound.when.spans and event.when.spans:
            return all(a > b for a, _ in event.when.spans for _, b in bound.when.spans)
        known = bound.when.weekdays and event.when.weekdays and event.when.text.lower().startswith("this")
        return bool(known) and min(event.when.weekdays) > max(bound.when.weekdays)
    return differ(one.when, other.when)


def _sameness(told: Told, one: Dated, other: Dated, first: bool) -> float:
    if first:
        context = told.likeness(one.act.sentence.stems, other.act.sentence.stems)
        return min(0.9, SHOWN * context / CONTEXT_FIRST)
    if (one.act.mood is Mood.MAYBE) != (other.act.mood is Mood.MAYBE) or one.act.negated != other.act.negated:
        return 0.0
    if one.bound or other.bound:
        return (
            0.6
            if one.act.sentence.names & other.act.sentence.names or people_in(one.act) & people_in(other.act)
            else 0.0
        )
    if _numbers(one) and _numbers(other) and not _numbers(one) & _numbers(other):
        return 0.0  # what was counted in two years
    return is_same_event(told, one.act, other.act, CONTEXT_DATE)


def _numbers(d: Dated) -> frozenset[str]:
    """Figures in the act's clause, those of the time itself left out."""
    items = d.act.sentence.items[d.act.low : d.act.high]
    return frozenset(i.low for i in items if i.cls == "NUM" and not d.when.start <= i.start < d.when.end)


def _known(group: list[Dated], one: Dated, other: Dated) -> bool:
    """Whether the other article gives this act at this time too."""
    article = other.act.sentence.article
    if one.act.sentence.article == article or one.bound:
        return False
    return any(
        d.act.sentence.article == article and not d.bound and not differ(d.when, one.when)
        for d in group
        if d is not other
    )


def _beside(told: Told, group: list[Dated], one: Dated, other: Dated) -> list[Dated]:
    seen = {(one.act.sentence.article, one.value), (other.act.sentence.article, other.value)}
    articles = {one.act.sentence.article, other.act.sentence.article}
    out: list[Dated] = []
    for d in group:
        key = (d.act.sentence.article, d.value)
        if key in seen or d is one or d is other or (d.act.sentence.article in articles and not d.first):
            continue
        if max(_sameness(told, d, one, d.first), _sameness(told, d, other, d.first)) >= SHOWN:
            out.append(d)
            seen.add(key)
    return out


def _bounds(told: Told, acts: list[Act], dated: list[Dated]) -> Iterator[Dated]:
    """ "The video, posted last Friday, shows …": what the article says of the act that is seen in it was no later."""
    physical: dict[tuple[int, str], list[Act]] = defaultdict(list)
    for act in acts:
        if act.sense in SEEN and act.mood is Mood.TOLD and not act.negated:
            physical[act.sentence.article, act.sense].append(act)
    for d in dated:
        words = {i.low for i in d.act.sentence.items[max(0, d.act.at - 8) : d.act.at]}
        if d.act.sense != "post" or not words & PICTURES:
            continue
        for sense in sorted(SEEN):
            seen = physical.get((d.act.sentence.article, sense), [])
            if len(seen) >= 2:
                yield Dated(replace_sense(d.act, sense), d.when, False, bound=True)


def replace_sense(act: Act, sense: str) -> Act:
    """The same place read as another act."""
    return replace(act, sense=sense)


def _span(d: Dated) -> tuple[int, int]:
    """The clause, stretched over the time where that stands outside it."""
    start, end = d.act.span()
    return min(start, d.when.start), max(end, d.when.end)


def _reason(one: Dated, other: Dated) -> str:
    if one.bound or other.bound:
        return "what a video shows was before it was posted, and the other article dates it later"
    return f"the same act by its words and names, told of “{one.value}” and of “{other.value}”, which have no day in common"
