"""Where reports really come from: articles and passages of one origin, and how many independent origins places have.

Two strengths. Articles as a whole are one origin where they are of one outlet, bear one wire credit, copy most of the shorter body or
consist of the same person's words (`ties`). One shared paragraph, or a sentence "according to" an outlet whose own article is in the
story, makes only those stretches one.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from claims.comparison.copied.credits import chains_of, credit_of, outlet_called
from claims.comparison.copied.part_origins import article_of, is_nameless, part_origins, passage_name
from claims.comparison.copied.standing import standing_passages
from claims.comparison.copied.ties import article_groups
from claims.comparison.copies import Copy, Story
from claims.comparison.decisions import Place
from claims.comparison.found import Chain, Origin, SharedPassage
from claims.language import words
from claims.language.spans import Quote, Voice
from claims.rules.origins import OriginGroup, folded_name
from claims.rules.speakers import folded_speaker, same_speaker

NOBODY = words.DETERMINERS | words.PRONOUNS  # "Many", "they": nobody who could be an origin
_MARKED = 0.2  # of a place: somebody's words inside marks
_REPORTED = 0.5  # of a place: somebody's words without marks
_COPIED = 0.5  # of a place or of a passage


def origins_of(
    story: Story, passages: tuple[SharedPassage, ...], chains: tuple[Chain, ...] | None = None
) -> tuple[Origin, ...]:
    """Articles of one origin (`places` empty), then stretches of one origin in articles that are not one, in order.

    `chains` are those of `chains_of(story)`, found here where they are not given. What staff joined or parted holds.
    """
    chains = chains_of(story) if chains is None else chains
    passages = standing_passages(story, passages)
    groups = article_groups(story, passages)
    of_article = {number: group for group in groups for number in group.ids}
    whole = [
        Origin(group.ids, "; ".join(group.reasons), "" if is_nameless(group) else group.name)
        for group in groups
        if len(group.ids) > 1
    ]
    return (*whole, *part_origins(story, passages, chains, of_article))


@dataclass(frozen=True, slots=True)
class _May:
    """Names of which one is the place's origin; `speaker`: it is a person or body quoted there."""

    names: frozenset[str]
    speaker: bool = False


