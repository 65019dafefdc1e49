"""Cuts paragraphs into units: sentences in which a stretch inside marks is one item, so that a cue finds its quotation."""

from collections.abc import Sequence

from spacy.tokens import Doc

from claims.language import words
from claims.language.cues import CUE_FORMS
from claims.language.datelines import dateline_end
from claims.language.items import Item, Unit, Vocabulary, classify, closed_class, settle_cues
from claims.language.marks import Marked

LONGEST = 200  # items in a unit: a sentence that never ends is cut, so that the rules stay linear in the text
HYPHENS = frozenset(("-", "‑", "/", "@"))


def vocabulary_of(doc: Doc) -> Vocabulary:
    """Which words the article writes with a capital inside a sentence, and which without."""
    capital: set[str] = set()
    lower: set[str] = set()
    sentence_start = True
    for token in doc:
        text = token.text
        if text[0].isupper():
            if not sentence_start and not (text.isupper() and len(text) > 4):
                capital.add(text)
        elif text[0].islower():
            lower.add(text)
        if not token.is_space:
            sentence_start = text[-1] in ".!?:…\"“”‘’'«»—([" or (sentence_start and not text[0].isalnum())
        elif "\n" in text:
            sentence_start = True
    return Vocabulary(frozenset(capital), frozenset(lower))


def cut(doc: Doc, paragraphs: Sequence, marks: Sequence[Marked], vocabulary: Vocabulary) -> list[Unit]:
    """The units of all paragraphs, in order. `marks` are those of depth 0, sorted by start."""
    units: list[Unit] = []
    text = doc.text
    tokens = [t for t in doc if not t.is_space]
    t = m = 0
    for index, paragraph in enumerate(paragraphs):
        begin = dateline_end(text, paragraph.start, paragraph.end) if str(paragraph.kind) == "body" else paragraph.start
        while t < len(tokens) and tokens[t].idx < begin:
            t += 1
        raw: list[Item] = []
        while t < len(tokens) and tokens[t].idx < paragraph.end:
            while m < len(marks) and marks[m].outer_end <= tokens[t].idx:
                m += 1
            mark = marks[m] if m < len(marks) and marks[m].outer_start <= tokens[t].idx else None
            if mark:
                spaced = not raw or raw[-1].end < mark.outer_start
                inside = text[mark.start : mark.end]
                raw.append(
                    Item(mark.outer_start, mark.outer_end, inside, inside[:40].lower(), "Q", mark=mark, spaced=spaced)
                )
                while t < len(tokens) and tokens[t].idx < mark.outer_end:
                    t += 1
                continue
            token = tokens[t]
            start, end = token.idx, token.idx + len(token.text)
            raw.append(Item(start, end, token.text, token.lower_, "", spaced=not raw or raw[-1].end < start))
            t += 1
        units.extend(_units(_joined(raw, text), index, str(paragraph.kind), vocabulary))
    for number, unit in enumerate(units):
        unit.number = number
    return units


def _joined(raw: list[Item], text: str) -> list[Item]:
    """Hyphenated words as one item: "cease-fire", "R-Fla.", "US-proposed"."""
    out: list[Item] = []
    i = 0
    while i < len(raw):
        item = raw[i]
        glued = (
            out
            and item.text in HYPHENS
            and not item.spaced
            and i + 1 < len(raw)
            and not raw[i + 1].spaced
            and raw[i + 1].cls != "Q"
            and out[-1].cls != "Q"
            and (out[-1].text[-1].isalnum() or out[-1].text[-1] == ".")
            and raw[i + 1].text[0].isalnum()
            and out[-1].end - out[-1].start < 80
        )
        if glued:
            last = out[-1]
            joined = text[last.start : raw[i + 1].end]
            out[-1] = Item(last.start, raw[i + 1].end, joined, joined.lower(), "", spaced=last.spaced)
            i += 2
        else:
            out.append(item)
            i += 1
    return out


def _units(items: list[Item], paragraph: int, kind: str, vocabulary: Vocabulary) -> list[Unit]:
    units: list[Unit] = []
    current: list[Item] = []
    worded = False  # has this sentence a word yet?
    for i, item in enumerate(items):
        after = items[i + 1] if i + 1 < len(items) else None
        before = current[-1] if current else None
        if item.cls != "Q":
            initial = not worded or (before is not None and before.cls == "COLON")
            spelled = after.text if after and after.cls != "Q" else ""
            item.cls = classify(item, before, initial, vocabulary, spelled)
            worded = worded or item.cls not in ("PUNCT", "DASH", "STOP", "LPAR")
        current.append(item)
        if after is None or len(current) >= LONGEST or _ends(items, i, item, after):
            settle_cues(current)
            units.append(Unit(current, paragraph, kind, first=not units))
            current, worded = [], False
    return units


def _ends(items: list[Item], i: int, item: Item, after: Item) -> bool:
    """Does a sentence end after this item?"""
    if item.cls == "Q":
        last = item.text[-1:]
        if last not in ".!?…" or (after.cls != "Q" and not after.text[0].isupper() and after.text[0] not in "([—"):
            return False
        if (
            len(item.text.split()) <= 3
            and last != "."
            and after.cls != "Q"
            and after.spaced
            and not _attribution_follows(items, i + 1)
        ):
            return True
        if after.text in ("(", "[", "—") or (last == "." and item.text.endswith("..")):
            return False
        return not (last != "." and _attribution_follows(items, i + 1))
    if item.cls != "STOP":
        if item.low in words.ABBREVIATIONS:
            starter = (
                closed_class(after.low) in ("DET", "PRON", "ADV", "SUB", "PREP", "CONJ") and after.text[0].isupper()
            )
            return item.low in words.MAY_END and starter and after.low not in ("of",)
        return False
    if after.cls == "Q":
        return True
    if after.cls == "STOP" or after.text[0] in ")]}":
        return False
    if item.text[0] == "…" or item.text.startswith(".."):
        return after.text[0].isupper() and after.spaced
    if after.text[0].isupper() or after.text[0] in "([@#$—" or (after.text[0].isdigit() and after.spaced):
        return after.spaced or (i > 0 and items[i - 1].text[-1].islower() and len(after.text) > 1)
    return False


def _attribution_follows(items: list[Item], i: int) -> bool:
    """Is what comes next "Smith said", "said Smith" or the like?"""
    for k in range(i, min(i + 7, len(items))):
        item = items[k]
        if item.cls == "Q" or item.text in (".", "?", "!", ";", ":"):
            return False
        if (
            item.low in CUE_FORMS
            and CUE_FORMS[item.low].tag in ("VBD", "VBZ")
            and CUE_FORMS[item.low].family in ("say", "tell")
        ):
            return not (k + 1 < len(items) and items[k + 1].text == ":")
        if item.low in words.AUXILIARIES or (item.low in words.PREPOSITIONS and item.low not in ("of", "for")):
            return False
    return False
