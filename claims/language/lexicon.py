"""Wording lists: words that colour the telling, each with its reason and, where there is one, a neutral wording.

The lists that come with Newsdesk are the rows of `wording.csv`; a desk adds to them, changes them and switches rows off, and the
outcome is a `Lexicon` that is handed to `extract`. Reporting verbs that vouch for what is said or doubt it follow the classes of
Kiparsky and Kiparsky, “Fact” (1970), and Hooper, “On Assertive Predicates” (1975); the rest are the desk's own. Pure: no Django.
"""

import csv
import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property
from pathlib import Path

from claims.language.verbs import forms_of

LIST = Path(__file__).with_name("wording.csv")
MOST_ATOMS = 12
"""Longer wordings are no entries: so many look-ups a place in the text at most."""
DESK_STRENGTH = 0.7
_ATOM = re.compile(r"[^\W_]+|[^\w\s]|_")
_FOLD = str.maketrans({"’": "'", "‘": "'", "‐": "-", "‑": "-", "–": "-"})
_PLURALS = {"man": "men", "person": "people", "child": "children", "life": "lives"}


class WordingReason(StrEnum):
    """Why a word colours the telling."""

    EPITHET = "epithet"
    REPORTING_VERB = "reporting verb"
    INTENSIFIER = "intensifier"
    LOADED = "loaded"

    @property
    def label(self) -> str:
        return self.value.capitalize()

    @property
    def means(self) -> str:
        return _MEANS[self]


