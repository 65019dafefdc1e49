"""Claims across outlets: the places that state one claim, who says it in whose voice, who denies it, and where a denial is missing."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from claims.comparison.claimed.climbing import climbing_of, ladder_claim
from claims.comparison.claimed.commitment import ladders_of
from claims.comparison.claimed.counterclaims import missing_of, shown_place
from claims.comparison.claimed.denials import Denial, denials_of
from claims.comparison.claimed.leaks import leaks_of
from claims.comparison.claimed.matching import Match, Matching, gathered
from claims.comparison.claimed.parts import FIRST_PERSON, THIRD_PERSON
from claims.comparison.claimed.polarity import stance_towards
from claims.comparison.claimed.statements import Statement, statements_of
from claims.comparison.copied.origins import OriginIndex
from claims.comparison.copies import Story
from claims.comparison.decisions import About, Place
from claims.comparison.found import Chain, ClaimPlace, ComparedClaim, Flag, Origin, SharedPassage, Utterance
from claims.language.spans import Stance, Voice
from claims.language.words import listed
from claims.rules.speakers import same_speaker

SURE_ALONE = 0.75  # of a denial, from where on a claim of one article is shown with it
UNCLEAR_FIRST = frozenset(listed("he she they it we i his her their its our my this that these those and but"))
CLIMBED = 0.6  # share of a group's statements on ladders from which the ladder says it all
SHORT, LONG = 40, 220  # code points of a text that is easily read


def claims_of(
    story: Story,
    origins: tuple[Origin, ...],
    utterances: tuple[Utterance, ...],
    passages: tuple[SharedPassage, ...] = (),
    chains: tuple[Chain, ...] | None = None,
) -> tuple[ComparedClaim, ...]:
    """The claims that two outlets or more state, and those of one outlet that another one denies.

    Flagged ones first, then those of most articles. `passages` and `chains` let copied passages count as one origin.
    """
    statements = statements_of(story)
    if len(story.copies) < 2 or not statements:
        return ()
    matching = Matching(story, statements)
    matches = matching.matches(utterances)
    index = OriginIndex(story, passages, origins, chains)
    found_ladders = ladders_of(story)
    climbing = climbing_of(matching, found_ladders)
    against = [d for d in denials_of(matching) if not climbing & {d.denial, d.denied}]
    groups, denials = _with_denials(matching, gathered(story, matching, matches), against)
    scores = _scores(matches)
    groups = [group for group in groups if len(climbing.intersection(group)) < CLIMBED * len(group)]
    found = [_claim(matching, index, group, scores, denials) for group in groups]
    ladders = [ladder_claim(index, ladder, statements) for ladder in found_ladders]
    ladders = [c for c in ladders if not story.decisions.rejects(About.CLAIM, (m.place for m in c.members))]
    kept = [claim for claim in found if claim is not None]
    return tuple(sorted([*ladders, *kept], key=_order))


def _order(claim: ComparedClaim) -> tuple[int, int, int, float, Place]:
    articles = len({m.place.article for m in claim.members})
    return (not claim.flags, -len(claim.flags), -articles, -claim.score, claim.members[0].place)


def _with_denials(
    matching: Matching, groups: list[list[int]], denials: list[Denial]
) -> tuple[list[list[int]], dict[int, Denial]]:
    """Groups with their denials in them: a group of denials joins what it denies, a single statement that is denied makes a group."""
    group_of = {n: number for number, group in enumerate(groups) for n in group}
    held: dict[int, list[int]] = dict(enumerate(groups))
    for n in {n for denial in denials for n in (denial.denial, denial.denied)} - group_of.keys():
        group_of[n] = len(held)
        held[len(held)] = [n]
    by_group: dict[int, list[Denial]] = defaultdict(list)
    for denial in denials:
        by_group[group_of[denial.denial]].append(denial)
    kept: dict[int, Denial] = {}
    for mine in sorted(by_group, key=lambda group: (-by_group[group][0].score, group)):
        if not all(matching.goes_against(n) or any(d.denial == n for d in by_group[mine]) for n in held[mine]):
            continue
        target = _target(by_group[mine], group_of)
        theirs = group_of[target.denied]
        if mine == theirs or not held[theirs] or _is_parted(matching, held[mine], held[theirs]):
            continue
        for n in held[mine]:
            kept[n] = Denial(n, target.denied, target.stance, target.score, target.reason)
            group_of[n] = theirs
        held[theirs], held[mine] = sorted(held[theirs] + held[mine]), []
    return [held[number] for number in sorted(held) if len(held[number]) > 1], kept


def _target(denials: Sequence[Denial], group_of: dict[int, int]) -> Denial:
    """Of what the members of one group may deny, the claim that most of them mean."""
    votes: Counter[int] = Counter()
    for denial in denials:
        votes[group_of[denial.denied]] += round(1000 * denial.score)
    return min(denials, key=lambda d: (-votes[group_of[d.denied]], -d.score, d.denial, d.denied))


def _is_parted(matching: Matching, one: list[int], other: list[int]) -> bool:
    decisions, statements = matching.story.decisions, matching.statements
    return bool(decisions.parted) and any(
        decisions.part(About.CLAIM, statements[a].place, statements[b].place) for a in one for b in other
    )


def _scores(matches: Sequence[Match]) -> dict[int, dict[int, float]]:
    scores: dict[int, dict[int, float]] = defaultdict(dict)
    for match in matches:
        scores[match.one][match.other] = scores[match.other][match.one] = match.score
    return scores


def _claim(
    matching: Matching,
    index: OriginIndex,
    group: list[int],
    scores: dict[int, dict[int, float]],
    denials: dict[int, Denial],
) -> ComparedClaim | None:
    base = _base(matching, group, denials)
    stances = {n: _stance(matching, n, base, denials) for n in group}
    group = _without_overlaps(matching, group, stances, scores)
    statements = matching.statements
    members = [(statements[n], stances[n]) for n in group]
    asserting = [n for n in group if stances[n] is Stance.ASSERTS]
    if matching.story.decisions.rejects(About.CLAIM, (s.place for s, _ in members)):
        return None
    claimant = _claimant(statements[n] for n in asserting)
    leaking = {group[m] for m in leaks_of(matching.story, members)}
    missing = missing_of(matching, index, [(n, stances[n]) for n in group], claimant)
    count, say = index.independent([statements[n].place for n in asserting], claimant)
    sure = {n: max((scores[n].get(o, 0.0) for o in group), default=0.0) for n in group}
    for n in group:
        if n in denials:
            sure[n] = max(sure[n], denials[n].score)
            sure[denials[n].denied] = max(sure.get(denials[n].denied, 0.0), denials[n].score)
    against = max((sure[n] for n in group if stances[n] is not Stance.ASSERTS), default=0.0)
    if _outlets_of(matching, asserting) < 2 and (against < SURE_ALONE or _outlets_of(matching, group) < 2):
        return None
    places = tuple(
        sorted(
            (
                ClaimPlace(
                    shown_place(matching, n) if n in denials else statements[n].place,
                    statements[n].paragraph,
                    statements[n].voice,
                    stances[n],
                    statements[n].claimant,
                    round(sure[n], 3),
                    n in leaking,
                )
                for n in group
            ),
            key=lambda m: m.place,
        )
    )
    flags = [Flag.VOICE_LEAK] * bool(leaking) + [Flag.MISSING_COUNTER_CLAIM] * bool(missing.articles)
    reason = _reason(matching, group, stances, leaking, missing.articles)
    score = round(sum(sure[n] for n in group) / len(group), 3)
    text = _shown(statements[base])
    return ComparedClaim(
        text, claimant, places, count, say, tuple(flags), score, reason, missing.articles, missing.denied_by
    )


def _shown(statement: Statement) -> str:
    """The claim's words for people: "he will go" with the name of whoever says so, "I will go" as it was said."""
    text, claimant = statement.text, statement.claimant
    pronoun = THIRD_PERSON.match(text)
    if pronoun and claimant and statement.said != text:
        text = claimant + statement.said[len(claimant.split()[-1]) :]
    elif not FIRST_PERSON.match(text):
        text = statement.said
    return " ".join(text.split())


