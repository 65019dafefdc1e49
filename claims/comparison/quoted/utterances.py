"""Variants of one act of speech across outlets: who said what, and how each outlet gave it."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from claims.comparison.copies import Story
from claims.comparison.decisions import Place
from claims.comparison.found import Change, Difference, Flag, Utterance, Variant
from claims.comparison.quoted.aligning import align
from claims.comparison.quoted.clusters import Cluster
from claims.comparison.quoted.cuts import cut_before_contrast
from claims.comparison.quoted.differences import ELLIPSIS, Side, differences
from claims.comparison.quoted.giving import Given, Speeches
from claims.comparison.quoted.joining import joined
from claims.comparison.quoted.mouths import NOBODY, Kinship, Mouth, kinship
from claims.comparison.quoted.ordering import in_order_of, own_order
from claims.comparison.quoted.stretches import Stretch, stretches_of
from claims.comparison.quoted.terms import SAYING
from claims.comparison.quoted.tongues import languages_of
from claims.comparison.words import Word, folded

ALTERING = frozenset((Change.WORD_CHANGED, Change.FORM_CHANGED, Change.INNER_CUT, Change.JOINED, Change.REORDERED))
"""Changes inside the marks that the reader is not told of."""
BESIDE = 12
_CUTS = frozenset((Flag.CUT_BEFORE_CONTRAST, Flag.STOP_INSIDE_MARKS))


def utterances_of(story: Story) -> tuple[Utterance, ...]:
    """The utterances that two outlets or more give, in the order in which the story's articles give them.

    Members are the words inside one pair of marks, or reported words where there are none; the reference is the variant that
    an editor named, else one of a primary text, else the longest. Deterministic, whatever the order of the articles; never raises.
    """
    if len(story.copies) < 2:
        return ()
    story, order = own_order(story)
    stretches = stretches_of(story)
    languages = languages_of(story)
    after = _following(stretches)
    found: dict[tuple[object, ...], Utterance] = {}
    clusters = list(joined(story, stretches, languages))
    guests = {stretches[n].place for cluster in clusters for n in cluster.guests}
    speeches, given = Speeches(stretches), Given(story.copies)
    for cluster in clusters:
        made = _utterance(story, stretches, cluster, languages, after, guests, speeches, given)
        if made:
            found.setdefault(tuple(member.place for member in made.members), in_order_of(order, made))
    return tuple(sorted(found.values(), key=lambda u: (u.members[0].place, len(u.members))))


def _utterance(
    story: Story,
    stretches: Sequence[Stretch],
    cluster: Cluster,
    languages: Mapping[str, str],
    after: Mapping[int, Stretch],
    guests: Collection[Place],
    speeches: Speeches,
    given: Given,
) -> Utterance | None:
    members = _members([stretches[n] for n in sorted(set(cluster.members))])
    if len({member.place.article for member in members}) < 2:
        return None
    person, mouth = _speaker(members)
    reference = _reference(story, members, mouth, guests)
    speaker = person or members[reference].mouth.name
    foreign = languages.get(speaker or "", "en").split("-")[0] != "en"
    following = after.get(id(members[reference]))
    elsewhere = speeches.beside(members[reference])
    beside = _by_article(members)
    variants = _flagged_once(
        [
            _variant(
                story, beside[member.place.article], members[reference], member, foreign, following, elsewhere, given
            )
            for member in members
        ]
    )
    flags = {flag for variant in variants for flag in variant.flags}
    differing = [(v.place.article, difference) for v in variants for difference in v.differences]
    kinds = {difference.kind for _, difference in differing}
    if any(_alters(story.copies[article].text, difference) for article, difference in differing):
        flags.add(Flag.ALTERED)
    if Change.TRANSLATION in kinds:
        flags.add(Flag.TRANSLATION)
    score = sum(link.score for link in cluster.links) / len(cluster.links) if cluster.links else 1.0
    return Utterance(
        speaker,
        variants,
        reference,
        tuple(sorted(flags)),
        round(score, 3),
        _reason(cluster),
    )


def _by_article(members: Iterable[Stretch]) -> Mapping[int, Sequence[Stretch]]:
    """Article → its variants, BESIDE of different words at most."""
    found: dict[int, dict[tuple[str, ...], Stretch]] = defaultdict(dict)
    for member in members:
        if len(found[member.place.article]) < BESIDE:
            found[member.place.article].setdefault(member.norms, member)
    return {article: list(held.values()) for article, held in found.items()}


def _reason(cluster: Cluster) -> str:
    """Why the variants are one utterance: the surest link, and the least sure one where it is of another kind."""
    if not cluster.links:
        return "joined by staff"
    ranked = sorted(cluster.links, key=lambda link: (-link.score, -len(link.alignment.pairs)))
    surest, weakest = ranked[0].reason, ranked[-1].reason
    return surest if ranked[0].kinship is ranked[-1].kinship else f"{surest}; least sure: {weakest}"


def _members(stretches: Sequence[Stretch]) -> list[Stretch]:
    """One for each place; none that stands inside another one of its article."""
    places: dict[Place, Stretch] = {}
    for stretch in sorted(stretches, key=lambda s: (s.place, not s.marked)):
        places.setdefault(stretch.place, stretch)
    kept: list[Stretch] = []
    for stretch in places.values():
        while kept and kept[-1].place.touches(stretch.place) and len(stretch.words) > len(kept[-1].words):
            kept.pop()
        if not kept or not kept[-1].place.touches(stretch.place):
            kept.append(stretch)
    return kept


def _alters(text: str, found: Difference) -> bool:
    """Whether other words stand inside the marks than were said; "we'll" for "we will" are the same words."""
    if found.kind is Change.FORM_CHANGED:
        return folded(text[found.start : found.end]) != folded(found.words)
    if found.kind is Change.JOINED and ELLIPSIS.search(text[max(0, found.start - 6) : found.end + 6]):
        return False  # the outlet shows where it left words out
    return found.kind in ALTERING


def _reference(story: Story, members: Sequence[Stretch], speaker: Mouth, guests: Collection[Place]) -> int:
    """The number of the variant by which the others are measured: never another mouth's, rather not one that joined two places."""

    given = Counter(member.norms for member in members)

    def worth(n: int) -> tuple[bool | int, ...]:
        member = members[n]
        named = any(place.is_near(member.place) for place in story.decisions.references)
        primary = story.copies[member.place.article].is_primary
        own = not _is_other(member.mouth, speaker) and member.place not in guests
        plain = len(member.own) == len(member.words)
        letters = sum(len(word.written) for word in member.own)
        return (
            named,
            primary,
            member.marked,
            own,
            len(member.own),
            given[member.norms],
            not member.in_heading,
            plain,
            letters,
            -n,
        )

    return max(range(len(members)), key=worth)


