"""Words of a quotation, folded so that outlets' styles do not tell them apart: what aligning and measuring work on. Pure.

Folded away: case, quotation marks, apostrophes, punctuation, dashes, hyphens, accents, "&" for "and", "%" for "per cent",
small numbers in letters; contractions are read as their two words. Kept apart are words, so that "healthy" and "health" differ; `key` brings together forms of one
word (inflections, derivations, British and American spelling): agree, agreed, agreement.
"""

import re
import sys
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from claims.language import words as classes
from claims.language.spans import union

_WORD = re.compile(
    r"(?:[A-Za-z]\.){2,}|\[[^\W\d_]\][^\W\d_]+(?:['’ʼ‘][^\W\d_]+)*|\d+(?:[.,]\d+)*[^\W\d_]*|[^\W\d_]+(?:['’ʼ‘][^\W\d_]+)*|&|%"
)
_DROPPED = str.maketrans("", "", ".'’ʼ‘[],")
_SIGNS = {"&": "and", "%": "percent"}
_NUMBERS = {
    name: str(value)
    for value, name in enumerate(
        classes.listed("one two three four five six seven eight nine ten eleven twelve"), start=1
    )
}
PRONOUNS = frozenset(
    classes.listed("""
    i me my mine myself we us our ours ourselves you your yours yourself he him his himself she her hers herself they them
    their theirs themselves it its itself
""")
)
FUNCTION_WORDS = (
    classes.DETERMINERS
    | classes.PREPOSITIONS
    | classes.CONJUNCTIONS
    | classes.SUBORDINATORS
    | classes.PRONOUNS
    | classes.AUXILIARIES
    | classes.NEGATIONS
    | PRONOUNS
    | frozenset(
        classes.listed("""
        there here then also just very so too now well as im ive id dont doesnt didnt isnt wasnt its thats were weve youre
        theyre cant wont wouldnt couldnt shouldnt hes shes lets been much more only even
""")
    )
)
_SHORT = {"ve": "have", "re": "are", "ll": "will", "m": "am", "d": "would"}
_IS = frozenset(classes.listed("it he she that there what who here where how"))
_NOT = {"ca": "can", "wo": "will", "sha": "shall", "ai": "am"}
_BARE = frozenset(
    classes.listed(
        "dont doesnt didnt isnt arent wasnt werent hasnt havent hadnt wouldnt couldnt shouldnt cant cannot wont"
    )
)
_SPLIT = {("in", "to"): "into", ("on", "to"): "onto", ("any", "more"): "anymore"}
_IRREGULAR = {
    form: base
    for base, forms in {
        "be": "is are was were am been being", "have": "has had having", "do": "does did done doing", "go": "goes went gone",
        "say": "said says", "make": "made making", "take": "took taken", "give": "gave given", "tell": "told",
        "come": "came coming", "get": "got gotten", "see": "saw seen", "know": "knew known", "keep": "kept", "leave": "left",
        "lose": "lost", "win": "won", "meet": "met", "pay": "paid", "sell": "sold", "stand": "stood", "think": "thought",
        "bring": "brought", "fight": "fought", "hold": "held", "hear": "heard", "lead": "led", "mean": "meant", "run": "ran",
        "send": "sent", "speak": "spoke spoken", "write": "wrote written", "break": "broke broken", "choose": "chose chosen",
        "begin": "began begun", "grow": "grew grown", "fall": "fell fallen", "feel": "felt", "find": "found",
        "build": "built", "spoil": "spoilt", "learn": "learnt", "burn": "burnt", "dream": "dreamt", "leap": "leapt",
        "spell": "spelt", "buy": "bought", "catch": "caught", "will": "would", "can": "could", "may": "might",
        "shall": "should", "man": "men", "woman": "women", "child": "children", "person": "people", "good": "better best",
        "bad": "worse worst",
    }.items()
    for form in forms.split()
}  # fmt: skip
_INFLECTIONS = frozenset(("s", "es", "ies", "d", "ed", "ied", "ing"))
_ENDINGS = sorted(
    classes.listed("""
    ically istically istic iously ously ization isation ation ition ingly edly iness ness ments ment isms ism ists ist
    ings ing ions ion ives ive ities ity ious ous ies ied ieth ed es ly ally als al ers er ors or s e y d ance ence ent
    ant able ible ful ic ical ise ize ised ized
"""),
    key=len,
    reverse=True,
)


@dataclass(frozen=True, slots=True)
class Word:
    """One word with its place in the article. `bracketed`: it stands in square brackets; `nested`: in marks inside the marks;
    `contracted`: it is the second half of a contraction, "'ve" (`norm` have); `is_content`: it says something by itself, being no
    article, preposition, pronoun, auxiliary and the like."""

    start: int
    end: int
    written: str
    norm: str
    key: str
    bracketed: bool = False
    nested: bool = False
    contracted: bool = False
    is_content: bool = False

    @property
    def shouts(self) -> bool:
        """Whether it is written in capitals alone, as "BUT"; not "I"."""
        return self.written.isupper() and sum(c.isalpha() for c in self.written) > 1 and "." not in self.written


