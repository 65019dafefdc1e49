"""Acts: verbs and the nouns made of them, with who does them, to whom, whether denied, and in which mood. No parser: clauses and order.

Built for precision: where the order of words does not say who is who, the party stays None and nothing is concluded from it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from claims.comparison.conflicts.senses import GROUPS, base_of, sense_of, stem
from claims.comparison.conflicts.told import HONORIFICS, Sentence, Told, name_key, names_among, stems_among
from claims.language import words as tables
from claims.language.items import Item

NP = frozenset(("NAME", "WORD", "NUM", "DET", "POSS", "TIME"))
NEGATIVE = frozenset(("not", "n't", "n’t", "never", "no", "without", "neither", "nor", "none", "nobody"))
DENYING = frozenset(("deny", "dispute", "refute", "rebut", "disprove", "contradict"))
DISMISSING = frozenset(("dismissed", "rejected", "denounced", "called", "described", "calling"))
FALSE = frozenset(("false", "untrue", "fabricated", "baseless", "wrong", "lie", "lies", "fake"))
DENIAL_REACH = 22  # items
NOUN_REACH = 7
WANTING = frozenset(
    ("demand", "urge", "want", "call", "insist", "order", "request", "ask", "tell", "recommend", "propose")
)
TRYING = frozenset(("try", "attempt", "plan", "threaten", "intend", "seek", "aim", "consider", "hope", "promise", "vow", "want", "refuse", "decline", "fail", "expect", "prepare"))  # fmt: skip
MAYBE = frozenset(("would", "could", "might", "may", "will", "can", "ca", "shall", "'ll", "’ll", "'d", "’d", "wo"))
SHOULD = frozenset(("should", "must", "ought"))
EVENT_NOUNS = frozenset(
    tables.listed(
        "conversation discussion talk talks meeting call encirclement death killing massacre murder dismissal firing resignation"
        " confrontation scuffle tussle altercation brawl shooting crash collision explosion attack arrest announcement wedding"
        " closure"
    )
)
HOPED = frozenset(
    tables.listed(
        "wish wishes plan plans planned hope hopes possible potential future proposed prospect seek seeks want wants for if"
    )
)
""" "Talks" behind these words have not been held."""


DOMINANT = 3  # how many times as often one bearer of a title must be named to be meant by the title alone


GENERIC_NAMES = frozenset(tables.ORGANISATION_WORDS | tables.PAPER_WORDS) - {"house", "green"}
"""Words of a body's name that do not tell it from others: "BuzzFeed News" is BuzzFeed."""


class Mood(StrEnum):
    TOLD = "told"
    ASKED = "asked"  # whether it is so
    WANTED = "wanted"  # that it should be so
    MAYBE = "maybe"  # would, could, plans to, if


@dataclass(frozen=True, slots=True)
class Party:
    """Who or what takes part: items low..high-1, the key of its name (of its last word), the stem of its head."""

    low: int
    high: int
    head: str
    names: frozenset[str]
    text: str
    described: bool = False


@dataclass(slots=True)
class Act:
    """One verb, or a noun that means an act, at item `at` of its sentence; the clause is items low..high-1."""

    sentence: Sentence
    at: int
    sense: str
    low: int
    high: int
    is_noun: bool = False
    passive: bool = False
    negated: bool = False
    mood: Mood = Mood.TOLD
    subject: Party | None = None
    object: Party | None = None
    agent: Party | None = None
    others: tuple[tuple[str, Party], ...] = ()
    excluded: Party | None = None  # "rather than B": who did not
    reporters: Mapping[int, Party] = field(
        default_factory=dict
    )  # item of a reporting verb of the sentence → who reports

    @property
    def names(self) -> frozenset[str]:
        """Everybody and everything named in the clause."""
        return frozenset(names_among(self.sentence.items[self.low : self.high]))

    @property
    def stems(self) -> frozenset[str]:
        """Stems of the clause's content words, with its names, without the act itself."""
        items = self.sentence.items[self.low : self.high]
        rest = [i for n, i in enumerate(items, self.low) if n != self.at]
        return (stems_among(rest) | frozenset(names_among(rest))) - {stem(self.sense)}

    def span(self) -> tuple[int, int]:
        """Offsets of the clause."""
        return self.sentence.span(self.low, self.high)


