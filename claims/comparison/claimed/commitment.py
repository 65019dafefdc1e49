"""How far somebody is said to have gone with something: rejected, not agreed, open to it, agreed in principle, supports, accepted. Pure.

Each article's words are put on one ladder for each actor and object, so that "agreed in principle" here and "rejected" there
stand as steps of one question.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum

from articles.segmentation.spans import Kind, ParagraphSpan
from claims.comparison.copies import Copy, Story
from claims.comparison.decisions import Place
from claims.comparison.keywords import SMALL, Term, key_of, terms_of
from claims.language.claims import sentences
from claims.language.person_names import name_of
from claims.language.words import TIMES


class Rung(IntEnum):
    """Steps of commitment, the weakest first."""

    REJECTED = 0
    NOT_AGREED = 1
    OPEN = 2
    IN_PRINCIPLE = 3
    SUPPORTS = 4
    ACCEPTED = 5

    @property
    def words(self) -> str:
        return WORDS[self]


WORDS = {
    Rung.REJECTED: "rejected",
    Rung.NOT_AGREED: "not agreed so far",
    Rung.OPEN: "open to discussing",
    Rung.IN_PRINCIPLE: "agreed in principle",
    Rung.SUPPORTS: "supports",
    Rung.ACCEPTED: "accepted",
}
_AGREE = r"(?:agree[sd]?|accept(?:s|ed)?|approve[sd]?|endorse[sd]?|back(?:s|ed)?(?!\s(?:away|down|off|out|up|to|from)\b)|sign(?:s|ed)?|commit(?:s|ted)?|ratif(?:y|ied)|support(?:s|ed)?)"
STEPS = re.compile(
    rf"(?P<IN_PRINCIPLE>\b{_AGREE}(?:\s\w+)?\sin\s(?:principle|theory)\b|\bin\s(?:principle|theory),?\s{_AGREE}\b)"
    rf"|(?P<NOT_AGREED>\b(?:yet\sto|not\syet|never|(?:did|does|do|has|have|had|is|are|was|were)(?:n[’']t|\snot)(?:\syet)?)\s(?:\w+ly\s)?{_AGREE}\b)"
    r"|(?P<REJECTED>\b(?:reject(?:s|ed|ing)?|refus(?:es|ed|ing)(?:\sto\s(?:agree|accept|sign|support|back|endorse|approve))?"
    r"|dismiss(?:es|ed|ing)?|rul(?:es|ed|ing)\sout|turn(?:s|ed|ing)\sdown|oppos(?:es|ed|ing)|spurn(?:s|ed))\b)"
    r"|(?P<OPEN>\b(?:open\sto|willing(?:ness)?\sto\s(?:discuss|consider|negotiate|talk|accept)|read(?:y|iness)\sto\s(?:discuss|consider|negotiate|talk)"
    r"|(?:is|are|was|were)\sconsidering|agree[sd]?\sto\s(?:discuss|consider|study|talk))\b)"
    r"|(?P<SUPPORTS>\b(?:support(?:s|ed|ing)?|back(?:s|ed|ing)|endors(?:es|ed|ing)|in\sfavou?r\sof|favou?r(?:s|ed))\b)"
    r"|(?P<ACCEPTED>\b(?:agree[sd]?\s(?:to|with|on)|accept(?:s|ed|ing)?|signed|ratified|read(?:y|iness)\sto\saccept)\b)"
)
UNREAL = re.compile(
    r"\b(?:if|unless|whether|would|could|should|must|may|might|can|cannot|will|won[’']t|to|previously|earlier|once|formerly|initially|long|n[’']t|not|never"
    r"|until|before|had|nor|neither|without)\s(?:\w+\s){0,2}?$|\b(?:if|whether|unless|until)\s[^,;.]{0,60}$",
    re.IGNORECASE,
)
FURTHER = re.compile(
    r",|\b(?:who|which|that|known|because|by|and|or|after|before|until|unless)\b"
    r"|\bto\s(?!(?:the|an?|any|this|that|its|his|her|their|such|all|both|new)\b|[A-Z\d])"
)
"""What ends the object of a step: "supports the truce, a plan that ...", "backs the vote and her decision to ...\""""
CLAUSE = re.compile(r"[;:—–]|,\s(?:but|and|while|although|as)\s|\b(?:but|while|although)\b|(?<![A-Z])\.\s")
TITLE = (
    r"(?:President|Prime\sMinister|Premier|Chancellor|Foreign\s(?:Minister|Secretary)|Defen[cs]e\s(?:Minister|Secretary)|Leader|leader|Mayor"
    r"|Governor|King|Queen|Secretary|Minister|spokes(?:man|woman|person)|Ambassador|chief|head)"
)
LEADS = re.compile(
    rf"\b(?P<land>[A-Z][\w’']{{1,40}}?)(?:[’']s)?\s(?:(?:[A-Z]\w+|former|then)\s)?{TITLE}\s(?P<name>[A-Z][\w’-]{{1,40}}(?:\s[A-Z][\w’-]{{1,40}}){{0,2}})"
)
OF_LAND = re.compile(
    rf"\b{TITLE}\s(?P<name>[A-Z][\w’-]{{1,40}}(?:\s[A-Z][\w’-]{{1,40}}){{0,2}})\sof\s(?P<land>[A-Z][\w’-]{{1,40}})"
)
WHERE = re.compile(r"\b(?:in|at|near|from|on|by|of)\s$")
PRONOUN = re.compile(r"\b(?:he|she|it|they|we|I|who)\b", re.IGNORECASE)
NAMED = re.compile(r"[A-Z][\w’'-]*(?:\s(?:[A-Z][\w’'-]*|of|the(?=\s[A-Z])))*")
VAGUE = frozenset(
    key_of(word, False)
    for word in [
        "agreement",
        "plan",
        "deal",
        "talk",
        "idea",
        "term",
        "condition",
        "offer",
        "immediate",
        "new",
        "day",
        "week",
        "call",
        "move",
        "effort",
        "end",
        "war",
        "time",
    ]
)
NEXT = 4  # code points behind a step that say nothing of where its object ends ("agreed to pay")
AFTER, BEFORE = 6, 8  # terms of the object behind the step; those before it, where nothing stands behind


