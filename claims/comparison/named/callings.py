"""What one article calls the people it names: names, titles before them, roles that stand for them, epithets beside them."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claims.comparison.copies import Copy
from claims.language import sentences
from claims.language.cues import CUE_FORMS
from claims.language.firstnames import is_first
from claims.language.gathering import gather
from claims.language.identity import identify
from claims.language.items import UNREAD, Item, Unit
from claims.language.marks import pair
from claims.language.names import ORIGIN, PARTIES, People, Person, runs_of, split_title
from claims.language.pipeline import pipeline, tokenise
from claims.language.roles import is_role
from claims.language.speakers import Mention
from claims.language.verbs import VERB_FORMS

LONGEST_EPITHET = 6  # items of "the strongman mayor of Tollmouth"
FITS_ANYBODY = frozenset(
    ("leader", "lawmaker", "legislator", "official", "politician", "man", "woman", "candidate", "nominee", "executive")
)
ONCE = frozenset(("former", "ex", "longtime", "onetime", "then"))
DESCRIBING = frozenset(("WORD", "NAME", "NUM"))
BEFORE_EPITHETS = frozenset(("", "DET", "POSS", "COMMA", "PREP", "CONJ", "DASH", "Q", "VERB", "CUE"))


@dataclass(frozen=True, slots=True)
class Calling:
    """One place that names somebody: the person's fullest name in the article, and the words used, `text[start:end]`."""

    person: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Called:
    """What is called what in one article, in reading order; and its stretches outside quotation marks, as [start, end)."""

    callings: tuple[Calling, ...]
    people: tuple[Person, ...]
    told: tuple[tuple[int, int], ...]


def called_in(copy: Copy) -> Called:
    """Everybody the outlet itself names, words inside quotation marks left out: those are somebody else's choice."""
    if not copy.text.strip() or not copy.paragraphs:
        return Called((), (), ())
    marks = pair(copy.text, ((p.start, p.end) for p in copy.paragraphs))
    doc = tokenise(pipeline(), copy.text, (at for m in marks for at in (m.outer_start, m.start, m.end, m.outer_end)))
    units = sentences.cut(doc, copy.paragraphs, [m for m in marks if m.depth == 0], sentences.vocabulary_of(doc))
    people = gather(units, copy.text)
    repeated = [(p.start, p.end) for p in copy.paragraphs if p.duplicate_of is not None]
    told = [u for u in units if u.items and u.kind not in UNREAD and not any(s <= u.start < e for s, e in repeated)]
    found = [calling for unit in told for calling in (*_named(unit, people), *_described(unit, people))]
    taken: list[Calling] = []
    read_to: dict[str, int] = {}  # by person: "Vale’s lawyer Karl Orr" names two
    for calling in sorted(found, key=lambda c: (c.start, -c.end)):
        if calling.start >= read_to.get(calling.person, 0):
            taken.append(calling)
            read_to[calling.person] = calling.end
    plain = tuple((run[0].start, run[-1].end) for unit in told for run in _runs_outside_marks(unit.items) if run)
    return Called(tuple(taken), tuple(p for p in people.persons if p.sure), plain)


def _named(unit: Unit, people: People) -> Iterator[Calling]:
    """ "Vale", "Mayor Jane Vale", "special envoy Jane Vale"; behind it ", the strongman mayor,"."""
    items = unit.items
    for start, end in (piece for run in runs_of(items) for piece in _without_verbs(items, *run)):
        described, name = split_title([item.text for item in items[start:end]])
        if len(name) > 1 and name[0].lower() in ONCE:
            described, name = [*described, name[0]], name[1:]
        person = (
            people.named(name, described[-1].lower() if described else "", items[end - len(name)].start)
            if name
            else None
        )
        if person is None or not person.sure:
            continue
        if described and start > 1 and items[start - 1].low == "of" and is_role(items[start - 2]):
            start -= 0 if any(is_role(item) for item in items[start : end - len(name)]) else 2
        if described and described[-1].lower() in ONCE and end < len(items) and is_role(items[end]):
            start, described = end - len(name), []  # "former Vale adviser Karl Orr"
        first = start if described or start == end - len(name) else end - len(name)
        yield Calling(person.name, items[_with_title(items, first)].start, items[end - 1].end)
        for begin, last in (_apposed_behind(items, end), _apposed_before(items, first, end)):
            if last:
                yield Calling(person.name, items[begin].start, items[last - 1].end)


def _without_verbs(items: Sequence[Item], start: int, end: int) -> Iterator[tuple[int, int]]:
    """ "Mara Voss Slams Karl Orr" in a headline: two names, the verb between them is none."""
    begin = start
    for k in range(start, end - 1):
        low = items[k].low
        is_verb = low.endswith(("s", "ed", "ing")) and (low in VERB_FORMS or low in CUE_FORMS) and not is_first(low)
        if is_verb and not is_role(items[k]) and not is_role(items[k + 1]):
            if begin < k:
                yield begin, k
            begin = k + 1
    yield begin, end


