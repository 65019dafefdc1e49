"""Whether: told as so in one article, and in another as not so; the opposite act; a question here that is a demand there."""

from collections import defaultdict
from collections.abc import Iterator

from claims.comparison.conflicts.acts import Act, Mood
from claims.comparison.conflicts.events import doer, gloss, is_same_event, same_party, undergoer
from claims.comparison.conflicts.limits import CONTEXT_WHETHER, MOST_ANSWERS, SHOWN, SURE_CLAIM
from claims.comparison.conflicts.senses import GROUPS, OPPOSITES, SPEECH, base_of
from claims.comparison.conflicts.suggest import Given, conflict
from claims.comparison.conflicts.times import differ, times_in
from claims.comparison.conflicts.told import Told
from claims.comparison.found import ClaimPlace, ComparedClaim, Conflict, ConflictKind, Flag
from claims.language.spans import Stance, Voice

STATES = frozenset(
    ("encircle", "kill", "injure", "arrest", "fire", "resign", "meet", "speak to", "marry", "shoot", "find", "close")
)
"""Acts whose nouns and participles are compared too: no subject and object needed when people and places are common."""
OPEN = frozenset(("ever", "any", "anyone", "if", "whether", "unless", "yet"))
STATE_BONUS = 0.1
"""Added for such acts where a name is common."""
ASKING = frozenset(("ask", "wonder", "question", "inquire", "query"))
LADDER = frozenset(("accept", "reject", "support", "oppose"))
"""Left to commitment.py, which knows the steps between yes and no."""


def find(told: Told, acts: list[Act]) -> Iterator[Conflict]:
    """Conflicts over whether something is so."""
    by_sense: dict[str, list[Act]] = defaultdict(list)
    for act in acts:
        by_sense[act.sense].append(act)
    for sense in sorted(by_sense):
        if (sense in SPEECH and sense not in GROUPS) or sense in LADDER:
            continue
        yield from _denied(told, sense, [a for a in by_sense[sense] if a.mood is Mood.TOLD])
    for one, other in sorted(tuple(sorted(pair)) for pair in OPPOSITES):
        if one not in LADDER:
            yield from _opposite(told, by_sense.get(one, []), by_sense.get(other, []))
    for sense in sorted(by_sense):
        if sense not in SPEECH:
            yield from _asked(told, by_sense[sense])


def disputed(told: Told, claims: tuple[ComparedClaim, ...]) -> Iterator[Conflict]:
    """Claims that one article states without the denial that another one carries: the denier is somebody else than the claimant."""
    for claim in claims:
        if not ({Flag.VOICE_LEAK, Flag.MISSING_COUNTER_CLAIM} & set(claim.flags)) or Flag.COMMITMENT in claim.flags:
            continue
        yes = [m for m in claim.members if m.stance is Stance.ASSERTS]
        no = [m for m in claim.members if m.stance is Stance.DENIES]
        ours = {told.story.person(m.claimant) for m in yes} - {None}
        no = [m for m in no if told.story.person(m.claimant) not in ours]
        silent = {m.place.article for m in yes} - {m.place.article for m in no}
        if not no or not silent or claim.score < SURE_CLAIM:
            continue
        best: dict[tuple[int, Stance], ClaimPlace] = {}
        for m in sorted((*yes, *no), key=lambda m: (not m.leaks, m.voice is not Voice.OUTLET, -m.score, m.place)):
            best.setdefault((m.place.article, m.stance), m)
        given = [
            Given(sentence, m.place.start, m.place.end, "yes" if m.stance is Stance.ASSERTS else "no")
            for m in best.values()
            if (sentence := told.at(m.place.article, m.place.start)) is not None
        ]
        made = conflict(
            ConflictKind.WHETHER,
            f"Is it so: “{claim.text}”?",
            given,
            0.9 * claim.score,
            "told without the denial in one article, denied in another",
        )
        if made:
            yield made


def _denied(told: Told, sense: str, group: list[Act]) -> Iterator[Conflict]:
    no = [a for a in group if a.negated][:MOST_ANSWERS]
    yes = [a for a in group if not a.negated and not _is_open(a)][:MOST_ANSWERS]
    both = {a.sentence.article for a in no} & {a.sentence.article for a in yes}
    best: tuple[float, Act, Act] | None = None
    for one in no:
        for other in yes:
            if one.sentence.article == other.sentence.article or other.sentence.article in both:
                continue
            score = _sameness(told, sense, one, other)
            if score >= SHOWN and (best is None or score > best[0]):
                best = (score, one, other)
    if best is None:
        return
    score, one, other = best
    answers = [one, other]
    for a in (*no, *yes):
        against = other if a.negated else one
        if (
            all(a.sentence.article != b.sentence.article for b in answers)
            and _sameness(told, sense, a, against) >= SHOWN
        ):
            answers.append(a)
    made = conflict(
        ConflictKind.WHETHER,
        f"Is it so: “{gloss(other)}”?",
        [Given(a.sentence, *a.span(), "no" if a.negated else "yes") for a in answers],
        score,
        "one article tells it, another says that it was not so",
    )
    if made:
        yield made