@dataclass(frozen=True, slots=True)
class Step:
    """One place that says how far an actor went. `actor`, `objects`: keys; `named`: the actor in the article's words; `at`: where
    the words of commitment begin."""

    place: Place
    paragraph: int
    rung: Rung
    actor: str
    named: str
    objects: frozenset[str]
    text: str
    at: int


@dataclass(frozen=True, slots=True)
class Ladder:
    """All steps of one actor towards one object, in order of article and start; at least two articles and two rungs."""

    actor: str
    about: str
    steps: tuple[Step, ...]

    @property
    def say(self) -> str:
        rungs = sorted({step.rung for step in self.steps})
        return f"{self.actor} and the {self.about}: " + ", ".join(rung.words for rung in rungs)


def ladders_of(story: Story) -> tuple[Ladder, ...]:
    """The ladders on which the articles put somebody at different steps, those of most articles first."""
    actors = _leaders(story)
    steps = [step for number, copy in enumerate(story.copies) for step in _steps(story, number, copy, actors)]
    by_actor: dict[str, list[Step]] = defaultdict(list)
    for step in steps:
        by_actor[step.actor].append(step)
    found = [ladder for actor in sorted(by_actor) for ladder in _ladders(by_actor[actor])]
    return tuple(sorted(found, key=lambda f: (-len({s.place.article for s in f.steps}), f.actor, f.about)))


def _ladders(steps: list[Step]) -> Iterator[Ladder]:
    """One ladder for each object, the one that most articles name first; a step stands on one ladder."""
    left = list(steps)
    while True:
        spread: dict[str, set[int]] = defaultdict(set)
        for step in left:
            for key in step.objects:
                spread[key].add(step.place.article)
        shared = [key for key, articles in spread.items() if len(articles) > 1]
        if not shared:
            return
        best = min(shared, key=lambda key: (key in VAGUE, -len(spread[key]), key))
        here = sorted((s for s in left if best in s.objects), key=lambda s: s.place)
        left = [s for s in left if best not in s.objects]
        if len({s.rung for s in here}) > 1:
            named = Counter(step.named for step in here)
            yield Ladder(min(named, key=lambda n: (-named[n], -len(n), n)), _spelled(here, best), tuple(here))


def _spelled(steps: list[Step], key: str) -> str:
    """The object as an article writes it: "techniques", not the key that all its forms share."""
    found = (step.text[t.start : t.end].lower() for step in steps for t in terms_of(step.text) if t.key == key)
    return next(found, key.rstrip("~"))


