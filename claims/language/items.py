"""Items: tokens with a rough word class, in which a stretch inside marks counts as one item. The rules read nothing else."""

from dataclasses import dataclass, field

from claims.language import words
from claims.language.cues import CUE_FORMS, NOUNS_TOO, CueWord
from claims.language.marks import Marked
from claims.language.verbs import VERB_FORMS

NOUNISH = frozenset(("NAME", "WORD", "NUM", "DET", "POSS", "TIME"))
NOUN_FOLLOWS = frozenset(("DET", "POSS", "NUM", "PREP", "SUB", "TIME", "VERB", "CONJ", "AUX"))
UNREAD = frozenset(("boilerplate", "credit"))  # kinds of paragraphs that carry nothing
DASHES = frozenset(("—", "–", "--", "-", "―", "---"))


@dataclass(slots=True)
class Item:
    """One token, joined word or stretch in marks: `text[start:end]`, `low` in lower case, `cls` its word class.

    Classes: NAME DET NUM PREP CONJ SUB PRON AUX ADV TIME CUE VERB POSS WORD COMMA COLON STOP DASH LPAR RPAR PUNCT Q.
    """

    start: int
    end: int
    text: str
    low: str
    cls: str
    mark: Marked | None = None
    cue: CueWord | None = None
    spaced: bool = True  # white space before it


@dataclass(slots=True)
class Unit:
    """A sentence of the copy (a quotation inside it counts as one item) with the paragraph it stands in."""

    items: list[Item]
    paragraph: int
    kind: str
    first: bool = False  # opens its paragraph
    number: int = 0
    attributions: list = field(default_factory=list)

    @property
    def start(self) -> int:
        return self.items[0].start

    @property
    def end(self) -> int:
        return self.items[-1].end


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the article's own capitals tell: words seen with a capital inside a sentence, and words seen without."""

    capital: frozenset[str]
    lower: frozenset[str]


def _is_number(low: str) -> bool:
    return low[0].isdigit() or low[0] in "$£€" or (len(low) > 1 and low[0] in "#+" and low[1].isdigit())


def closed_class(low: str) -> str:
    """The class of a word that a table knows, or ""."""
    if low in words.SUBORDINATORS:
        return "SUB"
    if low in words.DETERMINERS:
        return "DET"
    if low in words.CONJUNCTIONS:
        return "CONJ"
    if low in words.PRONOUNS:
        return "PRON"
    if low in words.AUXILIARIES:
        return "AUX"
    if low in words.TIMES:
        return "TIME"
    if low in words.PREPOSITIONS:
        return "PREP"
    if low in words.ADVERBS:
        return "ADV"
    return ""


def punctuation_class(text: str) -> str:
    """The class of a token without letters or digits."""
    if text == ",":
        return "COMMA"
    if text in (":", ";"):
        return "COLON"
    if text in DASHES:
        return "DASH"
    if text[0] in "([{":
        return "LPAR"
    if text[0] in ")]}":
        return "RPAR"
    if text[0] in ".!?…":
        return "STOP"
    return "PUNCT"


def classify(item: Item, before: Item | None, initial: bool, vocabulary: Vocabulary, after: str) -> str:
    """The class of a token from the tables, its capital and its neighbours. `after` is the next token's text."""
    text, low = item.text, item.low
    if not any(c.isalnum() for c in text) and text not in ("&", "’", "'"):
        return punctuation_class(text)
    if low in ("'s", "’s", "'", "’"):
        if before and before.cls in ("NAME", "WORD", "TIME", "NUM", "CUE", "VERB") and not item.spaced:
            busy = closed_class(after.lower()) in ("DET", "AUX", "PRON") or after.lower().endswith("ing")
            return "AUX" if busy and low in ("'s", "’s") else "POSS"
        return "AUX" if low in ("'s", "’s") else "PUNCT"
    if _is_number(low):
        return "NUM"
    closed = closed_class(low)
    capital = text[0].isupper() and low not in words.TIMES
    if capital and not (closed and initial):
        if (
            closed
            and not initial
            and text not in ("Will", "May", "Mark", "Vice", "Off", "Any", "US")
            and not text.isupper()
        ):
            return closed
        if not initial or text in vocabulary.capital or text.isupper():
            return "NAME" if text not in ("I",) else "PRON"
        return _initial(item, vocabulary, after)
    if closed:
        return closed
    if (
        low.endswith("ly")
        and len(low) > 4
        and low not in ("family", "rally", "ally", "assembly", "supply", "early", "reply", "italy")
    ):
        return "ADV"
    if low in CUE_FORMS:
        return "CUE"
    if low in VERB_FORMS:
        return "VERB"
    if low.endswith("ed") and len(low) > 4 and "-" not in low and before:
        doer = before.cls in ("NAME", "PRON", "RPAR", "AUX", "SUB", "ADV") or (
            before.cls == "WORD" and before.low.endswith("s")
        )
        if doer and before.low not in ("the", "a", "an"):
            return "VERB"
    return "WORD"