def _stance(matching: Matching, n: int, base: int, denials: dict[int, Denial]) -> Stance:
    """Nobody denies what they claim themselves: "you are not just late" beside "you are late" of one person goes with it."""
    one, other = matching.statements[n], matching.statements[base]
    if n == base or (one.claimant is not None and one.claimant == other.claimant and n not in denials):
        return Stance.ASSERTS
    if n in denials:
        return denials[n].stance
    return stance_towards(matching.polarity[n], matching.polarity[base], matching.likeness.weight)


def _base(matching: Matching, group: list[int], denials: dict[int, Denial]) -> int:
    """The clearest statement of the claim itself: whole, of middling length, not shouted, likest to the others."""
    statements = matching.statements

    def clearness(n: int) -> tuple[float, int]:
        said, statement = statements[n].said, statements[n]
        words = said.split()
        worth = 2.0 * (n not in denials and not matching.goes_against(n)) + matching.whole[n]
        worth += 0.5 * (SHORT <= len(said) <= LONG) - 0.4 * statement.is_part - 0.3 * statement.is_heading
        worth -= 0.5 * (said.isupper() or sum(w.isupper() for w in words) > len(words) / 3)
        worth -= 0.4 * (words[0].lower() in UNCLEAR_FIRST) if words else 1.0
        worth += 0.6 * sum(matching.likeness.words_alike(n, o) for o in group) / len(group)
        return (worth, -n)

    return max(group, key=clearness)


