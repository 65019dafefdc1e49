"""Who is one person across the articles of a story, for everybody named, speaker or not."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from claims.comparison.copies import Story
from claims.comparison.named.callings import Called
from claims.language.firstnames import same_first
from claims.language.person_names import Name, fold, name_of
from claims.language.words import listed

# First names that are one name in neighbouring languages, as transliterated.
ONE_NAME = {
    name: names.split("/")[0]
    for names in listed("""
    volodymyr/vladimir/wladimir serhiy/sergei/sergey/serhii/sergii oleksandr/alexander/aleksandr/aleksander
    oleksiy/alexei/aleksei/alexey/oleksii mykola/nikolai/nikolay/nicolai andriy/andrei/andrey/andrii dmytro/dmitry/dmitri/dmitriy
    mykhailo/mikhail yevhen/yevgeny/evgeny/yevgeni yulia/yuliya/julia olena/elena/yelena viktor/victor petro/pyotr/petr
    pavlo/pavel kyrylo/kirill ihor/igor oleh/oleg denys/denis maksym/maxim/maksim kateryna/yekaterina/ekaterina
    valeriy/valery/valeri/valerii yuriy/yuri/yury/iurii anatoliy/anatoly/anatoli vasyl/vasily artem/artyom
    mohammed/muhammad/mohamed/mohammad/muhammed hussein/husain/hussain/husayn yousef/yusuf/youssef/yosef ahmed/ahmad
    """)
    for name in names.split("/")
}


def people_of(story: Story, called: Sequence[Called]) -> list[Mapping[str, str]]:
    """For each article: a person's fullest name there → the name that the story gives that person.

    Full names are one where surname and first name fit, as written or as transliterated; a surname alone is whoever alone
    bears it. What the desk knows (`story.people`) comes first.
    """
    names = {person.name for each in called for person in each.people}
    read = {name: found for name in sorted(names) if (found := name_of(name))}
    full = [name for name in sorted(read) if read[name].is_full]
    leader: dict[str, str] = {}
    bearers: dict[str, list[str]] = defaultdict(list)
    for name in full:
        of_surname = bearers[_surname(read[name])]
        meant = next((other for other in of_surname if _one(read[name], read[other], story)), None)
        leader[name] = leader[meant] if meant else name
        if not meant:
            of_surname.append(name)
    for name in sorted(set(read) - set(full)):
        here = bearers[_surname(read[name])]
        leader[name] = here[0] if len(here) == 1 else name
    shown = _shown(story, called, leader)
    return [{p.name: shown[leader.get(p.name, p.name)] for p in each.people} for each in called]


def _shown(story: Story, called: Sequence[Called], leader: Mapping[str, str]) -> dict[str, str]:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for each in called:
        for person in each.people:
            counts[leader.get(person.name, person.name)][person.name] += len(person.places)
    return {meant: _best(forms, story) for meant, forms in counts.items()}


def _best(forms: Counter[str], story: Story) -> str:
    known = [form for form in forms if form in story.people]
    best = max(known or forms, key=lambda form: (" " in form, forms[form], len(form), form))
    return story.people.get(best, best)


def _surname(name: Name) -> str:
    return name.surname


def _one(one: Name, other: Name, story: Story) -> bool:
    if one.key == other.key or (
        one.text in story.people and story.people.get(one.text) == story.people.get(other.text)
    ):
        return True
    return same_first(*(_first(name) for name in (one, other))) and not _other_initials(one, other)


def _other_initials(one: Name, other: Name) -> bool:
    """ "George W." and "George H.W." are two; an initial more or less is nothing."""
    middles = [[fold(word)[:1] for word in name.shown.split()[1:-1]] for name in (one, other)]
    return all(middles) and middles[0][0] != middles[1][0]


def _first(name: Name) -> str:
    first = fold(name.shown.split()[0])
    return ONE_NAME.get(first, first)
