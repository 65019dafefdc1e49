"""Word-level differences of a variant against the reference variant, each of one kind. Pure.

No difference: punctuation, marks, dashes, hyphens, spaces, "&" for "and", numbers in letters, capitals at a sentence's start
or in a heading, and words that the reference's outlet put in brackets. Spelling (colour, color) and contractions (can't,
cannot) are "form changed": the words are the same, their form is not.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from claims.comparison.found import Change, Difference
from claims.comparison.quoted.aligning import align
from claims.comparison.quoted.moving import moved_words
from claims.comparison.quoted.word_changes import are_pronouns, kind_of_change
from claims.comparison.words import PRONOUNS, Word
from claims.language import words as classes

ELLIPSIS = re.compile(r"…|\.\s?\.\s?\.?|\[\s*\]|\*\s?\*\s?\*")
_STOP = re.compile(r"[.!?…][”’\"')\]]*\s")
_SHORTENED = re.compile(r"n?['’ʼ‘]")
_LINKING = classes.DETERMINERS | classes.PREPOSITIONS | classes.CONJUNCTIONS | classes.SUBORDINATORS | PRONOUNS
EXTRA = (
    3  # words that a variant has more than the reference at its head or tail, from which the reference is told as cut
)
FAR = 6  # words left out in one place from which two places of the reference are said to be brought together


@dataclass(frozen=True, slots=True)
class Side:
    """One variant for measuring: its article's text, the words of the stretch, and whether it stands in a heading."""

    text: str
    words: tuple[Word, ...]
    start: int
    end: int
    in_heading: bool = False

    def said(self, first: int, last: int) -> str:
        """The words from number `first` up to before `last`, as written."""
        return self.text[self.words[first].start : self.words[last - 1].end] if last > first else ""


def differences(
    reference: Side,
    variant: Side,
    *,
    marked: bool = True,
    translated: bool = False,
    elsewhere: Sequence[Word] = (),
) -> tuple[Difference, ...]:
    """How `variant` differs from `reference`, in order of place; one difference SAME where it does not.

    `translated`: the speaker's language is not English, so that another word is another translation. Where the variant has
    more words at its head or tail, the cut is the reference's and `words` is "". `elsewhere`: words of the same speech in
    the reference's article outside its marks, from which a variant may have joined a part.
    """
    if not marked:
        return (Difference(Change.INDIRECT, variant.start, variant.end, reference.said(0, len(reference.words))),)
    found = _Measure(reference, variant, translated, elsewhere).run()
    return tuple(found) or (Difference(Change.SAME, variant.start, variant.end),)