_MEANS = {
    WordingReason.EPITHET: "A name for people or a government that judges them.",
    WordingReason.REPORTING_VERB: "Vouches for what is said, doubts it, or says how it was said.",
    WordingReason.INTENSIFIER: "Turns the volume up.",
    WordingReason.LOADED: "Carries a judgement where a plainer word would tell the same.",
}
_FIRST = {
    WordingReason.REPORTING_VERB: 0,
    WordingReason.EPITHET: 1,
    WordingReason.INTENSIFIER: 2,
    WordingReason.LOADED: 3,
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One wording of the lists. A reporting verb stands in its base form and is found in all of them, the others in the plural too.

    `neutral` "" where nothing plainer says the same (leaving it out is then the plain wording); `note` says what the wording does;
    `strength` in 0..1; `reporting_only`: counts only where the sentence reports what somebody said.
    """

    words: str
    reason: WordingReason
    neutral: str = ""
    note: str = ""
    strength: float = DESK_STRENGTH
    reporting_only: bool = False

    @property
    def key(self) -> tuple[str, str]:
        """What tells entries apart: the same words may stand in two lists."""
        return folded(self.words), self.reason.value


@dataclass(frozen=True, slots=True)
class Form:
    """One spelling of an entry (`atoms`: its words and marks in lower case) with the neutral wording bent the same way."""

    atoms: tuple[str, ...]
    entry: Entry
    neutral: str


def atoms_of(words: str) -> tuple[str, ...]:
    """Runs of letters and digits, and single marks, in lower case; curly apostrophes and long hyphens made plain."""
    return tuple(_ATOM.findall(words.lower().translate(_FOLD)))


def folded(words: str) -> str:
    """The words as entries are compared: lower case, plain marks, single spaces."""
    return " ".join(words.lower().translate(_FOLD).split())


@dataclass(frozen=True)
class Lexicon:
    """The entries that hold for one extraction, and those that the desk has switched off. Equal lists make equal versions."""

    entries: tuple[Entry, ...]
    off: tuple[Entry, ...] = ()

    @cached_property
    def version(self) -> str:
        """Twelve hex digits of the entries' SHA-256: what a run records."""
        rows = sorted((*e.key, e.neutral, f"{e.strength:.2f}", e.reporting_only) for e in self.entries)
        gone = sorted(e.key for e in self.off)
        return hashlib.sha256(repr((rows, gone)).encode()).hexdigest()[:12]

    @cached_property
    def _forms(self) -> dict[tuple[str, ...], list[Form]]:
        """Spellings → forms, verbs first, since they count only where they are verbs; one form a reason, the entry's own spelling."""
        table: dict[tuple[str, ...], list[Form]] = {}
        for form in sorted(
            self._all_forms(), key=lambda f: (_FIRST[f.entry.reason], f.atoms != atoms_of(f.entry.words))
        ):
            row = table.setdefault(form.atoms, [])
            if all(other.entry.reason is not form.entry.reason for other in row):
                row.append(form)
        return table

    def _all_forms(self) -> Iterator[Form]:
        for entry in self.entries:
            for words, neutral in bent(entry):
                atoms = atoms_of(words)
                if 0 < len(atoms) <= MOST_ATOMS:
                    yield Form(atoms, entry, neutral)

    @cached_property
    def _sizes(self) -> dict[str, tuple[int, ...]]:
        """First atom → how many atoms the spellings have that begin with it, the longest first."""
        sizes: dict[str, set[int]] = {}
        for atoms in self._forms:
            sizes.setdefault(atoms[0], set()).add(len(atoms))
        return {atom: tuple(sorted(found, reverse=True)) for atom, found in sizes.items()}

    def begins(self, atom: str) -> bool:
        return atom in self._sizes

    def at(self, atoms: Sequence[str], k: int) -> Iterator[Form]:
        """Every form that begins at atom `k`, the longest first: at most `MOST_ATOMS` look-ups."""
        for size in self._sizes.get(atoms[k], ()):
            if k + size <= len(atoms):
                yield from self._forms.get(tuple(atoms[k : k + size]), ())

    def entry_of(self, text: str, reason: str) -> Entry | None:
        """The entry under which words of the copy were found, None where none has this spelling and reason."""
        return next((f.entry for f in self._forms.get(atoms_of(text), ()) if f.entry.reason == reason), None)

    def is_off(self, text: str) -> bool:
        """Whether the desk has switched these words off: then nothing else may point them out either."""
        return atoms_of(text) in self._off_spellings

    @cached_property
    def _off_spellings(self) -> frozenset[tuple[str, ...]]:
        return frozenset(atoms_of(words) for entry in self.off for words, _ in bent(entry))

    def changed(self, *, put: Iterable[Entry] = (), off: Iterable[Entry] = ()) -> "Lexicon":
        """These entries with those in `put` added (or in the place of the same key) and those in `off` left out."""
        rows = {entry.key: entry for entry in self.entries} | {entry.key: entry for entry in put}
        gone = {entry.key: entry for entry in (*self.off, *off)}
        return Lexicon(tuple(entry for key, entry in rows.items() if key not in gone), tuple(gone.values()))


@cache
def default() -> Lexicon:
    """The lists that come with Newsdesk, read once a process."""
    with LIST.open(encoding="utf8", newline="") as file:
        return Lexicon(tuple(_entry(row) for row in csv.DictReader(file)))


def _entry(row: dict[str, str]) -> Entry:
    return Entry(
        words=row["words"],
        reason=WordingReason(row["reason"]),
        neutral=row["neutral"],
        note=row["note"],
        strength=float(row["strength"]),
        reporting_only=row["reporting_only"] == "yes",
    )


def bent(entry: Entry) -> Iterator[tuple[str, str]]:
    """The spellings under which the entry is found, each with its neutral wording."""
    if entry.reason is WordingReason.REPORTING_VERB:
        yield from _as_verb(entry.words, entry.neutral)
        return
    yield entry.words, entry.neutral
    last = atoms_of(entry.words)[-1:]
    if entry.reason is not WordingReason.INTENSIFIER and last and last[0].isalpha() and not last[0].endswith("s"):
        yield plural(entry.words), plural(entry.neutral) if entry.neutral else ""


def _as_verb(words: str, neutral: str) -> Iterator[tuple[str, str]]:
    verb, _, rest = words.partition(" ")
    plain, _, plain_rest = neutral.partition(" ")
    if not verb.isalpha():
        yield words, neutral
        return
    swapped: dict[str, str] = {}
    for form, tag in forms_of(plain).items() if plain.isalpha() else ():
        swapped.setdefault(tag, f"{form} {plain_rest}".strip())
    for form, tag in forms_of(verb).items():
        yield f"{form} {rest}".strip(), swapped.get(tag, "")


def plural(words: str) -> str:
    """The plural of a noun at the end of `words`, as regular English makes it."""
    for one, many in _PLURALS.items():
        if words.endswith(one):
            return words.removesuffix(one) + many
    if words.endswith(("s", "sh", "ch", "x", "z")):
        return words + "es"
    if words.endswith("y") and words[-2:-1] not in "aeiou":
        return words[:-1] + "ies"
    return words + "s"
