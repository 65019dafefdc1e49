"""Whether two stretches give one act of speech: equal words weighed against who says them. Pure.

What joins: the more words (and words of meaning) are equal, the less need be known of the speaker. Fragments of up to three
words need the same speaker and must stand unbroken in the longer one; eight words and more that nearly all hold join even
where the outlets name two people, and are then told as "another mouth".
"""

from dataclasses import dataclass

from claims.comparison.quoted.aligning import Alignment, align
from claims.comparison.quoted.mouths import Kinship
from claims.comparison.quoted.stretches import Stretch
from claims.comparison.words import is_inflected

SHORT = 3
MIDDLE = 7


@dataclass(frozen=True, slots=True)
class Link:
    """Why `short` belongs to `long`. `whole`: all of the shorter one is there, in order and together."""

    kinship: Kinship
    alignment: Alignment
    whole: bool
    score: float

    @property
    def reason(self) -> str:
        matched, total = len(self.alignment.pairs), len(self.alignment.short)
        who = {
            Kinship.SAME: "same speaker",
            Kinship.UNSURE: "nothing against the same speaker",
            Kinship.OTHER: "another speaker named",
        }[self.kinship]
        return f"{matched} of {total} words in order, {who}"


def judge(long: Stretch, short: Stretch, kinship: Kinship, *, vouched: int = 0) -> Link | None:
    """The link between two stretches, or None. `vouched`: something else speaks for the same speaker (their name in the
    sentence, another fragment of it that stands there), which short fragments of unnamed speakers need; it is the number of
    words of meaning that must then be equal, 0 for nothing that vouches."""
    total = sum(word.is_content for word in short.own)
    if not long.own or not short.own:
        return None
    found = align(long.words, short.words)
    size, content = len(short.own), found.content
    if not content and not (size > SHORT or short.norms == long.norms):
        return None
    together = found.spread <= len(found.pairs) + (int(content > 1) if size <= SHORT else 1 + size // 6)
    whole = together and len(found.pairs) >= len(short.own)
    run, run_content = found.longest_run
    contained = found.containment
    if kinship is Kinship.SAME or (kinship is Kinship.UNSURE and 0 < vouched <= content):
        if size <= SHORT or total <= 1:
            good = (whole and (size > 1 or content > 0) and _is_the_same_form(long, short, found)) or _is_reordered(
                long, short
            )
        elif size <= MIDDLE:
            good = (contained >= 0.72 and content >= 2 and found.spread <= 2 * size + 4) or _is_reordered(long, short)
        else:
            good = (contained >= 0.55 and run >= 5 and 2 * content >= total) or (
                run >= (6 if contained >= 0.4 else 8) and run_content >= (3 if contained >= 0.4 else 4)
            )
    elif kinship is Kinship.UNSURE:
        if size <= SHORT or total <= 1:
            good = size > SHORT + 1 and whole and found.exact == size
        elif size <= MIDDLE:
            good = contained >= 0.85 and content >= 2 and found.spread <= size + 3
        else:
            good = (contained >= 0.65 and run >= 5 and 2 * content >= total) or (run >= 7 and run_content >= 4)
    else:
        good = size > MIDDLE and total >= 4 and contained >= 0.9 and run >= MIDDLE
        if long.mouth.by_pronoun or short.mouth.by_pronoun:  # "he" may have been taken for another
            good = good or (size > SHORT + 1 and content > 2 and short.norms == long.norms)
    if not good:
        return None
    sure = {Kinship.SAME: 1.0, Kinship.UNSURE: 0.85, Kinship.OTHER: 0.7}[kinship]
    shortness = min(1.0, 0.6 + 0.1 * content)
    return Link(kinship, found, whole, round(sure * shortness * (0.5 + 0.5 * min(1.0, contained)), 3))


def _is_reordered(long: Stretch, short: Stretch) -> bool:
    """All telling words of a fragment, two at least, close together in another order: "constructive and frank"."""
    asked = {word.norm for word in short.own if word.is_content}
    at = [n for n, word in enumerate(long.own) if word.norm in asked]
    return len(asked) > 1 and any(
        {long.own[k].norm for k in range(n, min(n + len(short.own) + 2, len(long.own)))} >= asked for n in at
    )


def _is_the_same_form(long: Stretch, short: Stretch, found: Alignment) -> bool:
    """A fragment stands in a longer stretch in its own form or inflected; beside another fragment it may be derived too
    ("cautiously optimistic", "cautious optimism")."""
    if len(long.own) == len(short.own):
        return True
    return all(is_inflected(found.long[i].norm, found.short[j].norm) for i, j in found.pairs)
