"""Who is meant by a name across the articles of one story, by name alone: for comparing without the desk's table of people."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from claims.comparison.copies import Copy
from claims.language.person_names import Name, name_of, surname_of


def people_across(copies: Iterable[Copy]) -> Mapping[str, str]:
    """Name as written → the fullest, then commonest spelling of whoever it means.

    Spellings of one full name meet by their folded key; a surname alone means the one person of the story who bears it,
    and where two bear it nobody but itself.
    """
    written = Counter(name for copy in copies for name in _names_in(copy))
    names = [name for name in map(name_of, sorted(written)) if name]
    shown: dict[str, Counter[str]] = defaultdict(Counter)
    for name in names:
        shown[name.key][name.shown] += written[name.text]
    best = {key: min(spellings, key=lambda s: (-spellings[s], -len(s), s)) for key, spellings in shown.items()}
    bearers: dict[str, set[str]] = defaultdict(set)
    for name in names:
        if name.is_full:
            bearers[surname_of(name.key)].add(name.key)
    return {name.text: best[_meant(name, bearers)] for name in names}


def _meant(name: Name, bearers: Mapping[str, set[str]]) -> str:
    if name.is_full:
        return name.key
    here = [key for key in bearers.get(name.surname, ()) if key.startswith(name.initials)]
    return here[0] if len(here) == 1 else name.key


def _names_in(copy: Copy) -> Iterable[str]:
    for quote in copy.quotes:
        if quote.speaker and (quote.speaker.name or quote.speaker.text):
            yield quote.speaker.name or quote.speaker.text or ""
    for claim in copy.claims:
        if claim.claimant:
            yield claim.claimant