def _speaker(members: Sequence[Stretch]) -> tuple[str | None, Mouth]:
    """The person whom most variants name, the longest variant's where they draw; and that person as a variant has them."""
    named = [member for member in members if member.mouth.person]
    if not named:
        return None, NOBODY
    people = Counter(member.mouth.person for member in named)
    best = max(named, key=lambda m: (people[m.mouth.person], m.mouth.is_sure, len(m.own), m.mouth.person or ""))
    return best.mouth.person, best.mouth


def _variant(
    story: Story,
    beside: Sequence[Stretch],
    reference: Stretch,
    member: Stretch,
    foreign: bool,
    following: Stretch | None,
    elsewhere: Sequence[Word],
    given: Given,
) -> Variant:
    """`beside`: some of the variants in its article."""
    found: tuple[Difference, ...] = differences(
        _side(story, reference), _side(story, member), marked=member.marked, translated=foreign, elsewhere=elsewhere
    )
    beside = [m for m in beside if m is not member]
    cut = cut_before_contrast(reference, member, found, given, following, beside)
    flags = list(cut.flags)
    if _is_another_mouth(reference, member):
        flags.append(Flag.ANOTHER_MOUTH)
    quote = member.quote
    return Variant(
        member.place,
        member.text,
        member.paragraph.number,
        member.mouth.name,
        quote.cue.text if quote and quote.cue else None,
        quote.via if quote else (),
        member.marked,
        found,
        tuple(flags),
        cut.missing,
        cut.continued_in,
    )


def _flagged_once(variants: Sequence[Variant]) -> tuple[Variant, ...]:
    """The longest of an article's variants that stop at the same place is told of, not its headline's as well."""
    longest: dict[tuple[int, str], Variant] = {}
    for variant in variants:
        if variant.missing:
            at = variant.place.article, variant.missing
            longest[at] = max(longest.get(at, variant), variant, key=lambda v: len(v.text))
    return tuple(
        replace(v, missing="", continued_in=None, flags=tuple(f for f in v.flags if f not in _CUTS))
        if v.missing and longest[v.place.article, v.missing] is not v
        else v
        for v in variants
    )


def _side(story: Story, stretch: Stretch) -> Side:
    text = story.copies[stretch.place.article].text
    return Side(text, stretch.words, stretch.place.start, stretch.place.end, stretch.in_heading)


def _is_another_mouth(reference: Stretch, member: Stretch) -> bool:
    """The same words from somebody clearly other: both named beside their words, not passed on by the one from the other."""
    one, other = reference.mouth, member.mouth
    if not _is_other(one, other):
        return False
    common = align(reference.words, member.words).pairs[:1]
    before = [w for i, j in common for w in (*reference.words[:i], *member.words[:j])]
    if any(word.key in SAYING for word in before):
        return False  # “The director said she was careless”: the marks tell themselves whose words these are
    passed_on = {name for s in (reference, member) if s.quote for name in s.quote.via}
    return not passed_on & {one.name, one.person, other.name, other.person}


def _is_other(one: Mouth, other: Mouth) -> bool:
    return kinship(one, other) is Kinship.OTHER and one.is_sure and other.is_sure


def _following(stretches: Sequence[Stretch]) -> dict[int, Stretch]:
    """Each stretch (by identity) → the one that goes on with the same speech in its article: the same quote, broken by its cue."""
    out: dict[int, Stretch] = {}
    for one, other in pairwise(stretches):
        if (
            one.place.article == other.place.article
            and one.marked
            and other.marked
            and one.same_breath is not None
            and one.same_breath == other.same_breath
            and one.place.end <= other.place.start
        ):
            out[id(one)] = other
    return out