class _Measure:
    def __init__(self, reference: Side, variant: Side, translated: bool, elsewhere: Sequence[Word]) -> None:
        self.ref, self.var = reference, variant
        self.other = Change.TRANSLATION if translated else Change.WORD_CHANGED
        self.elsewhere = elsewhere
        self.found: list[Difference] = []
        self.places: dict[int, int] = {}  # variant word → the reference word that it is, elsewhere
        self.moved: set[int] = set()

    def run(self) -> list[Difference]:
        ref, var = self.ref.words, self.var.words
        pairs = self._fastened(list(align(ref, var).pairs))
        self.places = moved_words(self.ref.words, self.var.words, pairs)
        self.moved = set(self.places.values())
        before = (-1, -1)
        for i, j in pairs:
            self._gap(before[0] + 1, i, before[1] + 1, j, head=before[0] < 0, tail=False)
            self._word(i, j)
            before = (i, j)
        self._gap(before[0] + 1, len(ref), before[1] + 1, len(var), head=before[0] < 0, tail=True)
        if self.places:  # what is moved takes or leaves an "and"
            self.found = [d for d in self.found if not self._is_joint(d)]
        return self._merged(sorted(self.found, key=lambda d: (d.start, d.end, d.kind)))

    def _is_joint(self, found: Difference) -> bool:
        joints = {"and", "or", ""}
        return {self.var.text[found.start : found.end].lower(), found.words.lower()} <= joints

    def _fastened(self, pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """Without a first or last pair of one small word that stands far off in the reference: it matches by chance."""
        while len(pairs) > 2 and self._is_loose(pairs[0], pairs[1]):
            pairs = pairs[1:]
        while len(pairs) > 2 and self._is_loose(pairs[-2], pairs[-1], last=True):
            pairs = pairs[:-1]
        return pairs

    def _is_loose(self, one: tuple[int, int], other: tuple[int, int], last: bool = False) -> bool:
        word = self.var.words[other[1] if last else one[1]]
        return not word.is_content and other[0] - one[0] > FAR and not self._has_ellipsis(one[1], other[1])

    def _word(self, i: int, j: int) -> None:
        one, other = self.ref.words[i], self.var.words[j]
        if one.norm != other.norm and other.bracketed:
            self.found.append(
                Difference(Change.INSERTION, *self._in_brackets(other.start, other.end), self.ref.said(i, i + 1))
            )
        elif one.norm != other.norm:
            self._pair(i, j, Change.FORM_CHANGED)
        elif one.contracted != other.contracted:
            first = int(i > 0 and j > 0 and self.ref.words[i - 1].norm == self.var.words[j - 1].norm)
            self._add(Change.FORM_CHANGED, j - first, j + 1, i - first, i + 1)
        elif one.shouts != other.shouts and not self.var.in_heading and self._shouting(i, j):
            self._add(Change.CAPITALS, j, j + 1, i, i + 1)

    def _shouting(self, i: int, j: int) -> bool:
        """Shouted on one side and small on the other: no acronym whose case a style changed, no name of capitals."""
        one, other = self.ref.words[i].written, self.var.words[j].written
        return "." not in one + other and any(w.islower() or w.istitle() for w in (one, other))

    def _gap(self, a: int, b: int, c: int, d: int, head: bool, tail: bool) -> None:
        """Reference words a..b and variant words c..d that found no partner."""
        d_bracket = [j for j in range(c, d) if self.var.words[j].bracketed]
        if d_bracket:
            self._inserted(a, b, c, d, d_bracket, head, tail)
            return
        missing, added = b - a, d - c
        if missing and added:
            if self._spelt_alike(a, b, c, d):
                return
            k = self._moved_here(c, d)
            if k:
                self.found += [self._made(Change.REORDERED, c, d, *k)]
                self._missing(a, b, c, d, head, tail)
            else:
                self._replaced(a, b, c, d, head, tail)
        elif missing:
            self._missing(a, b, c, d, head, tail)
        elif added:  # at an edge the reference is the one that is cut
            self._added(a, c, d, Change.HEAD_CUT if head else Change.TAIL_CUT if tail else None)

    def _inserted(self, a: int, b: int, c: int, d: int, bracket: list[int], head: bool, tail: bool) -> None:
        """An outlet's own words in brackets, beside or instead of the speaker's."""
        first, last = bracket[0], bracket[-1] + 1
        own = (first - c) + (d - last)
        start, end = self._in_brackets(self.var.words[first].start, self.var.words[last - 1].end)
        takes = b if own == 0 and b - a <= (2 if head or tail else 4) else a
        self.found.append(Difference(Change.INSERTION, start, end, self.ref.said(a, takes)))
        if own:
            cut = min(b, a + (first - c))
            self._gap(a, cut, c, first, head, False)
            self._gap(cut, b, last, d, False, tail)
        elif takes == a and b > a:
            self._missing(a, b, d, d, head, tail)

    def _in_brackets(self, start: int, end: int) -> tuple[int, int]:
        left = self.var.text.rfind("[", max(0, start - 200), start + 1)
        right = self.var.text.find("]", end - 1, end + 200)
        return (left if left >= 0 else start), (right + 1 if right >= 0 else end)

    def _missing(self, a: int, b: int, c: int, d: int, head: bool, tail: bool) -> None:
        """Words of the reference that the variant leaves out between its words c and d."""
        gone = [i for i in range(a, b) if i not in self.moved and not self.ref.words[i].bracketed]
        if not gone:
            return
        a, b = gone[0], gone[-1] + 1
        words = self.ref.said(a, b)
        if head or tail:
            at = self.var.words[d].start if head and d < len(self.var.words) else self.var.end
            kind = Change.HEAD_CUT if head else Change.TAIL_CUT
            self.found.append(Difference(kind, at, at, words))
            return
        left, right = self.var.words[max(0, c - 1)].end, self.var.words[min(d, len(self.var.words) - 1)].start
        mark = ELLIPSIS.search(self.var.text, left, max(left, right))
        if mark:
            self.found.append(Difference(Change.ELLIPSIS, mark.start(), mark.end(), words))
        else:
            far = len(gone) >= FAR or (len(gone) > 2 and self._crosses_a_sentence(a, b))
            self.found.append(Difference(Change.JOINED if far else Change.INNER_CUT, right, right, words))

    def _crosses_a_sentence(self, a: int, b: int) -> bool:
        start = self.ref.words[max(0, a - 1)].end
        end = self.ref.words[min(b, len(self.ref.words) - 1)].start
        return bool(_STOP.search(self.ref.text, start, end))

    def _added(self, at: int, c: int, d: int, kind: Change | None = None) -> None:
        """Words of the variant that the reference lacks at its word `at`. `kind`: what they are at an edge of the variant."""
        if k := self._moved_here(c, d):
            self.found.append(self._made(Change.REORDERED, c, d, *k))
        elif self._is_elsewhere(c, d):
            self.found.append(self._made(Change.JOINED, c, d, at, at))
        elif 0 < at < len(self.ref.words) and ELLIPSIS.search(
            self.ref.text[self.ref.words[at - 1].end : self.ref.words[at].start]
        ):
            self.found.append(self._made(Change.ELLIPSIS, c, d, at, at))
        else:
            long = d - c >= EXTRA and kind is not None
            self.found.append(self._made(kind if long and kind else self.other, c, d, at, at))

    def _is_elsewhere(self, c: int, d: int) -> bool:
        """Whether most of the words stand together in the rest of the speech in the reference's article."""
        found = align(self.elsewhere, self.var.words[c:d])
        near = found.spread <= 1.3 * (d - c) + 1
        return found.content > 0 and near and len(found.pairs) > 1 and len(found.pairs) >= 0.75 * (d - c)

    def _replaced(self, a: int, b: int, c: int, d: int, head: bool, tail: bool) -> None:
        """Other words in place of the reference's: word by word where their numbers agree, else as a whole."""
        if head or tail:
            near = self._nearest(a, b, c, d, head)
            if near is not None:
                rest = (a, near[0]) if head else (near[1], b)
                at = c if head else d
                if rest[0] < rest[1]:
                    self._missing(*rest, at, at, head, tail)
                self._instead(*near, c, d)
            else:
                at = c if head else d
                if tail and self._has_ellipsis(c - 1, c):
                    self._missing(a, b, c, c, False, False)
                else:
                    self._missing(a, b, at, at, head, tail)
                self._added(b if head else a, c, d, Change.JOINED)
        elif self._has_ellipsis(c - 1, d):
            self._missing(a, b, c, d, False, False)
            self._added(b, c, d)
        else:
            self._instead(a, b, c, d)

    def _instead(self, a: int, b: int, c: int, d: int) -> None:
        ref, var = [w.norm for w in self.ref.words[a:b]], [w.norm for w in self.var.words[c:d]]
        if len(ref) == len(var):
            for n in range(len(ref)):
                self._pair(a + n, c + n)
        else:
            pronoun = are_pronouns(ref) and are_pronouns(var)
            self._add(Change.PRONOUN if pronoun else self.other, c, d, a, b)

    def _nearest(self, a: int, b: int, c: int, d: int, head: bool) -> tuple[int, int] | None:
        """At an edge: the reference words next to the common ones that the variant's words c..d stand for; None for words that
        the reference has not at all."""
        if b - a < d - c or (self._has_ellipsis(d - 1, d) if head else self._has_ellipsis(c - 1, c)):
            return None
        near = (b - (d - c), b) if head else (a, a + d - c)
        pairs = list(zip(self.ref.words[near[0] : near[1]], self.var.words[c:d], strict=True))
        alike = any(x.norm in PRONOUNS and y.norm in PRONOUNS for x, y in pairs)
        telling = len(pairs) <= 2 and not any(w.norm in _LINKING for pair in pairs for w in pair)
        return near if alike or telling or b - a == d - c else None

    def _pair(self, i: int, j: int, else_kind: Change | None = None) -> None:
        before = (self.ref.words[i - 1].norm if i else "", self.var.words[j - 1].norm if j else "")
        kind = kind_of_change(self.ref.words[i].norm, self.var.words[j].norm, before)
        self._add(kind or else_kind or self.other, j, j + 1, i, i + 1)

    def _spelt_alike(self, a: int, b: int, c: int, d: int) -> bool:
        """ "cease-fire", "ceasefire"."""
        join: Callable[[Sequence[Word]], str] = lambda words: "".join(w.norm for w in words)  # noqa: E731
        return join(self.ref.words[a:b]) == join(self.var.words[c:d])

    def _has_ellipsis(self, c: int, d: int) -> bool:
        """Whether an ellipsis stands in the variant between its words c and d."""
        words = self.var.words
        left = words[c].end if c >= 0 else self.var.start
        right = words[d].start if d < len(words) else self.var.end
        return bool(ELLIPSIS.search(self.var.text, left, max(left, right)))

    def _moved_here(self, c: int, d: int) -> tuple[int, int] | None:
        if all(j in self.places for j in range(c, d)):
            at = sorted(self.places[j] for j in range(c, d))
            return at[0], at[-1] + 1
        return None

    def _made(self, kind: Change, c: int, d: int, a: int, b: int) -> Difference:
        return Difference(kind, self.var.words[c].start, self.var.words[d - 1].end, self.ref.said(a, b))

    def _add(self, kind: Change, c: int, d: int, a: int, b: int) -> None:
        self.found.append(self._made(kind, c, d, a, b))

    def _merged(self, found: list[Difference]) -> list[Difference]:
        """Neighbouring words changed in the same way as one difference."""
        out: list[Difference] = []
        for one in found:
            last = out[-1] if out else None
            between = self.var.text[last.end : one.start] if last else "."
            if (
                last
                and last.kind is one.kind
                and one.end > one.start
                and last.end > last.start
                and not re.search(r"\w", between)
            ):
                gap = "" if _SHORTENED.match(one.words) else " "
                out[-1] = Difference(one.kind, last.start, one.end, f"{last.words}{gap}{one.words}".strip())
            else:
                out.append(one)
        return out
