"""Copy cut into tokens, sentences and clauses, each token with the word class that the language engine's tables give it."""

import re
from collections.abc import Iterable, Iterator

from claims.comparison.conflicts.senses import bases
from claims.language import words as tables
from claims.language.items import Item, Vocabulary, classify, closed_class, settle_cues

TOKEN = re.compile(
    r"[$£€]?\d+(?:[.,:]\d+)*(?:(?:st|nd|rd|th)\b)?%?(?:[-–]\d+(?![\d,.]*\d)|(?:-[^\W\d_]+)*)"
    r"|(?:[^\W\d_]\.){2,}"
    r"|[^\W\d_]+?(?=n[’']t\b)|n[’']t\b|[’'](?:s|re|ve|ll|d|m)\b"
    r"|[#@]?[^\W\d_]+(?:[-’'&][^\W\d_]+(?<![’']s))*(?:-\d+)?"
    r"|--|\S"
)
MARKS = frozenset("“”\"„«»‘’'")
STOPPING = frozenset(".!?…")
BOUNDARY = frozenset(("COLON", "DASH", "LPAR", "RPAR"))


def tokens_of(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Start, end and words of every token between two offsets; an abbreviation keeps its stop."""
    pending: tuple[int, int, str] | None = None
    for found in TOKEN.finditer(text, start, end):
        token = (found.start(), found.end(), found.group())
        if pending:
            joined = pending[2].lower() + "."
            if token[2] == "." and token[0] == pending[1] and joined in tables.ABBREVIATIONS:
                yield pending[0], token[1], pending[2] + "."
                pending = None
                continue
            yield pending
        pending = token
    if pending:
        yield pending


def sentences_of(tokens: list[tuple[int, int, str]]) -> Iterator[list[tuple[int, int, str]]]:
    """The tokens cut into sentences, closing marks with the one they close."""
    current: list[tuple[int, int, str]] = []
    i = 0
    while i < len(tokens):
        current.append(tokens[i])
        if tokens[i][2] in STOPPING:
            while i + 1 < len(tokens) and tokens[i + 1][2] in MARKS | STOPPING | {")", "]"}:
                if tokens[i + 1][2] in MARKS and tokens[i + 1][0] > tokens[i][1]:
                    break  # an opening mark behind white space
                i += 1
                current.append(tokens[i])
            after = tokens[i + 1] if i + 1 < len(tokens) else None
            if after is None or (after[0] > tokens[i][1] and (not after[2][0].islower())):
                yield current
                current = []
        i += 1
    if current:
        yield current


def capitals_of(parts: Iterable[list[tuple[int, int, str]]]) -> tuple[set[str], set[str]]:
    """Which words the copy writes with a capital inside a sentence, and which without."""
    capital: set[str] = set()
    lower: set[str] = set()
    for tokens in parts:
        opening = True
        for _, _, text in tokens:
            if text[0].isupper() and not opening and not (text.isupper() and len(text) > 4):
                capital.add(text)
            elif text[0].islower():
                lower.add(text)
            if text[0].isalnum() or text in MARKS:
                opening = text in MARKS
    return capital, lower


def classify_all(items: list[Item], vocabulary: Vocabulary, heading: bool) -> None:
    """Gives every item its word class, in place. `heading`: written in capitals throughout, which then say nothing."""
    worded = False
    known = bases()
    shouted = sum(i.text.isupper() and len(i.text) > 3 for i in items) > 4
    for n, item in enumerate(items):
        before = items[n - 1] if n else None
        if item.text in MARKS:
            item.cls = "PUNCT"
            continue
        after = items[n + 1].text if n + 1 < len(items) else ""
        initial = not worded or (before is not None and (before.text in MARKS or before.cls == "COLON"))
        plain = (shouted and item.text.isupper()) or (heading and item.text[0].isupper())
        if plain and item.text not in vocabulary.capital and item.text.capitalize() not in vocabulary.capital:
            small = Item(item.start, item.end, item.low, item.low, "")
            item.cls = classify(small, before, False, vocabulary, after.lower())
        else:
            item.cls = classify(item, before, initial, vocabulary, after)
        if item.cls == "WORD" and item.low in known and before is not None and _is_verb(item, before, after):
            item.cls = "VERB"
        worded = worded or item.cls not in ("PUNCT", "DASH", "STOP", "LPAR")
    settle_cues(items)


def is_title_case(items: list[Item]) -> bool:
    """Whether nearly every longer word of a heading has a capital, which then says nothing about names."""
    spelled = [i.text for i in items if len(i.low) > 3 and i.text[0].isalpha()]
    return sum(w[0].isupper() for w in spelled) >= 0.75 * len(spelled)


def _is_verb(item: Item, before: Item, after: str) -> bool:
    """A form that may be a noun is a verb after a subject, "to" or an auxiliary."""
    if item.low.endswith(("ed", "en", "ew")) and item.low != "dead":
        return before.cls in ("NAME", "PRON", "AUX", "ADV", "WORD", "RPAR", "SUB", "COMMA", "TIME")
    if bases()[item.low] != item.low and not item.low.endswith(("s", "ing")) and item.low != "dead":  # "sank", "shot"
        return before.cls in ("NAME", "PRON", "AUX") or (before.cls == "WORD" and before.low.endswith("s"))
    if before.cls == "NAME" and item.low.endswith("s"):
        return closed_class(after.lower()) in ("DET", "PRON") or after[:1].isupper()
    return before.low == "to" or before.cls in ("PRON", "AUX")


def quoted_among(items: list[Item], inside: bool) -> tuple[list[bool], bool]:
    """For every item whether it stands inside marks, and whether they stay open; `inside`: whether they were."""
    out = []
    for item in items:
        if item.text in ("“", "„", "«"):
            inside = True
        elif item.text in ("”", "»"):
            inside = False
        elif item.text == '"':
            inside = not inside
        out.append(inside)
    return out, inside and items[-1].text not in ("”", '"')


def clauses_of(items: list[Item]) -> list[int]:
    """For every item the number of its clause."""
    out, number = [], 0
    for n, item in enumerate(items):
        opens = False
        if item.cls == "SUB" and n:
            opens = item.low != "than" and not (
                item.low in ("since", "until", "before", "after", "as") and _bare(items, n)
            )
        elif (
            item.cls in BOUNDARY
            or (item.cls == "COMMA" and not _listing(items, n))
            or (item.cls == "CONJ" and n and _new_clause(items, n))
        ):
            opens = True
        if opens:
            number += 1
        out.append(number)
        if item.cls in BOUNDARY or (opens and item.cls == "COMMA"):
            number += 1
    return out


def _bare(items: list[Item], n: int) -> bool:
    """ "since 2012", "until Friday", "after the vote": a word that opens no clause here."""
    for item in items[n + 1 : n + 8]:
        if item.cls in ("VERB", "CUE", "AUX", "PRON"):
            return False
        if item.cls in ("COMMA", "STOP"):
            return True
    return True


def _listing(items: list[Item], n: int) -> bool:
    """A comma inside a date, a number or a list of names."""
    if n + 1 >= len(items) or not n:
        return False
    before, after = items[n - 1], items[n + 1]
    return before.cls in ("NUM", "TIME") and after.cls == "NUM"


def _new_clause(items: list[Item], n: int) -> bool:
    """ "… and wrote", "… and Vale wrote": a verb within the next words, before another noun group is over."""
    for item in items[n + 1 : n + 5]:
        if item.cls in ("VERB", "CUE", "AUX"):
            return True
        if item.cls in ("PREP", "COMMA", "STOP", "CONJ"):
            return False
    return False
