"""Where a reported clause begins and ends."""

from claims.language.cues import BARE_CLAUSE, NARRATIVE_GERUNDS, STOP_FAMILIES, CueWord
from claims.language.items import Item
from claims.language.speakers import subject_before

CLAUSE_OPENERS = frozenset(("as", "while", "though", "although", "whereas", "even", "when"))


def skip_lead(items: list[Item], start: int) -> int:
    while start < len(items) and items[start].cls in ("COMMA", "CONJ", "STOP", "RPAR", "COLON"):
        start += 1
    return start


def trim(items: list[Item], first: int, last: int) -> tuple[int, int] | None:
    """A stretch without punctuation at its edges; None where nothing is left."""
    edge = ("COMMA", "STOP", "DASH", "COLON", "PUNCT")
    while first < last and items[first].cls in edge and items[first].text[0] not in "$":
        first += 1
    while last > first and items[last - 1].cls in edge:
        last -= 1
    return (first, last) if last > first else None


def clause_stop(items: list[Item], start: int, word: CueWord | None) -> int:
    """Where what is reported ends: the sentence's end, or where another act of reporting begins."""
    n = len(items)
    for k in range(start + 1, n):
        item = items[k]
        if item.low == "according" and k + 1 < n and items[k + 1].low == "to":
            return k
        if item.cls not in ("COMMA", "CONJ", "DASH", "SUB"):
            continue
        if item.cls == "COMMA" and k + 1 < n and items[k + 1].low == "with":
            gerund = next((c for c in range(k + 2, min(k + 14, n)) if items[c].cls in ("COMMA", "CUE", "Q")), n)
            reporting = items[gerund].cue if gerund < n else None
            if reporting and reporting.tag == "VBG":
                return k  # "…, with Vale stating that …"
        j = k + 1
        if (
            item.cls in ("COMMA", "DASH")
            and j < n
            and (
                items[j].cls == "CONJ"
                or items[j].low in ("as", "while", "though", "although", "whereas", "even", "when")
            )
        ):
            j += 1
        elif item.cls == "SUB" and (item.low not in ("while", "as") or k == start):
            continue
        verb = j
        while verb < n and verb - j < 4 and items[verb].cls in ("ADV", "AUX"):
            verb += 1
        if verb >= n:
            continue
        cue = items[verb].cue
        if (
            cue
            and cue.tag == "VBG"
            and item.cls in ("COMMA", "DASH")
            and cue.family != "want"
            and items[verb].low not in ("supporting", "opposing")
        ):
            return k
        if (
            cue
            and cue.tag == "VBG"
            and item.low in ("while", "and")
            and cue.family in STOP_FAMILIES
            and word is not None
            and word.tag != "VBG"
        ):
            return k
        if items[verb].low in NARRATIVE_GERUNDS and item.cls == "COMMA":
            return k
        if (
            cue
            and cue.tag in ("VBD", "VBZ")
            and (cue.family in STOP_FAMILIES or (cue.family == "object" and cue.tag == getattr(word, "tag", "")))
            and (item.cls == "CONJ" or j > k + 1)
        ):
            return k
        if item.cls in ("COMMA", "DASH", "SUB") or (item.cls == "CONJ" and item.low == "but"):
            for c in range(j, min(j + 9, n)):
                here = items[c].cue
                if items[c].cls in ("Q", "STOP", "COMMA", "COLON", "SUB"):
                    break
                if (
                    here
                    and here.tag in ("VBD", "VBZ")
                    and (here.family in STOP_FAMILIES or (here.base in BARE_CLAUSE and here.family == "say"))
                ):
                    subject = subject_before(items, c)
                    if (
                        subject
                        and subject.first in (j, j + 1)
                        and not (items[subject.first].cls == "PRON" and item.cls == "SUB")
                    ):
                        return k
                    break
                if items[c].cls in ("VERB", "CUE"):
                    break
    return n
