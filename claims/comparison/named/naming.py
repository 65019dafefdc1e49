"""What the outlets call people, places and bodies, and the reporting verbs they chose; where they differ comes first."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from claims.comparison.copies import Story
from claims.comparison.decisions import Place
from claims.comparison.found import NameUsed, Naming, Scale, Utterance, VerbUsed
from claims.comparison.named.also_called import groups
from claims.comparison.named.callings import Called, called_in, within
from claims.comparison.named.same_person import people_of
from claims.comparison.named.verbs import is_report, scale_of
from claims.language.lexicon import WordingReason, default

EPITHET, SPELLING, ROLE, SCALE = 8.0, 4.0, 1.0, 3.0  # what a difference is worth when the order is made


def names_of(story: Story, utterances: tuple[Utterance, ...]) -> tuple[Naming, ...]:
    """For everybody named in two articles or more, and every thing with two names, what each article says; and for people the
    reporting verbs: of each utterance every article's, of other quotes those that are not neutral.

    Names inside quotation marks do not count. Sorted by how much the outlets differ.
    """
    if len(story.copies) < 2:
        return ()
    called = [called_in(copy) for copy in story.copies]
    known = people_of(story, called)
    used = _names_used(story, called, known)
    verbs = _verbs(story, utterances, known)
    people = [
        Naming(person, names, tuple(verbs.get(person, ())))
        for person, names in used.items()
        if len({name.article for name in names}) > 1 or len({verb.article for verb in verbs.get(person, ())}) > 1
    ]
    found = [*people, *_things(story, called)]
    return tuple(sorted(found, key=lambda naming: (-_interest(naming), naming.person)))


def _names_used(
    story: Story, called: Sequence[Called], people: Sequence[Mapping[str, str]]
) -> dict[str, tuple[NameUsed, ...]]:
    places: dict[str, dict[tuple[int, str], list[Place]]] = defaultdict(lambda: defaultdict(list))
    for article, (each, known) in enumerate(zip(called, people, strict=True)):
        text = story.copies[article].text
        for calling in each.callings:
            person = known.get(calling.person, calling.person)
            words_used = " ".join(text[calling.start : calling.end].split())
            if words_used[:4] in ("The ", "This"):
                words_used = words_used[0].lower() + words_used[1:]
            places[person][article, words_used].append(Place(article, calling.start, calling.end))
    return {person: _rows(forms) for person, forms in places.items()}


def _rows(forms: Mapping[tuple[int, str], Sequence[Place]]) -> tuple[NameUsed, ...]:
    rows = [NameUsed(article, text, len(places), places[0]) for (article, text), places in forms.items()]
    return tuple(sorted(rows, key=lambda row: (row.article, -row.count, row.place)))


def _verbs(
    story: Story, utterances: Sequence[Utterance], people: Sequence[Mapping[str, str]]
) -> dict[str, list[VerbUsed]]:
    """Person → verbs: those of utterances first, then those that are not neutral, each word once an article."""
    out: dict[str, list[VerbUsed]] = defaultdict(list)
    cues = [
        [(quote, Place(n, quote.cue.start, quote.cue.end)) for quote in copy.quotes if quote.cue and quote.speaker]
        for n, copy in enumerate(story.copies)
    ]
    for number, utterance in enumerate(utterances):
        for variant in utterance.members:
            at, article = variant.place, variant.place.article
            name = variant.speaker or utterance.speaker
            person = people[article].get(name or "") or story.person(name)
            if not person:
                continue
            here = [p for quote, p in cues[article] if quote.start < at.end and at.start < quote.end]
            if variant.cue and here:
                place = min(here, key=lambda p: (story.copies[article].text[p.start : p.end] != variant.cue, p))
                verb = VerbUsed(article, variant.cue, scale_of(variant.cue), place, number)
                if verb not in out[person]:
                    out[person].append(verb)
    for article, quotes in enumerate(cues):
        for quote, place in quotes:
            name = quote.speaker.name if quote.speaker else None
            person = people[article].get(name or "") or story.person(name)
            scale = scale_of(quote.cue.text if quote.cue else None)
            if (
                not person
                or not quote.cue
                or scale is Scale.NEUTRAL
                or not is_report(quote.cue.text, bool(quote.quoted))
            ):
                continue
            known = any(v.article == article and v.text.lower() == quote.cue.text.lower() for v in out[person])
            if not known:
                out[person].append(VerbUsed(article, quote.cue.text, scale, place))
    return out


@dataclass(frozen=True, slots=True)
class _Things:
    pattern: re.Pattern[str]
    shown: Mapping[str, str]  # name in lower case → the thing


@cache
def _known_things() -> _Things:
    shown = {_plain(name): names[0] for names in groups() for name in names}
    longest = sorted(shown, key=lambda name: (-len(name), name))
    spelled = "|".join(re.escape(name).replace("'", "['’]").replace(r"\ ", r"\s") for name in longest)
    return _Things(re.compile(rf"(?<![\w-])(?:{spelled})(?![\w-])", re.I), shown)


def _things(story: Story, called: Sequence[Called]) -> list[Naming]:
    """Places, bodies and things that outlets call by different names."""
    known = _known_things()
    places: dict[str, dict[tuple[int, str], list[Place]]] = defaultdict(lambda: defaultdict(list))
    for article, each in enumerate(called):
        text = story.copies[article].text
        for match in known.pattern.finditer(text):
            name = " ".join(match[0].split())
            if (name[0].isupper() or name.islower()) and within(each.told, *match.span()):
                places[known.shown[_plain(name)]][article, name].append(Place(article, *match.span()))
    return [
        Naming(_thing_shown(forms), _rows(forms))
        for forms in places.values()
        if len({article for article, _ in forms}) > 1 and len({_plain(name) for _, name in forms}) > 1
    ]


def _thing_shown(forms: Mapping[tuple[int, str], Sequence[Place]]) -> str:
    """ "Kyiv/Kiev": its names in this story, in the order of the list."""
    here = {_plain(name): name for _, name in sorted(forms, reverse=True)}
    names = next(names for names in groups() if here.keys() <= {_plain(name) for name in names})
    return "/".join(here[_plain(name)] for name in dict.fromkeys(names) if _plain(name) in here)


def _plain(name: str) -> str:
    return name.lower().replace("’", "'")


def _interest(naming: Naming) -> float:
    """How much the outlets differ: epithets of one alone, spellings, roles of one alone, verbs at different points."""
    outlets = {row.article for row in naming.used}
    by_text: dict[str, set[int]] = defaultdict(set)
    for row in naming.used:
        by_text[row.text.lower()].add(row.article)
    worth = 0.0
    for text, articles in by_text.items():
        if len(articles) < len(outlets) and any(word in _epithets() for word in text.split()):
            worth += EPITHET
        elif len(articles) == 1 and len(outlets) > 1 and text.startswith(("the ", "this ")):
            worth += ROLE
    worth += SPELLING * (len(_spellings(naming.used)) > 1)
    scales: dict[int | None, set[Scale]] = defaultdict(set)
    for verb in naming.verbs:
        scales[verb.utterance].add(verb.scale)
    worth += SCALE * sum(len(found) > 1 for number, found in scales.items() if number is not None)
    return worth + min(len(outlets), 20) / 100


def _spellings(used: Iterable[NameUsed]) -> set[str]:
    """The last words of names, where spellings differ; all names of a thing."""
    named = [row.text for row in used if not row.text.startswith(("the ", "this ", "a ", "an "))]
    return {text.split()[-1].lower() for text in named}


@cache
def _epithets() -> frozenset[str]:
    """Single words that judge whom they name, from the lists that come with Newsdesk."""
    return frozenset(entry.words.lower() for entry in default().entries if entry.reason is WordingReason.EPITHET)
