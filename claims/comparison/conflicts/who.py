"""Who: the same act told of two doers, a doer whom one article rules out, and words put in two mouths."""

import re
from collections import defaultdict
from collections.abc import Iterator

from claims.comparison.conflicts.acts import Act, Mood
from claims.comparison.conflicts.events import doer, gloss, past_of, people_in, undergoer
from claims.comparison.conflicts.limits import CONTEXT_WHO, MOST_ANSWERS, SHOWN
from claims.comparison.conflicts.parties import Party
from claims.comparison.conflicts.suggest import Given, conflict
from claims.comparison.conflicts.told import Sentence, Told, name_key, names_among
from claims.comparison.found import Conflict, ConflictKind, Flag, Utterance
from claims.language.person_names import is_body, name_of
from claims.language.words import DETERMINERS, PRONOUNS

NOBODY = PRONOUNS | DETERMINERS
RELAYED = re.compile(
    r"\W*(?!(?:we|i|you)\b)(?:(?:the|our|his|her|their|my)\s)?(?:[\w.’'-]+\s){1,4}?(?:has\s|had\s)?(?:said|says|stated|testified)\b",
    re.I,
)
"""Words inside marks that pass on what somebody else said: "The director said she was careless"."""

ONCE = frozenset(
    [
        "kill",
        "shoot",
        "post",
        "fire",
        "arrest",
        "hire",
        "found",
        "write",
        "win",
        "buy",
        "sell",
        "direct",
        "design",
        "create",
        "lead",
        "invent",
        "steal",
        "drive",
        "pilot",
        "order",
        "paint",
        "compose",
        "draft",
        "sign",
        "adopt",
        "rescue",
        "attack",
        "stab",
        "nominate",
        "leak",
    ]
)
"""Acts with one doer: two different people named as such is a conflict, unless both did it."""
ACCOUNT = frozenset(("account", "username", "handle", "channel", "user", "pseudonym", "nickname", "screenname"))


def find(told: Told, acts: list[Act], utterances: tuple[Utterance, ...]) -> Iterator[Conflict]:
    """Conflicts over who did something."""
    by_sense: dict[str, list[Act]] = defaultdict(list)
    for act in acts:
        by_sense[act.sense].append(act)
    for sense in sorted(by_sense):
        yield from _ruled_out(told, by_sense[sense])
        if sense in ONCE:
            yield from _two_doers(told, by_sense[sense][: 2 * MOST_ANSWERS])
    yield from _mouths(told, utterances)


def _ruled_out(told: Told, group: list[Act]) -> Iterator[Conflict]:
    """ "Her envoy, rather than the mayor herself, spoke to Orr" against "The mayor spoke to Orr"."""
    for act in group:
        if act.excluded is None or not act.excluded.names or act.subject is None or act.mood is not Mood.TOLD:
            continue
        partner = people_in(act) - act.subject.names - act.excluded.names
        answers = [Given(act.sentence, *_stretch(act), _named(act.subject, act.sentence))]
        for other in group:
            if (
                other.sentence.article == act.sentence.article
                or other.negated
                or other.mood is not Mood.TOLD
                or other.excluded
            ):
                continue
            people = _sides(other)
            if not act.excluded.names & people or (partner and not partner & people):
                continue
            if not other.is_noun and (other.subject is None or not act.excluded.names & other.subject.names):
                continue
            named = (
                other.subject
                if other.subject is not None and not other.is_noun and not other.subject.described
                else None
            )
            value = _named(named, other.sentence) if named else _named(act.excluded, act.sentence, told)
            answers.append(Given(other.sentence, *_stretch(other), value))
        if len(answers) > 1:
            to = next((p.text for prep, p in act.others if prep in ("to", "with") and p.names), "")
            made = conflict(
                ConflictKind.WHO,
                f"Who {past_of(act)}{' to ' + to if to else ''}?",
                answers,
                0.85,
                f"one article says that it was not {answers[1].value}, another says or implies that it was",
            )
            if made:
                yield made


def _sides(act: Act) -> frozenset[str]:
    """Everybody who takes part: the parties of a verb; with a noun those behind "with" and "between", and whoever holds it."""
    if not act.is_noun:
        return people_in(act)
    return _holder(act) | frozenset(n for prep, p in act.others if prep in ("with", "between") for n in p.names)


def _holder(act: Act) -> frozenset[str]:
    """Whoever holds a conversation: the subject of "had a … conversation"."""
    if not act.is_noun:
        return frozenset()
    items = act.sentence.items
    for n in range(act.at - 1, max(act.low, act.at - 9), -1):
        if items[n].low in ("had", "has", "have", "held", "holding", "having") and items[n + 1].cls not in (
            "VERB",
            "CUE",
            "AUX",
        ):
            name = next((k for k in range(n - 1, act.low - 1, -1) if items[k].cls == "NAME"), None)
            return frozenset((name_key(items[name].text),)) if name is not None else frozenset()
    return frozenset()


def _two_doers(told: Told, group: list[Act]) -> Iterator[Conflict]:
    best: tuple[float, Act, Act] | None = None
    named = [(a, _doer_name(a)) for a in group if a.mood is Mood.TOLD and not a.negated]
    named = [(a, name) for a, name in named if name][:MOST_ANSWERS]
    for n, (one, by) in enumerate(named):
        for other, whom in named[n + 1 :]:
            if one.sentence.article == other.sentence.article or _may_be_one(by, whom):
                continue
            score = _same_deed(told, one, other)
            if score < SHOWN or (best and score <= best[0]):
                continue
            if _knows(told, one, whom) or _knows(told, other, by):
                continue
            best = (score, one, other)
    if best is None:
        return
    score, one, other = best
    made = conflict(
        ConflictKind.WHO,
        f"Who did it: “{gloss(one)}”?",
        [Given(a.sentence, *_stretch(a), _doer_name(a)) for a in (one, other)],
        score,
        "the same act by its words, told of two different names",
    )
    if made:
        yield made