def _initial(item: Item, vocabulary: Vocabulary, after: str) -> str:
    """A sentence's first word with a capital that is seen nowhere else: a name or a common word?"""
    low = item.low
    if low in words.TITLES and after[:1].isupper():
        return "NAME"
    if "-" in low and item.text.rsplit("-", 1)[1][:1].islower() and after[:1].isupper():
        return "WORD"  # "Father-of-two Smith"
    if low in CUE_FORMS and CUE_FORMS[low].tag in ("VBG", "VBD") and low not in vocabulary.capital:
        return "CUE"
    if low in vocabulary.lower or low in words.ROLE_NOUNS or low.rstrip("s") in words.ROLE_NOUNS:
        return "WORD"
    if low.endswith("ly") and len(low) > 4:
        return "ADV"
    if low.endswith("ing") and low not in ("beijing",):
        return "VERB"
    if after[:1].isupper() or any(c.isupper() or c == "." for c in item.text[1:]) or after in ("'s", "’s"):
        return "NAME"
    if (
        after.lower() in CUE_FORMS
        or after.lower() in words.AUXILIARIES
        or after.lower() in VERB_FORMS
        or after in (",", "’")
    ):
        return "NAME" if not low.endswith(("ers", "ics", "ists", "ials", "ents", "ors", "ians", "ions")) else "WORD"
    return "WORD"


def settle_cues(items: list[Item]) -> None:
    """Decides which words that may report are verbs here, and gives them their table row. Changes `items` in place."""
    for i, item in enumerate(items):
        if item.cls != "CUE":
            continue
        before = items[i - 1] if i else None
        after = items[i + 1] if i + 1 < len(items) else None
        word = CUE_FORMS[item.low]
        if (item.low in NOUNS_TOO and not _verb_here(items, i, before, after)) or (
            word.tag == "VBG" and before and before.cls in ("DET", "POSS")
        ):
            item.cls = "WORD"
        elif (
            word.tag == "VBD"
            and before
            and (before.cls == "POSS" or before.low in words.ARTICLES)
            and after
            and (after.cls in ("WORD", "NAME") or after.low in NOUNS_TOO)
        ):
            item.cls = "WORD"  # "an announced plan", "a written warning"
        else:
            item.cue = word


def _verb_here(items: list[Item], i: int, before: Item | None, after: Item | None) -> bool:
    """Is a form like "claims" or "report" a verb at this place?"""
    if before is None:
        return False
    word = CUE_FORMS[items[i].low]
    quoted = any(x.cls == "Q" for x in items[max(0, i - 8) : i]) and word.family in ("say", "tell", "object")
    ends = after is None or after.cls in ("STOP", "COMMA", "COLON", "PREP")
    if quoted and ends and before.cls in ("WORD", "NAME") and word.tag in ("VBZ", "VBD"):
        return True
    if ends and word.tag == "VB" and before.cls == "WORD" and before.low.endswith("s"):
        k = i - 1
        while k > 0 and i - k < 6 and items[k].cls in ("WORD", "DET", "NAME", "POSS"):
            k -= 1
        if items[k].cls == "COMMA":
            return True  # "…, county figures show."
    if after is None:
        return False
    if (
        before.low == "to"
        or (before.cls == "AUX" and before.low not in words.BE_FORMS)
        or (before.cls == "PRON" and before.low in words.SUBJECT_PRONOUNS)
    ):
        return True
    if before.cls in NOUN_FOLLOWS and before.low != "who":
        return False
    if CUE_FORMS[items[i].low].tag in ("VBG", "VBD"):
        return before.cls != "WORD" or after.cls in ("SUB", "Q", "PRON", "DET")
    follows = after.cls in ("SUB", "Q", "PRON", "DET", "COLON") or (
        after.cls == "NAME" and before.cls in ("NAME", "ADV", "RPAR", "COMMA")
    )
    follows = follows or after.low in ("to", "for", "on")
    if before.cls == "NAME" and word.tag == "VB" and not before.low.endswith("s"):
        return False  # "the White House press secretary"
    if before.cls == "NAME":
        return follows or after.cls in ("NUM", "WORD", "AUX")
    if before.cls == "WORD":
        agree = before.low.endswith("s") != items[i].low.endswith("s")
        return agree and follows and after.cls != "NAME" and after.low not in ("for", "on", "to")
    return before.cls in ("ADV", "RPAR", "COMMA", "Q") and follows