def _without_overlaps(
    matching: Matching, group: list[int], stances: dict[int, Stance], scores: dict[int, dict[int, float]]
) -> list[int]:
    """One member for each stretch: the whole claim before its part, but the outlet's own part beside the whole it stands in."""
    statements = matching.statements

    def rank(n: int) -> tuple[bool, bool, float, int]:
        one = statements[n]
        own_part = one.is_part and one.voice is Voice.OUTLET
        return (not own_part, one.voice is Voice.OUTLET, -max(scores[n].values(), default=0.0), n)

    kept: list[int] = []
    for n in sorted(group, key=rank):
        own_part = statements[n].is_part and statements[n].voice is Voice.OUTLET
        if not any(statements[n].place.touches(statements[k].place) for k in kept) or own_part:
            kept.append(n)
    return sorted(kept)


def _claimant(members: Iterable[Statement]) -> str | None:
    """Whoever most of the articles that attribute the claim name; None where they do not agree."""
    by_article: dict[int, set[str]] = defaultdict(set)
    for member in members:
        if member.voice is Voice.ATTRIBUTED and member.claimant:
            by_article[member.article].add(member.claimant)
    every = sorted({name for names in by_article.values() for name in names}, key=lambda name: (-len(name), name))
    if not every:
        return None
    fullest = {name: next(other for other in every if same_speaker(name, other)) for name in every}
    spread = Counter(name for names in by_article.values() for name in {fullest[n] for n in names})
    name, articles = min(spread.items(), key=lambda found: (-found[1], found[0]))
    return name if 2 * articles > len(by_article) else None


def _reason(
    matching: Matching, group: list[int], stances: dict[int, Stance], leaking: set[int], missing: tuple[int, ...]
) -> str:
    asserting = [n for n in group if stances[n] is Stance.ASSERTS]
    pairs = [(a, b) for i, a in enumerate(asserting[:12]) for b in asserting[i + 1 : 12]]
    words = sum(matching.likeness.words_alike(a, b) for a, b in pairs) / len(pairs) if pairs else 1.0
    said = "the same words" if words >= 0.9 else "much the same words" if words >= 0.5 else "other words of one meaning"
    parts = [f"Given in {_outlets(_outlets_of(matching, asserting))} in {said}"]
    for stance, verb in ((Stance.DENIES, "denied"), (Stance.DOUBTS, "doubted")):
        against = [n for n in group if stances[n] is stance]
        if against:
            parts.append(f"{verb} in {_outlets(_outlets_of(matching, against))}")
    if leaking:
        own = _outlets(_outlets_of(matching, leaking))
        parts.append(f"told as fact by {own} where others attribute it")
    if missing:
        parts.append(f"the denial is not found in {_outlets(len(_named(matching, missing)))}")
    return "; ".join(parts) + "."


def _outlets_of(matching: Matching, group: Iterable[int]) -> int:
    """How many outlets give these statements: two articles of one outlet are one."""
    return len(_named(matching, (matching.statements[n].article for n in group)))


def _named(matching: Matching, articles: Iterable[int]) -> set[str]:
    return {matching.story.copies[n].outlet.strip() or str(n) for n in articles}


def _outlets(many: int) -> str:
    return "one outlet" if many == 1 else f"{many} outlets"