def _described(unit: Unit, people: People) -> Iterator[Calling]:
    """ "the northern leader", where the article tells whom it means; ", the strongman mayor, Jane Vale" is read with the name."""
    items = unit.items
    for k, item in enumerate(items):
        if item.low not in ("the", "this") or item.cls != "DET":
            continue
        last = _role_end(items, k + 1)
        if not last or (last < len(items) and items[last].cls == "NAME"):
            continue
        identity = identify(items, Mention(k, last), people)
        person = identity.person
        if person is not None and person.sure and _is_told_so(person, items[last - 1].low):
            yield Calling(person.name, item.start, items[last - 1].end)


def _is_told_so(person: Person, head: str) -> bool:
    """Whether the article itself calls the person that, or the word fits anybody: a lawyer is not yet "the special counsel"."""
    return head in FITS_ANYBODY or head in person.titles or any(role.head == head for role in person.roles)


def _apposed_behind(items: Sequence[Item], end: int) -> tuple[int, int]:
    """Behind a name: ", the strongman mayor," and ", the union's firebrand secretary,"; (0, 0) where nothing is apposed."""
    if end + 1 >= len(items) or items[end].cls != "COMMA":
        return 0, 0
    owner = next((k for k in range(end + 1, min(len(items), end + LONGEST_EPITHET)) if items[k].cls == "POSS"), 0)
    if owner and all(item.cls in (*DESCRIBING, "DET") for item in items[end + 1 : owner]):
        opens = owner + 1
    elif items[end + 1].low in ("the", "a", "an"):
        opens = end + 2
    else:
        return 0, 0
    last = _role_end(items, opens)
    while last and last < min(len(items), opens + LONGEST_EPITHET) and items[last].cls == "WORD":
        last += 1  # "the activist chemist": the second noun may be no role we know
    return (end + 1, last) if last and _breaks(items, last) else (0, 0)


def _apposed_before(items: Sequence[Item], first: int, end: int) -> tuple[int, int]:
    """Before a name: "the town's strongman mayor, Teodor Vask, …", "the strongman mayor, Teodor Vask, …"; (0, 0) where nothing is apposed."""
    last = first - 1
    if last < 2 or items[last].cls != "COMMA" or not is_role(items[last - 1]) or not _breaks(items, end):
        return 0, 0
    begin = last - 1
    while begin and last - begin < LONGEST_EPITHET and items[begin - 1].cls == "WORD":
        begin -= 1
    if begin and items[begin - 1].cls == "POSS":
        return begin, last
    if begin and items[begin - 1].low == "the" and last - begin > 1:  # "told the mayor, Jane Vale said" is none
        return begin - 1, last
    return 0, 0


def _breaks(items: Sequence[Item], at: int) -> bool:
    """Whether a phrase that ends before `at` may end there."""
    return at == len(items) or items[at].cls in ("COMMA", "STOP", "SUB", "PREP")


def _role_end(items: Sequence[Item], at: int) -> int:
    """Behind the role that a phrase opening at `at` ends in, 0 where it has none: "northern leader|", "press secretary|"."""
    end = 0
    for k in range(at, min(len(items), at + LONGEST_EPITHET)):
        if is_role(items[k]):
            end = k + 1
        elif items[k].cls not in DESCRIBING or (end and items[end - 1].low not in PARTIES):
            break  # "the presumptive Republican presidential nominee" goes on behind the party
    return end


def _with_title(items: Sequence[Item], first: int) -> int:
    """Where the words before a name begin that say what the person is: "special envoy Jane Vale", "dictator Karl Brenn"."""
    office = first
    while office and first - office < 3 and items[office - 1].cls == "NAME":
        office -= 1  # "Secretary of State Karl Orr"
    if office > 1 and office < first and items[office - 1].low == "of" and is_role(items[office - 2]):
        return office - 2
    k = first - 1
    if k < 0 or not is_role(items[k]) or items[k].cls not in ("WORD", "NAME"):
        return first
    begin = k
    while begin and k - begin < 2 and items[begin - 1].cls in DESCRIBING and _describes(items[begin - 1]):
        begin -= 1
    names = begin
    while names and begin - names < 3 and items[names - 1].cls == "NAME":
        names -= 1  # "Harbour Office spokesman Karl Orr"
    before = items[names - 1].cls if names else ""
    return names if before in BEFORE_EPITHETS or names < begin else k


def _describes(item: Item) -> bool:
    return item.cls == "WORD" or is_role(item) or bool(ORIGIN.match(item.low))


def _runs_outside_marks(items: Sequence[Item]) -> Iterator[list[Item]]:
    run: list[Item] = []
    for item in items:
        if item.cls == "Q":
            yield run
            run = []
        else:
            run.append(item)
    yield run


def within(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether [start, end) lies inside one of some spans in order."""
    i = bisect_right(spans, (start, 10**9)) - 1
    return i >= 0 and spans[i][0] <= start and end <= spans[i][1]