class Roles:
    """Whom "the U.S. president" means: titles that stand before names anywhere in the story, with the words before them."""

    def __init__(self, told: Told) -> None:
        self._bearers: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
        for sentence in told.sentences:
            self._read(sentence.items)

    def _read(self, items: list[Item]) -> None:
        for n, item in enumerate(items[:-1]):
            if item.low not in ROLES or items[n + 1].cls != "NAME":
                continue
            last = n + 1
            while last + 1 < len(items) and items[last + 1].cls == "NAME":
                last += 1
            before = name_key(items[n - 1].text) if n and items[n - 1].cls == "NAME" else ""
            self._bearers[item.low][name_key(items[last].text)][before] += 1

    def meant(self, items: list[Item], low: int, high: int) -> str | None:
        """The key of the one who bears the title that heads items low..high-1; None unless it is one person."""
        head = items[high - 1].low
        bearers = self._bearers.get(head) or self._leaders(head)
        if not bearers:
            return None
        wanted = {name_key(i.text) for i in items[low : high - 1] if i.cls == "NAME"}
        wanted |= {name_key(items[n - 1].text) for n in range(low + 1, high) if items[n].cls == "POSS"}
        if wanted:
            fitting = [name for name, mods in bearers.items() if wanted & set(mods)]
            if not fitting:
                known = {m for mods in bearers.values() for m in mods if m}
                fitting = [n for n, mods in bearers.items() if not set(mods) - {""}] if not wanted & known else []
        else:
            total = Counter({name: sum(mods.values()) for name, mods in bearers.items()})
            best = total.most_common(2)
            fitting = [best[0][0]] if len(best) == 1 or best[0][1] >= DOMINANT * best[1][1] else []
        return fitting[0] if len(fitting) == 1 else None

    def country_of(self, name: str) -> str | None:
        """The country that a leader speaks for: of "Russian President Putin" the key of Russia; None where titles name none or several."""
        mods: Counter[str] = Counter()
        for title in ("president", "premier", "minister", "chancellor", "king", "leader"):
            mods.update({m: n for m, n in self._bearers.get(title, {}).get(name, {}).items() if m})
        return next(iter(mods)) if len(mods) == 1 else None

    def _leaders(self, head: str) -> Mapping[str, Counter[str]]:
        merged: dict[str, Counter[str]] = defaultdict(Counter)
        if head == "leader":
            for title in ("president", "premier", "minister", "chancellor"):
                for name, mods in self._bearers.get(title, {}).items():
                    merged[name].update(mods)
        return merged


ROLES = frozenset(tables.ROLE_NOUNS | tables.MORE_ROLES)


def acts_of(told: Told, roles: Roles) -> list[Act]:
    """Every act of the story, in order of the copy."""
    return [act for sentence in told.sentences for act in _acts(sentence, roles)]


def _acts(sentence: Sentence, roles: Roles) -> Iterator[Act]:
    items = sentence.items
    reporters: dict[int, Party] = {}
    for at, item in enumerate(items):
        is_verb = item.cls in ("VERB", "CUE")
        is_noun = item.cls == "WORD" and (item.low in EVENT_NOUNS or base_of(item.low) in EVENT_NOUNS)
        if not is_verb and not is_noun and item.low not in ("dead",):
            continue
        low, high = sentence.clause_range(at)
        act = Act(sentence, at, sense_of(item.low), low, high, is_noun=not is_verb, reporters=reporters)
        act.negated = _negated(sentence, at, low, is_noun)
        act.mood = _mood(sentence, at, low)
        if not is_verb and any(i.low in HOPED for i in items[max(low, at - 4) : at]):
            act.mood = Mood.MAYBE
        if is_verb:
            act.passive = _passive(items, at)
            act.subject, act.excluded = _subject(sentence, at, roles)
            if item.cls == "CUE" and act.subject is not None:
                reporters[at] = act.subject
            act.object = _phrase(sentence, at + 1, roles) if not act.passive else None
        act.others = tuple(_complements(sentence, at + 1, high, roles))
        if act.passive:
            act.agent = next((p for prep, p in act.others if prep == "by"), None)
        yield act


