"""Who and what takes part in an act: noun groups by the order of words, and whom a title or a pronoun means. No parser.

Built for precision: where the order of words does not say who is who, the party stays None and nothing is concluded from it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from claims.comparison.conflicts.senses import sense_of, stem
from claims.comparison.conflicts.told import HONORIFICS, Sentence, Told, name_key
from claims.language import words as tables
from claims.language.items import Item

NP = frozenset(("NAME", "WORD", "NUM", "DET", "POSS", "TIME"))
DOMINANT = 3  # how many times as often one bearer of a title must be named to be meant by the title alone
GENERIC_NAMES = frozenset(tables.ORGANISATION_WORDS | tables.PAPER_WORDS) - {"house", "green"}
"""Words of a body's name that do not tell it from others: "BuzzFeed News" is BuzzFeed."""


@dataclass(frozen=True, slots=True)
class Party:
    """Who or what takes part: items low..high-1, the key of its name (of its last word), the stem of its head."""

    low: int
    high: int
    head: str
    names: frozenset[str]
    text: str
    described: bool = False


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


def subject_of(sentence: Sentence, at: int, roles: Roles, depth: int = 0) -> tuple[Party | None, Party | None]:
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
        return subject_of(sentence, governor, roles, depth + 1) if governor is not None else (None, None)
    if items[i].cls == "CONJ":
        governor = next((n for n in range(i - 1, max(-1, i - 25), -1) if items[n].cls in ("VERB", "CUE")), None)
        return subject_of(sentence, governor, roles, depth + 1) if governor is not None else (None, None)
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
        return subject_of(sentence, governor, roles, depth + 1) if governor is not None else (None, None)
    if items[i].cls in ("COMMA", "DASH", "RPAR"):
        excluded = _excluded(sentence, i, roles)
        first = i
        while (first and items[first - 1].cls not in ("SUB", "STOP", "CUE", "VERB")) or (
            first and items[first - 1].low == "than"
        ):
            first -= 1
        return phrase_at(sentence, first, roles), excluded
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
            return phrase_at(sentence, n + 1, roles)
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


def phrase_at(sentence: Sentence, start: int, roles: Roles) -> Party | None:
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


def complements(sentence: Sentence, start: int, high: int, roles: Roles) -> Iterator[tuple[str, Party]]:
    items = sentence.items
    for n in range(start, min(high, start + 16)):
        if items[n].cls in ("VERB", "CUE", "COLON"):
            return
        if items[n].cls == "PREP" and n + 1 < len(items):
            party = phrase_at(sentence, n + 1, roles)
            if party:
                yield items[n].low, party
                if n + 1 < len(items) and party.high < len(items) and items[party.high].low == "and":
                    second = phrase_at(sentence, party.high + 1, roles)
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
