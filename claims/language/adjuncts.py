"""What stands between a reporting verb and what it reports: to whom, when and where it was said."""

from claims.language.cues import ADDRESSEES, NEUTRAL_ADJUNCT_NOUNS, CueWord
from claims.language.items import Item
from claims.language.speakers import NOMINAL
from claims.language.words import listed

VAGUE_TIMES = frozenset(
    listed("""
    last next this early late years hours days weeks months year
""")
)
BEFORE_TIMES = frozenset(("on", "in", "late", "early", "last", "this", "earlier", "over", "since"))
ADJUNCT_PREPS = frozenset(
    listed("""
    in on at during to via through with after before from outside by of for about as
""")
)
BEHIND_ADDRESSEE = frozenset(("COMMA", "STOP", "COLON", "Q", "TIME", "PRON", "DET", "ADV", "NAME", "AUX", "NUM"))
BEHIND_ADDRESSEE_WORDS = frozenset(
    listed("""
    that how why whether what to on in during about if after at by of last this not
""")
)


def skip_adjuncts(items: list[Item], p: int, word: CueWord | None) -> int:
    """Over whom it was said to, when and where: "told reporters on Friday", "said in a statement"."""
    n = len(items)
    asked_for = p and items[p - 1].low in ("for", "about") and word is not None and word.base in ("ask", "write")
    if asked_for:
        return p
    if word and (word.also_tell or word.family == "tell" or word.base in ("ask", "write", "answer", "remind")):
        p = _addressee(items, p)
    guard = 0
    while p < n and guard < 8:
        guard += 1
        item = items[p]
        if item.cls == "TIME" and item.low not in VAGUE_TIMES:
            p += 1
        elif item.low in BEFORE_TIMES and p + 1 < n and items[p + 1].cls == "TIME":
            p += 2
            while p < n and items[p].cls in ("TIME", "NUM") and items[p].low not in ("this",):
                p += 1
            if p < n and items[p].cls == "COMMA" and p + 1 < n and items[p + 1].low == "that":
                p += 1
        elif (item.low in ("earlier", "later") and p + 2 < n and items[p + 1].low in ("this", "in", "on")) or (
            item.cls == "ADV"
            and p + 1 < n
            and items[p + 1].cls in ("SUB", "TIME", "COLON", "COMMA", "STOP", "PREP")
            and item.low not in ("just", "only")
        ):
            p += 1
        elif item.cls == "PREP" and item.low in ADJUNCT_PREPS:
            q = _phrase_end(items, p + 1)
            if q is None:
                break
            p = q
        elif item.cls == "COLON":
            return p + 1 if p + 1 < n else p
        else:
            break
    return p


def _phrase_end(items: list[Item], p: int) -> int | None:
    """The end of a prepositional phrase that only tells where or to whom; None where it may be what is reported."""
    n = len(items)
    q = p
    good = False
    while q < n and q - p < 12:
        item = items[q]
        if item.cls in NOMINAL or item.cls == "TIME" or (item.cls == "PRON" and q == p):
            good = (
                good
                or item.low in NEUTRAL_ADJUNCT_NOUNS
                or item.low in ADDRESSEES
                or item.cls == "TIME"
                or (item.cls == "NAME" and items[p - 1].low in ("to", "on", "at", "in", "from"))
            )
        elif item.cls == "PREP" and q > p and q + 1 < n and (items[q + 1].cls in NOMINAL or items[q + 1].cls == "TIME"):
            pass
        else:
            break
        q += 1
    ended = (
        q >= n
        or items[q].cls in ("COMMA", "STOP", "COLON", "Q", "DASH")
        or items[q].low in ("that", "whether", "how", "why")
    )
    if ended and q > p and (good or (q < n and (items[q].low == "that" or items[q].cls in ("Q", "COLON")))):
        return q
    return q if good and q > p and q < n and items[q].cls in ("PRON", "SUB") else None


def _addressee(items: list[Item], p: int) -> int:
    """Over the person told: "told the paper", "told him", "told Fox News"."""
    n = len(items)
    if p >= n:
        return p
    if items[p].cls == "PRON" and items[p].low in ("me", "him", "us", "them", "you", "it"):
        return p + 1
    if items[p].low == "her" and p + 1 < n and items[p + 1].cls not in ("WORD", "NAME"):
        return p + 1
    q = p
    if items[q].cls == "DET" and items[q].low not in ("that", "this", "what", "which"):
        q += 1
        while q < n and q - p < 8 and items[q].cls in ("WORD", "NAME", "POSS", "NUM"):
            q += 1
    else:
        while q < n and q - p < 8 and items[q].cls in ("NAME", "POSS"):
            q += 1
        if q == p or items[q - 1].cls == "POSS":
            while q < n and q - p < 4 and items[q].cls == "WORD":
                q += 1
    while (
        q < n
        and q > p
        and items[q].low in ("of", "at", "in")
        and q + 1 < n
        and items[q + 1].cls in ("NAME", "DET")
        and q - p < 14
    ):
        q += 2
        while q < n and items[q].cls in ("NAME", "WORD"):
            q += 1
    if q >= n or items[q].cls in BEHIND_ADDRESSEE or items[q].low in BEHIND_ADDRESSEE_WORDS:
        if q < n and items[q].cls == "AUX" and items[q].low not in ("not",):
            return p  # no addressee: the phrase is the subject of a bare clause
        return q
    return p