def _passive(items: list[Item], at: int) -> bool:
    low = items[at].low
    if low.endswith("ing") or base_of(low) == low:
        return False
    i = at - 1
    while i >= 0 and items[i].cls in ("ADV", "AUX"):
        if items[i].low in tables.BE_FORMS:
            return True
        i -= 1
    after = items[at + 1].low if at + 1 < len(items) else ""
    bare = i < 0 or items[i].cls in ("COMMA", "WORD", "NAME", "LPAR", "PUNCT")
    return bare and after == "by"


def _negated(sentence: Sentence, at: int, low: int, is_noun: bool) -> bool:
    """Whether the copy says that it was not so: "did not …", "no …", "haven't noted a …", "denied that …", "dismissed as false"."""
    items = sentence.items
    n = at - 1
    while n >= low and items[n].cls in ("ADV", "AUX", "WORD", "DET", "NUM") and at - n <= 4:
        if items[n].low in NEGATIVE:
            return not (items[n].low == "not" and items[n + 1].low in ("only", "just", "merely"))
        if not is_noun and items[n].cls in ("WORD", "DET", "NUM"):
            break
        n -= 1
    if (
        is_noun
        and any(i.low in NEGATIVE for i in items[max(low, n - 3) : n + 1])
        and n >= low
        and items[n].cls in ("VERB", "CUE")
    ):
        return True
    if not is_noun and at + 1 < len(items) and items[at + 1].low == "no":
        return True
    for n in range(at - 1, max(-1, at - (NOUN_REACH if is_noun else DENIAL_REACH)), -1):
        if is_noun and items[n].cls == "VERB":
            break
        is_noun_here = n and items[n - 1].cls in ("DET", "POSS")
        if (
            items[n].cls == "CUE"
            and not is_noun_here
            and base_of(items[n].low) in DENYING
            and sentence.clause[at] - sentence.clause[n] <= 3
        ):
            return True
        if items[n].low in DISMISSING and any(i.low in FALSE for i in items[at : at + 8]):
            return True
    return False


def _mood(sentence: Sentence, at: int, low: int) -> Mood:
    items = sentence.items
    near = [i.low for i in items[max(low, at - 5) : at]]
    opening = items[low].low
    if (
        opening in ("whether", "if", "unless")
        or (sentence.items[-1].text == "?")
        or (sentence.items[-2:] and items[-2].text == "?")
    ):
        return Mood.ASKED if opening != "unless" else Mood.MAYBE
    if any(w in SHOULD for w in near):
        return Mood.WANTED
    if any(w in MAYBE for w in near):
        return Mood.MAYBE
    if "to" in near:
        to = at - 1 - near[::-1].index("to")
        governor = next(
            (items[n] for n in range(to - 1, max(low - 1, to - 7), -1) if items[n].cls in ("VERB", "CUE")), None
        )
        if governor is not None:
            base = base_of(governor.low)
            if base in WANTING:
                return Mood.WANTED
            if base in TRYING:
                return Mood.MAYBE
        return Mood.MAYBE
    governor = items[at - 1] if at else None
    if governor is not None and governor.cls in ("VERB", "CUE") and base_of(governor.low) in TRYING:
        return Mood.MAYBE
    return Mood.TOLD


