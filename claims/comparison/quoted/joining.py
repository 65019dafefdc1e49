"""Joins stretches into utterances, from the longest down, by an inverted index of their words. Pure.

A stretch that is wholly given by a longer one stands behind it and is not compared again, so that the cost grows with the
number of different wordings and not with the square of the stretches.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from claims.comparison.copies import Story
from claims.comparison.decisions import About, Pair, Place
from claims.comparison.quoted.aligning import align
from claims.comparison.quoted.candidates import Candidates
from claims.comparison.quoted.clusters import Cluster
from claims.comparison.quoted.differences import ELLIPSIS
from claims.comparison.quoted.judging import SHORT, Link, judge
from claims.comparison.quoted.mouths import Kinship, Mouth, kinship
from claims.comparison.quoted.stretches import Stretch
from claims.comparison.quoted.terms import Terms
from claims.comparison.quoted.translations import translated_links
from claims.comparison.quoted.vouching import Vouching

BESIDE = 40  # wordings beside a fragment, and variants of each, with which it is compared
REPORTED = 0.8
REPORTED_CONTENT = 4


class Joiner:
    """Holds the clusters while stretches come in."""

    def __init__(self, story: Story, stretches: Sequence[Stretch], languages: Mapping[str, str]) -> None:
        self.story = story
        self.languages = languages
        self.stretches = stretches
        self.terms = Terms(story, stretches)
        self.clusters = {n: Cluster(n, [n]) for n in range(len(stretches))}
        self.at = list(range(len(stretches)))  # stretch → its cluster
        mouths: dict[Mouth, int] = {}
        self.speakers = [mouths.setdefault(s.mouth, len(mouths)) for s in stretches]  # a number for each mouth
        self.kin: dict[tuple[int, int], Kinship] = {}
        self.wordings = Candidates(stretches, self.speakers, lambda m, n: self._kin(m, n) is Kinship.SAME)
        self.guests: list[tuple[int, int, Link]] = []
        self.vouching = Vouching(story, stretches, self.terms)
        self._note_parted([p for p in story.decisions.parted if p.about is About.UTTERANCE])

    def join(self) -> list[Cluster]:
        """All clusters that stand in two articles or more."""
        order = sorted(range(len(self.stretches)), key=lambda n: _rank(self.stretches[n]))
        self._join_decided()
        marked = [n for n in order if self.stretches[n].marked and not _says_nothing(self.stretches[n])]
        for n in marked:
            if len(self.stretches[n].own) > SHORT:
                self._take(n)
        self._take_fragments([n for n in marked if len(self.stretches[n].own) <= SHORT])
        for n in order:
            if not self.stretches[n].marked:
                self._take_reported(n)
        across = {number for number, cluster in self.clusters.items() if self._is_across(cluster)}
        alone = [n for n in marked if self.at[n] not in across]
        for n, m, link in translated_links(self.story, self.stretches, self.at, alone, self.languages):
            self._unite(n, m, link)
        for n, m, link in self.guests:
            if self.at[n] != self.at[m] and not self.clusters[self.at[m]].clashes(self.clusters[self.at[n]]):
                self.clusters[self.at[m]].members.append(n)
                self.clusters[self.at[m]].guests.append(n)
                self.clusters[self.at[m]].links.append(link)
        return [c for _, c in sorted(self.clusters.items()) if self._is_across(c)]

    def _is_across(self, cluster: Cluster) -> bool:
        return len({self.stretches[n].place.article for n in cluster.members}) > 1

    def _take(self, n: int) -> None:
        """A stretch of four words or more: joins the best wording, and is a guest wherever else it overlaps strongly, since an
        outlet may have joined two sentences in one pair of marks."""
        links = [one for one in self._links(n) if not self._repeats(n, *one)]
        held = [one for one in links if self._meets_anchor(n, *one)]
        best = max(held, key=self._surest, default=None)
        whole = [one for one in links if one[1].whole and one[1].kinship is Kinship.SAME]
        if best and (best[1].whole or not whole):
            for m, link in held:
                if m != best[0] and not link.whole and not best[1].whole and link.kinship is Kinship.SAME:
                    self.guests.append((n, m, link))
            self._unite(n, *best)
        elif links:  # all of it stands in a stretch that joined it with the words of an utterance in which it is not
            m, link = max(whole or links, key=self._surest)
            self.guests.append((m, n, link))
            whole = []
        if not whole:
            self.wordings.add(n)

    @staticmethod
    def _surest(one: tuple[int, Link]) -> tuple[bool, bool, Kinship, float, int]:
        m, link = one
        return link.kinship is not Kinship.OTHER, link.whole, link.kinship, link.score, -m

    def _repeats(self, n: int, m: int, link: Link) -> bool:
        """Whether a stretch that is given only in part says in other words what its own article gives already: the speaker
        said so on two occasions."""
        if link.whole or self.stretches[n].in_heading:
            return False
        at = {i for i, _ in link.alignment.pairs}
        for k in self.clusters[self.at[m]].members[:BESIDE]:
            other = self.stretches[k]
            if k == m or other.place.article != self.stretches[n].place.article or other.in_heading:
                continue
            if 2 * len(at & {i for i, _ in align(self.stretches[m].words, other.words).pairs}) > len(at):
                return True
        return False

    def _meets_anchor(self, n: int, m: int, link: Link) -> bool:
        """Whether a stretch has words in common with the longest of the utterance too, by which all are measured."""
        anchor = self.clusters[self.at[m]].anchor
        if anchor == m:
            return True
        return judge(self.stretches[anchor], self.stretches[n], max(link.kinship, self._kin(anchor, n))) is not None

    def _take_fragments(self, fragments: list[int]) -> None:
        """Fragments of up to three words, where those of one sentence speak for each other."""
        found: dict[int, list[tuple[int, Link]]] = {}
        weak: dict[tuple[int, int], Counter[int]] = defaultdict(Counter)
        for n in fragments:
            found[n] = self._links(n)
            if not found[n]:
                weak[self._breath(n)].update({m for m, _ in self._links(n, vouched=1)})
            self.wordings.add(n)
        # quote → members of utterances beside a fragment
        breath: dict[tuple[int, int], Counter[int]] = defaultdict(Counter)
        for n, stretch in enumerate(self.stretches):
            if stretch.marked and len(stretch.own) > SHORT and len(self.clusters[self.at[n]].members) > 1:
                breath[self._breath(n)][n] += 1
        for n in fragments:
            breath[self._breath(n)].update({m for m, _ in found[n]})
        breath = defaultdict(Counter, {at: Counter(dict(held.most_common(BESIDE))) for at, held in breath.items()})
        for n in fragments:
            links = found[n]
            beside = weak[self._breath(n)]
            if not links:
                links = [one for one in self._links(n, vouched=1) if beside[one[0]] > 1]
            if not links:
                links = self._beside(n, breath[self._breath(n)])
            if links:
                self._unite(n, *self._best(n, links, breath[self._breath(n)]))

    def _best(self, n: int, links: list[tuple[int, Link]], beside: Counter[int]) -> tuple[int, Link]:
        """The wording to which a fragment belongs: the one to which others of its sentence belong, and with a like sentence around."""
        siblings: Counter[int] = Counter()
        for m, times in beside.items():
            siblings[self.at[m]] += times
        return max(
            links,
            key=lambda one: (
                one[1].kinship,
                siblings[self.at[one[0]]],
                one[1].alignment.exact,
                self.terms.common(self.stretches[n], self.stretches[one[0]]),
                len(self.stretches[one[0]].own),
                -one[0],
            ),
        )

    def _beside(self, n: int, beside: Counter[int]) -> list[tuple[int, Link]]:
        """Links to wordings of the utterance to which another stretch of the same quote belongs."""
        stretch = self.stretches[n]
        out = []
        for m in {k for other in beside for k in self.clusters[self.at[other]].members[:BESIDE]}:
            long = self.stretches[m]
            if self._kin(n, m) is Kinship.OTHER:
                continue  # said by two people together: each of them has their own
            if len(long.own) > len(stretch.own) and long.place.article != stretch.place.article:
                link = judge(long, stretch, Kinship.SAME)
                if link:
                    out.append((m, link))
        return sorted(out, key=lambda one: one[0])

    def _take_reported(self, n: int) -> None:
        """Reported words without marks: only where nearly all their rare words stand in one utterance of the same speaker."""
        stretch = self.stretches[n]
        keys = {word.key for word in stretch.own if word.is_content}
        if len(keys) < REPORTED_CONTENT:
            return
        for m in self.wordings.of(n):
            long = self.stretches[m]
            if long.place.article == stretch.place.article:
                continue
            held = keys & {word.key for word in long.own}
            if len(held) >= REPORTED_CONTENT and len(held) >= REPORTED * len(keys) and self._kin(n, m) is Kinship.SAME:
                link = judge(long, stretch, Kinship.SAME)
                if link:
                    self._unite(n, m, link)
                    return

    def _links(self, n: int, vouched: int = 2) -> list[tuple[int, Link]]:
        stretch = self.stretches[n]
        out = []
        for m in self.wordings.of(n):
            long = self.stretches[m]
            if long.place.touches(stretch.place):
                continue
            kin, vouches = self._kin(m, n), False
            if kin is Kinship.OTHER and self.vouching.may_be_mistaken(long, stretch):
                kin, vouches = Kinship.UNSURE, True
            vouches = vouches or (kin is Kinship.UNSURE and self.vouching.vouches(long, stretch))
            link = judge(long, stretch, kin, vouched=vouched if vouches else 0)
            if not link or self.terms.forbid(long, stretch, link, vouches) or _is_weak_word(stretch):
                continue
            if (
                not link.whole
                and long.place.article == stretch.place.article
                and not long.in_heading | stretch.in_heading
            ):
                continue  # what one article gives twice in other words was said twice
            if kin is not Kinship.UNSURE or self._suits(n, m):
                out.append((m, link))
        return out

    def _kin(self, n: int, m: int) -> Kinship:
        one, other = self.speakers[n], self.speakers[m]
        if (one, other) not in self.kin:
            found = kinship(self.stretches[n].mouth, self.stretches[m].mouth)
            self.kin[one, other] = self.kin[other, one] = found
        return self.kin[one, other]

    def _suits(self, n: int, m: int) -> bool:
        """Whether a stretch may stand beside all of an utterance: what nobody is named for brings no two people together, unless
        their own words do."""
        return all(
            self._kin(n, k) is not Kinship.OTHER
            or self.vouching.may_be_mistaken(self.stretches[k], self.stretches[n])
            or judge(self.stretches[k], self.stretches[n], Kinship.OTHER)
            for k in self.clusters[self.at[m]].members[:BESIDE]
        )

    def _breath(self, n: int) -> tuple[int, int]:
        stretch = self.stretches[n]
        return stretch.place.article, stretch.same_breath if stretch.same_breath is not None else -1 - n

    def _unite(self, n: int, m: int, link: Link | None) -> None:
        one, other = self.at[n], self.at[m]
        if one == other:
            return
        a, b = self.clusters[one], self.clusters[other]
        if link is not None and a.clashes(b):
            return
        b.anchor = min(a.anchor, b.anchor, key=lambda k: (-len(self.stretches[k].own), k))
        b.members += a.members  # the wording's cluster keeps its number
        b.links += a.links + ([link] if link else [])
        b.sides |= a.sides
        for k in a.members:
            self.at[k] = other
        del self.clusters[one]

    def _note_parted(self, pairs: Sequence[Pair]) -> None:
        for number, pair in enumerate(pairs):
            for side, place in enumerate((pair.one, pair.other)):
                for n, stretch in enumerate(self.stretches):
                    if stretch.place.is_near(place):
                        self.clusters[n].sides.add((number, side))

    def _join_decided(self) -> None:
        for pair in self.story.decisions.joined:
            if pair.about is About.UTTERANCE:
                ones, others = (
                    [n for n, s in enumerate(self.stretches) if s.place.is_near(place)]
                    for place in (pair.one, pair.other)
                )
                for n, m in zip(ones[:1] * len(others), others, strict=False):
                    self._unite(n, m, None)


def _rank(stretch: Stretch) -> tuple[int, bool, Place]:
    """The longest first; those that bring two places together by an ellipsis after others."""
    return -len(stretch.own), bool(ELLIPSIS.search(stretch.text)), stretch.place


def _is_weak_word(stretch: Stretch) -> bool:
    """One word in marks that the engine gives to somebody without a reporting word: mostly a nickname or a doubt."""
    quote = stretch.quote
    return len(stretch.own) == 1 and (quote is None or (quote.cue is None and quote.confidence < 0.5))


def _says_nothing(stretch: Stretch) -> bool:
    """One word at most, without a meaning of its own ("a"), which joins nothing."""
    return len(stretch.own) <= 1 and not any(word.is_content for word in stretch.own)


def joined(story: Story, stretches: Sequence[Stretch], languages: Mapping[str, str]) -> Iterable[Cluster]:
    """The utterances among the stretches, as clusters of their numbers. `languages`: as `languages_of` gives them."""
    return Joiner(story, stretches, languages).join()