def _is_open(act: Act) -> bool:
    items = act.sentence.items
    return any(i.low in OPEN for i in items[act.low : act.at + 2])


def _sameness(told: Told, sense: str, one: Act, other: Act) -> float:
    no, yes = (one, other) if one.negated else (other, one)
    if one.negated == other.negated or _limited(told, no, yes):
        return 0.0
    if sense in STATES:
        score = is_same_event(told, one, other, CONTEXT_WHETHER)
        return score + STATE_BONUS if score and one.sentence.names & other.sentence.names else score
    if one.is_noun or other.is_noun:
        return 0.0
    by, to = same_party(doer(one), doer(other)), same_party(undergoer(one), undergoer(other))
    return (
        is_same_event(told, one, other, CONTEXT_WHETHER)
        if by and to and told.likeness(one.stems, other.stems) >= CONTEXT_WHETHER
        else 0.0
    )


def _limited(told: Told, no: Act, yes: Act) -> bool:
    """ "Did not resign on Tuesday": the denial is of a time that the other does not give."""
    times = [
        times_in(told.story.copies[a.sentence.article].text, *a.span(), told.story.copies[a.sentence.article].published)
        for a in (no, yes)
    ]
    if not times[0]:
        return False
    return not times[1] or all(differ(a, b) for a in times[0] for b in times[1])


def _opposite(told: Told, one_side: list[Act], other_side: list[Act]) -> Iterator[Conflict]:
    for one in one_side[:MOST_ANSWERS]:
        for other in other_side[:MOST_ANSWERS]:
            plain = one.mood is Mood.TOLD and other.mood is Mood.TOLD and not one.negated and not other.negated
            if not plain or one.is_noun or other.is_noun or one.sentence.article == other.sentence.article:
                continue
            if not (same_party(doer(one), doer(other)) and same_party(undergoer(one), undergoer(other))):
                continue
            context = told.likeness(one.sentence.stems, other.sentence.stems)
            if context < CONTEXT_WHETHER:
                continue
            made = conflict(
                ConflictKind.WHETHER,
                f"Which of the two: “{gloss(one)}” or “{gloss(other)}”?",
                [Given(a.sentence, *a.span(), a.sentence.items[a.at].text) for a in (one, other)],
                SHOWN + 0.4 * context,
                "the same person and thing, and acts that exclude each other",
            )
            if made:
                yield made
                return


def _asked(told: Told, group: list[Act]) -> Iterator[Conflict]:
    """Somebody asks whether it will be so, and elsewhere says that it should be."""
    asked = [a for a in group if a.mood is Mood.ASKED and not a.is_noun and _reporter(a) and _is_asking(a)]
    wanted = [a for a in group if a.mood is Mood.WANTED and not a.is_noun and _reporter(a)]
    for one in asked[:MOST_ANSWERS]:
        for other in wanted[:MOST_ANSWERS]:
            if one.sentence.article == other.sentence.article or same_party(undergoer(one), undergoer(other)) is False:
                continue
            if any(a.sentence.article == one.sentence.article for a in wanted) or not _reporter(one) & _reporter(other):
                continue
            if any(a.sentence.article == other.sentence.article for a in asked):
                continue
            made = conflict(
                ConflictKind.WHETHER,
                f"Asked or demanded: “{gloss(other)}”?",
                [
                    Given(one.sentence, *_reported(one), "asked whether"),
                    Given(other.sentence, *_reported(other), "said that it should"),
                ],
                0.55,
                "the same speaker asks whether it will be so in one article, and demands it in another",
            )
            if made:
                yield made
                return


def _reporting(act: Act) -> int | None:
    """The reporting verb under which the act stands, by its place."""
    items = act.sentence.items
    back = range(act.low, max(-1, act.low - 12), -1)
    return next(
        (n for n in back if items[n].cls == "CUE" and n < act.at and base_of(items[n].low) not in ("should",)), None
    )


def _is_asking(act: Act) -> bool:
    at = _reporting(act)
    return at is not None and base_of(act.sentence.items[at].low) in ASKING


def _reporter(act: Act) -> frozenset[str]:
    at = _reporting(act)
    if at is None:
        return frozenset()
    by = act.reporters.get(at)
    return by.names if by else frozenset()


def _reported(act: Act) -> tuple[int, int]:
    at = _reporting(act)
    start, end = act.span()
    return (min(start, act.sentence.items[at].start) if at is not None else start), end
