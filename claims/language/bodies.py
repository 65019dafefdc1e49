"""The organisations that an article names: joined names ("Office of the Census"), their beginnings, endings and acronyms."""

from collections import Counter, defaultdict

from claims.language import words
from claims.language.firstnames import is_first
from claims.language.items import Item
from claims.language.names import LONGEST_BODY, ORIGIN, PLACES, People, is_body, runs_of

JOINTS = frozenset(("of", "for", "on"))
SHORT_ENDINGS = words.PAPER_WORDS | frozenset(
    words.listed(
        "department commission committee agency bureau institute university court council association foundation union"
    )
)
MOST = 3  # names kept behind one short form: two are already too many to choose from


class Bodies:
    """Reads the names of organisations out of sentences and leaves their short forms in `people`."""

    def __init__(self, people: People) -> None:
        self.people = people
        self.seen: Counter[tuple[str, ...]] = Counter()
        self.articled: Counter[tuple[str, ...]] = Counter()  # how often with "the" before it
        self.parts: set[int] = set()  # offsets of items inside a body's name
        self.places: set[str] = set()

    def read(self, items: list[Item]) -> None:
        """Notes the bodies of one sentence."""
        runs = runs_of(items)
        n = 0
        while n < len(runs):
            start, end = runs[n]
            if start and items[start - 1 - (items[start - 1].low == "the")].low in ("in", "at", "from", "near"):
                self.places.add(" ".join(x.text for x in items[start:end]))
            joined = False
            while n + 1 < len(runs) and self._joins(items, start, end, runs[n + 1]):
                n += 1
                end, joined = runs[n][1], True
            self._note(items, start, end, joined)
            n += 1

    def _joins(self, items: list[Item], start: int, end: int, following: tuple[int, int]) -> bool:
        between = [x.low for x in items[end : following[0]]]
        now = [x.text for x in items[start:end]]
        if between[-1:] == ["the"]:
            between.pop()
        if len(between) != 1 or end - start > LONGEST_BODY:
            return False
        if between[0] in JOINTS:
            return items[end - 1].low in words.ORGANISATION_WORDS and items[end - 1].low not in (
                "times",
                "post",
                "news",
            )
        then = [x.text for x in items[slice(*following)]]
        return (
            between[0] in ("and", "&")
            and then[-1].lower() in words.ORGANISATION_WORDS
            and len(then) > 1
            and not is_body(now)
            and len(now) <= 2
            and not is_first(now[0])
            and items[start].low not in words.TITLES
        )

    def _note(self, items: list[Item], start: int, end: int, joined: bool) -> None:
        tokens = tuple(x.text for x in items[start:end])
        the = start > 0 and items[start - 1].low == "the"
        if (
            joined
            or (len(tokens) > 1 and items[end - 1].low in words.ORGANISATION_WORDS)
            or (the and len(tokens) > 1 and not is_first(tokens[0]) and items[start].low not in words.TITLES)
        ):
            self.seen[tokens] += 1
            self.articled[tokens] += the
            if joined:
                self.parts.update(x.start for x in items[start:end])
            if end + 2 < len(items) and items[end].cls == "LPAR" and items[end + 2].cls == "RPAR":
                short = items[end + 1].text.replace(".", "")
                if short.isupper() and 2 <= len(short) <= 8:
                    self.people.acronyms[short] = self._written(tokens)

    def holds(self, item: Item) -> bool:
        """Is an item part of a joined name?"""
        return item.start in self.parts

    def _written(self, tokens: tuple[str, ...]) -> str:
        whole = " ".join(tokens)
        if "The " + whole in self.people.the_names:
            return "The " + whole
        return "the " + whole if self.articled[tokens] else whole

    def settle(self) -> None:
        """Leaves beginnings, endings and initials of every body where mentions are looked up."""
        people = self.people
        initials: dict[str, set[str]] = defaultdict(set)
        for tokens in self.seen:
            written = self._written(tokens)
            for n in range(1, min(len(tokens), LONGEST_BODY)):
                head = tokens[:n]
                plain = " ".join(head) in self.places or (n == 1 and ORIGIN.match(head[0].lower())) or head[0] in PLACES
                if not plain and not is_body(list(head)) and head[-1].lower() not in words.NAME_LINKS | JOINTS:
                    _add(people.longer, head, written)
            if tokens[-1].lower() in SHORT_ENDINGS:
                _add(people.endings, tokens[-1].lower(), written)
            letters = "".join(
                t.replace(".", "") if t.replace(".", "").isupper() else t[0] for t in tokens if t[0].isupper()
            )
            if tokens[-1] in ("Department", "Ministry"):  # DOJ: the Justice Department
                initials[tokens[-1][0] + "O" + letters[:-1]].add(written)
            for short in {letters, letters.removeprefix("US"), letters.removeprefix("UN")}:
                if 3 <= len(short) <= 8:
                    initials[short].add(written)
        for short, names in initials.items():
            if len(names) == 1:
                people.acronyms.setdefault(short, next(iter(names)))


def _add(table: dict, key, name: str) -> None:
    names = table.setdefault(key, set())
    if len(names) < MOST:
        names.add(name)