class OriginIndex:
    """Where each place of a story comes from. Built once a story; answers are stable names, the same for the same origin."""

    def __init__(
        self,
        story: Story,
        passages: tuple[SharedPassage, ...],
        origins: tuple[Origin, ...] = (),
        chains: tuple[Chain, ...] | None = None,
    ) -> None:
        """`origins` found earlier hold where they are of whole articles; all others follow from the passages and chains.

        What staff decided about articles and passages holds, whatever was found; `chains` are found in the text where not given.
        """
        passages = standing_passages(story, passages)
        self._story = story
        self._chains: dict[int, list[Chain]] = defaultdict(list)
        for chain in chains_of(story) if chains is None else chains:
            self._chains[chain.article].append(chain)
        self._groups = {n: group for group in article_groups(story, passages, origins) for n in group.ids}
        self._names = {n: self._shown(group) for n, group in self._groups.items()}
        self._passages: dict[int, list[tuple[Place, frozenset[str]]]] = defaultdict(list)
        every = [chain for chains_here in self._chains.values() for chain in chains_here]
        for passage in passages:
            named = passage_name(story, passage, every, self._groups)
            names = frozenset({named} if named else {self._names[m.place.article] for m in passage.members})
            for member in passage.members:
                self._passages[member.place.article].append((member.place, names))

    def origin_at(self, place: Place) -> str:
        """The origin of the words at that place.

        Whoever is quoted there; else the origin of the copied passage; else the outlet named by "according to"; else the article's own
        group. A copied passage of which nobody knows who wrote it first is named after all that have it: "Harbour Post / Tide".
        """
        return " / ".join(sorted(self._may(place).names))

    def resolve(self, places: Sequence[Place], claimant: str | None = None) -> list[str]:
        """The origins of places that are counted together; "" where the words are the claimant's own.

        Errs towards one: a passage copied by two outlets is one origin with either's own report, and a surname one with the full name.
        """
        may = [self._may(place) for place in places]
        speakers = sorted({name for m in may if m.speaker for name in m.names}, key=lambda name: (-len(name), name))
        fullest = {name: next(other for other in speakers if same_speaker(name, other)) for name in speakers}
        own = [self._is_claimants(m, place, claimant) for m, place in zip(may, places, strict=True)]
        sets = [frozenset(fullest[n] for n in m.names) if m.speaker else m.names for m in may]
        settled: list[frozenset[str]] = []
        for names in sorted(
            {s for s, is_own in zip(sets, own, strict=True) if not is_own}, key=lambda s: (len(s), sorted(s))
        ):
            near = next((n for n, held in enumerate(settled) if held & names), None)
            if near is None:
                settled.append(names)
            else:
                settled[near] &= names
        chosen = [
            "" if is_own else next(s for s in settled if s & names) for names, is_own in zip(sets, own, strict=True)
        ]
        return [" / ".join(sorted(names)) for names in chosen]

    def independent(self, places: Sequence[Place], claimant: str | None = None) -> tuple[int, str]:
        """How many independent origins these places of a claim have, and the sentence for the button.

        The claimant counts nothing for their own claim: "5 outlets, 0 independent origins: all cite the president".
        """
        names = self.resolve(places, claimant)
        outlets: dict[str, set[str]] = defaultdict(set)
        for name, place in zip(names, places, strict=True):
            outlets[name].add(self.outlet_of(place.article))
        everyone = set().union(*outlets.values()) if outlets else set()
        origins = [name for name in dict.fromkeys(names) if name]
        said = f"{_count(len(everyone), 'outlet')}, {_count(len(origins), 'independent origin')}"
        cite = len(outlets.get("", ()))
        theirs = f"cite{'s' if cite == 1 else ''} {_shown_claimant(claimant)}"
        told = [
            name if len(outlets[name]) == 1 else f"{name} (in {_count(len(outlets[name]), 'outlet')})"
            for name in origins
        ]
        if origins:
            return len(origins), f"{said}: {_and(told)}" + (f"; {cite} {theirs}" if cite else "")
        if not cite:
            return 0, said
        return 0, f"{said}: " + (f"it {theirs}" if len(everyone) == 1 else f"{'both' if cite == 2 else 'all'} {theirs}")

    def outlet_of(self, article: int) -> str:
        """The outlet's name, or which article it is where the outlet is not known."""
        return self._story.copies[article].outlet.strip() or f"article {article + 1}"

    def _shown(self, group: OriginGroup) -> str:
        return f"article {group.ids[0] + 1}" if is_nameless(group) else group.name

    def _is_claimants(self, may: _May, place: Place, claimant: str | None) -> bool:
        if not claimant:
            return False
        full = self._story.person(claimant) or claimant
        return may.speaker and any(same_speaker(name, other) for name in may.names for other in (claimant, full))

    def _may(self, place: Place) -> _May:
        copy = self._story.copies[place.article]
        place = _unfolded(copy, place)
        speaker = self._speaker_at(copy, place)
        if speaker:
            through = outlet_called(speaker)
            return _May(frozenset({self._cited(through)})) if through else _May(frozenset({speaker}), speaker=True)
        for member, names in self._passages[place.article]:
            common = _common(member, place)
            if common >= _COPIED * min(member.end - member.start, place.end - place.start) and common > 0:
                return _May(names)
        through = self._through_at(copy, place)
        return _May(frozenset({self._cited(through) if through else self._names[place.article]}))

    def _cited(self, through: str) -> str:
        theirs = article_of(self._story, through)
        if theirs is not None:
            return self._names[theirs]
        spelled = (chain.through for chains in self._chains.values() for chain in chains)
        return next((name for name in spelled if folded_name(name) == folded_name(through)), through)

    def _speaker_at(self, copy: Copy, place: Place) -> str:
        """Who says or is reported to say most of the words, by the fullest name; "" where they are the outlet's own."""
        best: tuple[float, str] = (0.0, "")
        for quote in copy.quotes:
            if quote.start >= place.end or place.start >= quote.end:
                continue  # first, and for nothing but two numbers: a long article has a thousand quotes
            name = (quote.speaker.name or quote.speaker.text) if quote.speaker else None
            if name and folded_speaker(name).casefold() not in NOBODY:
                share = _share(quote, place)
                if share > best[0]:
                    best = share, folded_speaker(self._story.person(name) or name)
        if best[1]:
            return best[1]
        for claim in copy.claims:
            if claim.start >= place.end or place.start >= claim.end:
                continue
            here = Place(place.article, claim.start, claim.end)
            name = folded_speaker(claim.claimant) if claim.voice is Voice.ATTRIBUTED and claim.claimant else ""
            if name and name.casefold() not in NOBODY and here.is_near(place):
                return folded_speaker(self._story.person(claim.claimant) or name)
        return ""

    def _through_at(self, copy: Copy, place: Place) -> str:
        """The outlet that the sentence names, else the only one that its paragraph names."""
        chains = [c for c in self._chains[place.article] if folded_name(c.through) != folded_name(credit_of(copy))]
        here = [chain.through for chain in chains if chain.place.touches(place)]
        if here:
            return here[0]
        paragraph = next((p.number for p in copy.paragraphs if p.start <= place.start < p.end), None)
        near = {chain.through for chain in chains if chain.paragraph == paragraph}
        return next(iter(near)) if len(near) == 1 else ""


def _share(quote: Quote, place: Place) -> float:
    """The share of the place that is the quote's, 0 where that is too little to make the words its speaker's."""
    length = max(1, place.end - place.start)
    share = max(0, min(quote.end, place.end) - max(quote.start, place.start)) / length
    marked = sum(max(0, min(q.end, place.end) - max(q.start, place.start)) for q in quote.quoted) / length
    return share if share >= _REPORTED or marked >= _MARKED else 0.0


def _unfolded(copy: Copy, place: Place) -> Place:
    """The same words in the paragraph that this one repeats, where it repeats one."""
    here = next((p for p in copy.paragraphs if p.start <= place.start < p.end), None)
    first = next((p for p in copy.paragraphs if here and p.number == here.duplicate_of), None)
    if here is None or first is None:
        return place
    start = min(first.start + place.start - here.start, first.end)
    return Place(place.article, start, max(start, min(start + place.end - place.start, first.end)))


def _common(one: Place, other: Place) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def _shown_claimant(claimant: str | None) -> str:
    return " ".join((claimant or "the claimant").split())


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _and(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