def _subject(sentence: Sentence, at: int, roles: Roles, depth: int = 0) -> tuple[Party | None, Party | None]:
    """The subject, and whom "rather than" excludes."""
    items = sentence.items
    i = at - 1
    excluded: Party | None = None
    while i >= 0 and items[i].cls in ("AUX", "ADV"):
        i -= 1
    if i < 0 or depth > 3:
        return None, None
    if items[i].low == "to" or items[i].cls in ("VERB", "CUE"):
        governor = next((n for n in range(i, max(-1, i - 8), -1) if items[n].cls in ("VERB", "CUE")), None)
        return _subject(sentence, governor, roles, depth + 1) if governor is not None else (None, None)
    if items[i].cls == "CONJ":
        governor = next((n for n in range(i - 1, max(-1, i - 25), -1) if items[n].cls in ("VERB", "CUE")), None)
        return _subject(sentence, governor, roles, depth + 1) if governor is not None else (None, None)
    if items[i].low in ("who", "which", "that"):
        i -= 1
        while i >= 0 and items[i].cls in ("COMMA", "CONJ"):
            i -= 1
        return (_phrase_before(sentence, i, roles), None) if i >= 0 else (None, None)
    if items[at].low.endswith("ing") and (
        items[i].cls == "COMMA" or items[i].low in ("while", "by", "in", "after", "before", "when")
    ):
        back = range(i - 1, max(-1, i - 30), -1)
        governor = next((n for n in back if items[n].cls in ("VERB", "CUE") and not items[n].low.endswith("ing")), None)
        return _subject(sentence, governor, roles, depth + 1) if governor is not None else (None, None)
    if items[i].cls in ("COMMA", "DASH", "RPAR"):
        excluded = _excluded(sentence, i, roles)
        first = i
        while (first and items[first - 1].cls not in ("SUB", "STOP", "CUE", "VERB")) or (
            first and items[first - 1].low == "than"
        ):
            first -= 1
        return _phrase(sentence, first, roles), excluded
    bare = i == at - 1 and at + 1 < len(items) and items[at + 1].low == "by"  # "the facts of an article published by …"
    return _phrase_before(sentence, i, roles, hangs_on=not bare), None


def _excluded(sentence: Sentence, i: int, roles: Roles) -> Party | None:
    """ "…, rather than the president himself, had spoken": whom the sentence rules out."""
    items = sentence.items
    for n in range(i - 1, max(0, i - 10), -1):
        if items[n].cls == "COMMA":
            return None
        if (items[n].low == "than" and items[n - 1].low == "rather") or (
            items[n].low == "not" and items[n - 1].cls == "COMMA"
        ):
            return _phrase(sentence, n + 1, roles)
    return None


def _phrase_before(sentence: Sentence, i: int, roles: Roles, *, hangs_on: bool = True) -> Party | None:
    """The noun group that ends at item i, or the one that it hangs on by a preposition."""
    items = sentence.items
    high = i + 1
    while True:
        low = high
        while low and items[low - 1].cls in NP | {"ADV", "PRON"} and sentence.clause[low - 1] == sentence.clause[i]:
            if items[low - 1].cls == "TIME" and low < high:
                break
            low -= 1
            if items[low].cls == "PRON":
                break
        if low == high:
            return None
        hangs = low > 1 and items[low - 1].cls == "PREP" and items[low - 2].cls in NP and items[low - 2].cls != "TIME"
        if hangs_on and hangs and sentence.clause[low - 2] == sentence.clause[i]:
            high = low - 1
            continue
        return _party(sentence, low, high, roles)