def _leaders(story: Story) -> Mapping[str, str]:
    """Key of a person's surname → key of the land or body that the person speaks for ("Russian President Vladimir Putin")."""
    told: dict[str, Counter[str]] = defaultdict(Counter)
    for copy in story.copies:
        for pattern in (LEADS, OF_LAND):
            for match in pattern.finditer(copy.text):
                if match["land"].lower() in SMALL | TIMES:
                    continue
                told[_actor(match["name"])][key_of(match["land"].lower(), True)] += 1
    return {name: min(lands, key=lambda land: (-lands[land], land)) for name, lands in told.items()}


def _actor(name: str) -> str:
    found = name_of(name)
    if found is not None and found.surname:
        return key_of(found.surname, True)
    terms = [term.key for term in terms_of(name)]
    return terms[-1] if terms else ""


def _steps(story: Story, number: int, copy: Copy, leaders: Mapping[str, str]) -> Iterator[Step]:
    for paragraph in copy.paragraphs:
        if paragraph.kind is not Kind.BODY or paragraph.duplicate_of is not None:
            continue
        for start, end in sentences(copy.text, paragraph.start, paragraph.end):
            if end - start <= 1000 and STEPS.search(copy.text, start, end):
                yield from _in_sentence(story, number, copy, paragraph, start, end, leaders)


def _in_sentence(
    story: Story,
    number: int,
    copy: Copy,
    paragraph: ParagraphSpan,
    start: int,
    end: int,
    leaders: Mapping[str, str],
) -> Iterator[Step]:
    text = copy.text
    terms = list(terms_of(text, start, end))
    for match in STEPS.finditer(text, start, end):
        low = max([start, *(m.end() for m in CLAUSE.finditer(text, start, match.start()))])
        stop = CLAUSE.search(text, match.end(), end)
        high = stop.start() if stop else end
        if match.lastgroup is None or UNREAL.search(text[low : match.start()]):
            continue
        named = _subject(story, copy, text, start, low, match.start())
        actor = _actor(named) if named else ""
        actor = leaders.get(actor, actor)
        further = FURTHER.search(text, match.end() + NEXT, high)
        objects = _objects(terms, match.end(), further.start() if further else high, AFTER) or _objects(
            terms[::-1], low, match.start(), BEFORE
        )
        if not objects:
            objects = _objects(terms[::-1], start, match.start(), BEFORE)
        if not actor or not objects:
            continue
        place = Place(number, low, high)
        yield Step(
            place,
            paragraph.number,
            Rung[match.lastgroup],
            actor,
            named,
            objects,
            text[low:high].strip(" ,"),
            match.start(),
        )


def _objects(terms: list[Term], low: int, high: int, most: int) -> frozenset[str]:
    found = [t.key for t in terms if low <= t.start and t.end <= high and not t.name and t.number is None]
    return frozenset(found[:most])


def _subject(story: Story, copy: Copy, text: str, start: int, low: int, at: int) -> str:
    """Who does it: the last name before the words in their clause, whom a pronoun there stands for, else the sentence's."""
    clause = _names(text, low, at)
    pronouns = [m.end() for m in PRONOUN.finditer(text, low, at)]
    if pronouns and (not clause or pronouns[-1] > clause[-1][1]):
        claimant = _claimant_at(story, copy, at)
        if claimant:
            return claimant
    names = clause[-1:] or _names(text, start, low)[:1]
    return names[0][0] if names else _claimant_at(story, copy, at) or ""


def _names(text: str, low: int, high: int) -> list[tuple[str, int]]:
    """Names in a stretch with where they end; a place that something happens in is nobody."""
    found = []
    for match in NAMED.finditer(text, low, high):
        spelled = match.group().split()
        while spelled and spelled[0].lower() in SMALL | TIMES:
            spelled = spelled[1:]
        name = re.sub(r"[’']s?$", "", " ".join(spelled))
        if name and name_of(name) and not WHERE.search(text, max(low, match.start() - 8), match.start()):
            found.append((name, match.end()))
    return found


def _claimant_at(story: Story, copy: Copy, at: int) -> str | None:
    around = [c for c in copy.claims if c.claimant and c.start <= at < c.end]
    return story.person(min(around, key=lambda c: c.end - c.start).claimant) if around else None