def words_in(text: str, start: int, end: int, nested: Iterable[tuple[int, int]] = ()) -> tuple[Word, ...]:
    """The words of `text[start:end]` in order, with offsets in `text`; `nested` are the stretches of marks inside marks."""
    inner = union((a, b) for a, b in nested if start <= a and b <= end and (a, b) != (start, end))
    brackets = [(m.start() + start, m.end() + start) for m in re.finditer(r"\[[^\][]{2,}\]", text[start:end])]
    found = []
    for match in _WORD.finditer(text, start, end):
        for first, last, norm, key, short in _parts(match.group()):
            a, b = match.start() + first, match.start() + last
            held = _is_in(brackets, a, b), _is_in(inner, a, b)
            found.append(Word(a, b, text[a:b], norm, key, *held, short, _tells(norm)))
    return tuple(_with_split_ones_joined(found))


@lru_cache(maxsize=65536)
def _tells(norm: str) -> bool:
    return norm not in FUNCTION_WORDS and (len(norm) > 1 or norm.isdigit())


def _is_in(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether one of the spans, which are in order and do not overlap, holds all from start to end."""
    at = bisect_right(spans, (start, sys.maxsize)) - 1
    return at >= 0 and end <= spans[at][1]


def _with_split_ones_joined(found: list[Word]) -> list[Word]:
    """ "in to" as "into", "can not" as "cannot"."""
    out: list[Word] = []
    for word in found:
        whole = _SPLIT.get((out[-1].norm, word.norm)) if out else None
        if whole and word.start - out[-1].end == 1:
            before = out.pop()
            out.append(
                replace(
                    word,
                    start=before.start,
                    written=f"{before.written} {word.written}",
                    norm=whole,
                    key=whole,
                    is_content=_tells(whole),
                )
            )
        else:
            out.append(word)
    return out


def is_inflected(one: str, other: str) -> bool:
    """Whether two folded words differ by an inflection at most ("support", "supported"), not by a derivation ("Islam", "Islamic")."""
    if one == other or _IRREGULAR.get(one, one) == _IRREGULAR.get(other, other):
        return True
    short, long = sorted((one, other), key=len)
    stem = short[:-1] if short.endswith(("e", "y")) else short
    rest = long.removeprefix(stem)
    return rest != long and (rest in _INFLECTIONS or rest.removeprefix(stem[-1:]) in _INFLECTIONS | {""})


def folded(text: str) -> list[str]:
    """The words of a text, folded, without their places."""
    return [norm for match in _WORD.finditer(text) for _, _, norm, _, _ in _parts(match.group())]


@lru_cache(maxsize=65536)
def _parts(written: str) -> tuple[tuple[int, int, str, str, bool], ...]:
    """(first, last, norm, key, is contracted) of a written word: one, or two for a contraction ("can't": can, not)."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", written) if not unicodedata.combining(c)).casefold()
    bare = plain.translate(_DROPPED)
    if cut := _contraction(re.sub("[’ʼ‘]", "'", plain), bare):
        at, norms = cut
        return tuple(
            (first, last, norm, key_of(norm), first > 0 and bare != "cannot")
            for first, last, norm in ((0, at, norms[0]), (at, len(written), norms[1]))
        )
    norm = _SIGNS.get(bare, bare)
    norm = _NUMBERS.get(norm, norm)
    return ((0, len(written), norm, key_of(norm), False),) if norm else ()


def _contraction(plain: str, bare: str) -> tuple[int, tuple[str, str]] | None:
    """Where a contraction is cut, and both words: "we've" → 2, (we, have); None for other words ("Putin's")."""
    if bare == "cannot":
        return 3, ("can", "not")
    if plain.endswith("n't") or bare in _BARE:
        at = len(plain) - (3 if plain.endswith("n't") else 2)
        base = plain[:at] if bare not in ("cant", "cannot") else "can"
        return (at, (_NOT.get(base, base), "not")) if at > 0 else None
    before, mark, after = plain.rpartition("'")
    if mark and after in _SHORT and before in PRONOUNS | _IS:
        return len(before), (before, _SHORT[after])
    if mark and after == "s" and before in _IS:
        return len(before), (before, "is")
    return (3, ("let", "us")) if plain == "let's" else None


def key_of(norm: str) -> str:
    """One key for the forms of a word. A crude stemmer: only equality inside one utterance's words rests on it."""
    norm = _IRREGULAR.get(norm, norm)
    if len(norm) < 4 or norm in FUNCTION_WORDS or norm[0].isdigit():
        return norm
    if len(norm) > 4 and norm.endswith(("ies", "ied")):  # families, family
        norm = norm[:-3] + "y"
    plain = re.sub(r"our(?=s?$|ed$|ing$|able$|ite$|ful$)", "or", norm) if len(norm) > 5 else norm
    plain = re.sub(r"(?<=[tb])re(?=s?$)", "er", plain) if len(norm) > 5 else plain
    plain = re.sub(r"(?<=[ef])ence(?=s?$)", "ense", plain)
    for ending in _ENDINGS:
        if plain.endswith(ending) and len(plain) - len(ending) >= 3:
            plain = plain[: -len(ending)]
            break
    if len(short := plain.rstrip("e")) >= 3:
        plain = short
    plain = plain[:-1] + "i" if plain.endswith("y") else plain
    return plain[:-1] if len(plain) > 3 and plain[-1] == plain[-2] else plain