def _phrase(sentence: Sentence, start: int, roles: Roles) -> Party | None:
    """The noun group that begins at item `start`, adverbs and marks passed over."""
    items = sentence.items
    low = start
    while low < len(items) and (items[low].cls == "ADV" or items[low].text in "“\"‘'”") and low - start < 4:
        low += 1
    high = low
    while high < len(items) and (
        items[high].cls in NP or (high == low and items[high].cls == "PRON") or items[high].text in '“”"‘'
    ):
        if items[high].cls == "PRON":
            high += 1
            break
        if items[high].cls == "TIME" and high > low:
            break
        high += 1
    return _party(sentence, low, high, roles) if high > low else None


def _complements(sentence: Sentence, start: int, high: int, roles: Roles) -> Iterator[tuple[str, Party]]:
    items = sentence.items
    for n in range(start, min(high, start + 16)):
        if items[n].cls in ("VERB", "CUE", "COLON"):
            return
        if items[n].cls == "PREP" and n + 1 < len(items):
            party = _phrase(sentence, n + 1, roles)
            if party:
                yield items[n].low, party
                if n + 1 < len(items) and party.high < len(items) and items[party.high].low == "and":
                    second = _phrase(sentence, party.high + 1, roles)
                    if second and second.names:
                        yield items[n].low, second


def _party(sentence: Sentence, low: int, high: int, roles: Roles) -> Party | None:
    items = sentence.items
    while high > low and items[high - 1].text in "“”\"‘’'":
        high -= 1
    while high > low and items[low].text in "“”\"‘’'":
        low += 1
    if high <= low:
        return None
    head = items[high - 1]
    text = " ".join(i.text for i in items[low:high])
    if head.cls == "PRON":
        return Party(low, high, head.low, _referent(sentence, low, head.low), text, True)
    names = _head_names(items, low, high)
    described = False
    if not names:
        if high + 1 < len(items) and items[high].cls == "COMMA" and items[high + 1].cls == "NAME" and head.low in ROLES:
            end = high + 1
            while end < len(items) and items[end].cls == "NAME":
                end += 1
            names = frozenset((name_key(items[end - 1].text),))
        elif head.low in ROLES or head.low == "leader":
            meant = roles.meant(items, low, high)
            if meant:
                names, described = frozenset((meant,)), True
    return Party(
        low, high, stem(sense_of(head.low)) if head.cls != "NAME" else name_key(head.text), names, text, described
    )


def _head_names(items: list[Item], low: int, high: int) -> frozenset[str]:
    """Last words of the names that head the group: "Trump's envoy Steve Witkoff" is Witkoff."""
    if items[high - 1].cls != "NAME":
        return frozenset()
    if items[high - 1].low in HONORIFICS:
        return frozenset()
    first = high - 1
    while first > low and items[first - 1].cls == "NAME":
        first -= 1
    body = [i for i in items[first:high] if i.low not in GENERIC_NAMES]
    if len(body) < high - first:
        return frozenset(name_key(i.text) for i in body or items[first:high])
    return frozenset((name_key(items[high - 1].text),))


def _referent(sentence: Sentence, at: int, pronoun: str) -> frozenset[str]:
    """Whom "he" may mean: the first name of this sentence before it, else of the one before."""
    if pronoun not in ("he", "she", "him", "her", "i", "we"):
        return frozenset()
    if sentence.quoted[at]:
        return (
            frozenset((name_key(sentence.speaker.split()[-1]),))
            if sentence.speaker and pronoun in ("i",)
            else frozenset()
        )
    earlier = _first_name(sentence.items[:at])
    if earlier is None and sentence.previous is not None:
        earlier = _first_name(sentence.previous.items)
    return frozenset((earlier,)) if earlier else frozenset()


def _first_name(items: Iterable[Item]) -> str | None:
    run: str | None = None
    for item in items:
        if item.cls == "NAME" and item.low not in HONORIFICS:
            run = name_key(item.text)
        elif run is not None and item.cls != "NAME":
            if item.cls == "POSS":
                run = None
                continue
            return run
    return run


def group_name(sense: str) -> bool:
    """Whether a sense is a group of words and not a single one."""
    return sense in GROUPS