def _same_deed(told: Told, one: Act, other: Act) -> float:
    """Like `is_same_event`, the doers left out: what it is done to must be the same."""
    to = (undergoer(one), undergoer(other))
    if to[0] is None or to[1] is None:
        return 0.0
    same_name = bool(to[0].names & to[1].names)
    same_head = to[0].head == to[1].head and not (to[0].names and to[1].names)
    context = max(told.likeness(one.stems, other.stems), told.likeness(one.sentence.stems, other.sentence.stems))
    if not (same_name or _by_account(one)) and _attributes(one, to[0]) != _attributes(other, to[1]):
        return 0.0  # the caucuses of two states
    if same_name and context >= CONTEXT_WHO:
        return 0.55 + 0.4 * context
    if same_head and (context >= CONTEXT_WHO or (_by_account(one) and _by_account(other))):
        return 0.5 + 0.4 * context
    return 0.0


def _attributes(act: Act, party: Party) -> frozenset[str]:
    return frozenset(names_among(act.sentence.items[party.low : party.high]))


def _doer_name(act: Act) -> str:
    """The name of the person or account that does it, "" where the doer is none or a body."""
    account = _account(act)
    if account:
        return account
    party = doer(act)
    if party is None or not party.names or party.described:
        return ""
    name = _named(party, act.sentence)
    behind = act.sentence.items[party.high].low if party.high < len(act.sentence.items) else ""
    return "" if is_body(name.split()) or behind == "and" or not name else name


def _account(act: Act) -> str:
    """ "under an account titled …", "by the user …", "by “…”" behind something posted."""
    if act.sense != "post":
        return ""
    items = act.sentence.items
    for n in range(act.at + 1, min(len(items), act.at + 12)):
        if items[n].low in ACCOUNT:
            for k in range(n + 1, min(len(items), n + 5)):
                if items[k].cls == "NAME" or items[k].text[0] in "@":
                    return items[k].text
                if items[k].cls not in ("WORD", "VERB", "CUE", "PUNCT", "PREP"):
                    break
        if (
            items[n].low == "by"
            and n + 2 < len(items)
            and items[n + 1].text in "“\"‘'"
            and items[n + 2].cls in ("NAME", "WORD")
        ):
            return items[n + 2].text
    return ""


def _by_account(act: Act) -> bool:
    return bool(_account(act))


def _may_be_one(one: str, other: str) -> bool:
    a, b = ({name_key(w) for w in name.split()} for name in (one, other))
    return bool(a & b) or any(x in y or y in x for x in a for y in b)


def _knows(told: Told, act: Act, name: str) -> bool:
    """Whether this article names the other doer at all: then it may know better why it names this one."""
    key = name_key(name.split()[-1])
    return any(key in s.names for s in told.by_article.get(act.sentence.article, ()))


def _mouths(told: Told, utterances: tuple[Utterance, ...]) -> Iterator[Conflict]:
    """The same words with another speaker."""
    for utterance in utterances:
        if Flag.ANOTHER_MOUTH not in utterance.flags and not any(
            Flag.ANOTHER_MOUTH in v.flags for v in utterance.members
        ):
            continue
        answers, speakers = [], set()
        if any(RELAYED.match(variant.text) for variant in utterance.members):
            continue
        for variant in utterance.members:
            person = told.story.person(variant.speaker)
            if person and person.casefold() not in NOBODY:
                sentence = told.at(variant.place.article, variant.place.start)
                if sentence is not None:
                    answers.append(Given(sentence, variant.place.start, variant.place.end, person))
                    speakers.add(person)
        if len(speakers) < 2:
            continue
        words = utterance.members[utterance.reference].text
        shown = words if len(words) <= 80 else words[:77].rsplit(" ", 1)[0] + " …"
        made = conflict(
            ConflictKind.WHO,
            f"Who said “{shown}”?",
            answers,
            0.9 * utterance.score,
            "the same words are given to different speakers",
        )
        if made:
            yield made


def _named(party: Party, sentence: Sentence, told: Told | None = None) -> str:
    """The name of a party as the sentence spells it; where it only describes somebody, the name that the story gives them."""
    items = sentence.items
    high = party.high
    if not any(i.cls == "NAME" and name_key(i.text) in party.names for i in items[party.low : high]):
        if high + 1 < len(items) and items[high].cls == "COMMA" and not party.described:
            low, high = high + 1, high + 1
            while high < len(items) and items[high].cls == "NAME":
                high += 1
            if high > low:
                return " ".join(i.text for i in items[low:high])
        if told is not None:
            full = [n for n in told.story.people.values() if n.split() and name_key(n.split()[-1]) in party.names]
            if full:
                return full[0]
        return party.text
    low = high
    while low > party.low and items[low - 1].cls == "NAME":
        low -= 1
    spelled = " ".join(i.text for i in items[low:high])
    name = name_of(spelled)
    return name.shown if name else spelled


def _stretch(act: Act) -> tuple[int, int]:
    """The clause, from its subject where that stands before it."""
    start, end = act.span()
    if act.subject is not None and not act.is_noun:
        start = min(start, act.sentence.items[act.subject.low].start)
    return start, end
