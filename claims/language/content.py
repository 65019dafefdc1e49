"""Finds the attributions of one sentence: cue, speaker mention, and the stretches that are reported."""

from dataclasses import dataclass, field

from claims.language import words
from claims.language.clauses import clause_stop, skip_lead, trim
from claims.language.cues import CUE_FORMS, PARTICLES, PASSIVE_OK, CueWord
from claims.language.items import Item, Unit
from claims.language.regions import regions_of
from claims.language.speakers import Mention, subject_after, subject_before
from claims.language.verbs import PARTICIPLES

CONTINUING = frozenset(("on", "continued", "continues", "declined", "refused", "began"))
OPENING_CLAUSE = frozenset(("while", "although", "though", "after", "when", "before", "since", "because", "whereas"))
DECLINED = frozenset(("declined", "declines", "refused", "refuses"))
QUOTED_AS = frozenset(("quoted", "cited", "reported", "recorded"))
PHRASE_ENDS = frozenset(("STOP", "COMMA", "TIME", "PREP", "SUB", "Q", "LPAR", "DASH", "COLON"))


@dataclass(slots=True)
class Attribution:
    """One act of reporting inside a unit: items of the cue, of the mention, and the reported stretches, each [first, last)."""

    cue: tuple[int, int]
    word: CueWord | None
    mention: Mention | None
    regions: list[tuple[int, int]]
    before: bool = False  # the reported words stand before the cue
    carried: bool = False  # the subject is the sentence's, not the cue's own
    negated: bool = False
    via: list[tuple[Mention, "Attribution"]] = field(default_factory=list)


def attributions(unit: Unit) -> list[Attribution]:
    """All attributions of a sentence, in the order of their cues."""
    items = unit.items
    found: list[Attribution] = []
    if named := _by_colon(items):
        found.append(named)
    for i, item in enumerate(items):
        if item.low == "according" and i + 2 < len(items) and items[i + 1].low == "to":
            made = _according(items, i, found)
        elif item.cue is not None:
            made = _by_verb(items, i, found)
        else:
            continue
        if made:
            found.append(made)
    return found


def _by_colon(items: list[Item]) -> Attribution | None:
    """ "Jane Vale: Town will pay": a headline or a transcript that gives the words behind the speaker's name."""
    k = 0
    while k < len(items) and k < 5 and items[k].cls == "NAME":
        k += 1
    if not 0 < k < len(items) - 3 or items[k].text != ":" or items[k + 1].cls == "Q":
        return None
    region = trim(items, k + 1, len(items))
    return Attribution((k, k + 1), None, Mention(0, k), [region]) if region else None


def _according(items: list[Item], i: int, found: list[Attribution]) -> Attribution | None:
    mention = subject_after(items, i + 2)
    if mention is None:
        return None
    if i == 0 or (i <= 2 and items[i - 1].cls in ("CONJ", "ADV", "COLON", "COMMA")):
        k = mention.last
        while k < len(items) and items[k].cls not in ("COMMA", "Q"):
            k += 1
        start = k + 1 if k < len(items) and items[k].cls == "COMMA" else k
        region = (start, clause_stop(items, start, None))
    else:
        if (
            found
            and not any(x.cls in ("VERB", "AUX", "CUE") for x in items[found[-1].cue[1] : i])
            and not _reports_behind(found[-1])
        ):
            link = Attribution((i, i + 2), None, mention, [], before=True)
            found[-1].via.append((mention, link))  # "Vale said in her address, according to the Courier"
            return link
        start = 0
        for a in found:
            if a.before:
                start = max(start, a.cue[1])
        region = (skip_lead(items, start), i)
    kept = trim(items, *region)
    return Attribution((i, i + 2), None, mention, [kept] if kept else [], before=i > 2)


def _reports_behind(a: Attribution) -> bool:
    return bool(a.regions) and a.regions[-1][0] >= a.cue[1]


def _by_verb(items: list[Item], i: int, found: list[Attribution]) -> Attribution | None:
    word = items[i].cue
    assert word is not None
    aux = i - 1
    while aux >= 0 and (items[aux].cls in ("AUX", "ADV") or (items[aux].cls == "TIME" and items[aux].low == "today")):
        aux -= 1
    helpers = [x.low for x in items[aux + 1 : i]]
    negated = any(h in words.NEGATIONS for h in helpers)
    be = any(h in words.BE_FORMS for h in helpers)
    agent = i + 1 < len(items) and items[i + 1].low == "by"
    if be and items[i].low in QUOTED_AS and (quoted_as := _quoted_as(items, i, aux, found)):
        return quoted_as
    if items[i].low in PARTICIPLES and not helpers:
        return None  # "a letter shown to the board"
    if word.base == "mean" and word.tag == "VBG":
        return None
    if items[i].low in DECLINED and i + 2 < len(items) and items[i + 1].low == "to":
        said = items[i + 2].cue
        if said and said.tag == "VB" and said.family in ("say", "tell"):
            return None  # "declined to say" is one cue
    if word.tag == "VBD" and (be or (agent and not (aux >= 0 and items[aux].cls in ("PRON",)))):
        return _passive(items, i, word)
    if word.tag == "VB" and aux >= 0 and items[aux].low == "to" and not helpers:
        continued = aux >= 1 and items[aux - 1].low in (
            "on",
            "continued",
            "continues",
            "declined",
            "refused",
            "began",
            "as",
        )
        behind = items[i + 1] if i + 1 < len(items) else None
        if not continued and not (
            word.family in ("say", "tell")
            and behind
            and (behind.cls in ("Q", "COLON") or behind.low in ("that", "how", "why"))
        ):
            return None
    if (
        word.tag == "VB"
        and not helpers
        and (aux < 0 or items[aux].cls not in ("NAME", "WORD", "PRON", "RPAR", "COMMA", "PREP", "DET"))
    ):
        return None
    mention, carried, inverted = _subject(items, i, aux, word, found)
    cue_end = i + 1
    if not inverted and cue_end < len(items) and items[cue_end].low in PARTICLES.get(word.base, "").split("/"):
        cue_end += 1
    cue_start = aux + 1
    while cue_start < i and items[cue_start].cls != "AUX":
        cue_start += 1
    if word.tag == "VB" and aux > 0 and items[aux].low == "to" and items[aux - 1].low in DECLINED:
        cue_start, negated = aux - 1, True  # "declined to say whether"
    after = mention.last if inverted and mention else cue_end
    regions, before = regions_of(
        items, i, after, mention if not carried and not inverted else None, word, found, inverted
    )
    if not regions and not (items[-1].cls == "COLON" and word.family in ("say", "tell")):
        return None
    if (
        mention is None
        and not any(items[k].cls == "Q" for r in regions for k in range(*r))
        and not (regions and items[regions[0][0]].low == "that")
    ):
        return None
    if mention and not carried and _of_whose(items, mention, regions):
        return None
    if items[0].cls == "SUB" and items[0].low in OPENING_CLAUSE and not before:
        regions = _within_opening(items, i, regions)
    return Attribution((cue_start, cue_end), word, mention, regions, before, carried, negated)


def _of_whose(items: list[Item], mention: Mention, regions: list[tuple[int, int]]) -> bool:
    """ "whose firm advised the port on bonds": an aside that reports nothing, unless a clause or a quotation follows."""
    first = items[regions[0][0]] if regions else None
    owned = items[mention.first].low == "whose" or (mention.first and items[mention.first - 1].low == "whose")
    return bool(owned) and first is not None and first.cls in ("PREP", "WORD", "NAME", "DET")


def _quoted_as(items: list[Item], i: int, aux: int, found: list[Attribution]) -> Attribution | None:
    """ "the mayor was quoted as saying": the words are the mayor's."""
    if i + 2 >= len(items) or items[i + 1].low != "as" or items[i + 2].low not in ("saying", "telling", "calling"):
        return None
    mention = subject_before(items, i)
    if mention is None:
        return None
    word = CUE_FORMS["said"]
    regions, before = regions_of(items, i, i + 3, mention, word, found, False)
    return Attribution((aux + 1, i + 3), word, mention, regions, before) if regions else None


def _within_opening(items: list[Item], i: int, regions: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """ "While Vale hailed the talks, Orr left": what the opening clause reports ends at its comma."""
    if any(x.cls == "COMMA" for x in items[:i]):
        return regions
    comma = next((k for k in range(i, len(items)) if items[k].cls == "COMMA"), len(items))
    return [(first, min(last, comma)) for first, last in regions if first < comma]


def _subject(
    items: list[Item], i: int, aux: int, word: CueWord, found: list[Attribution]
) -> tuple[Mention | None, bool, bool]:
    """(mention, carried from the sentence, standing behind the cue)."""
    edge = items[aux].cls if aux >= 0 else ""
    speech = word.family in ("say", "tell")
    if speech and word.tag in ("VBD", "VBZ") and edge in ("Q", "COMMA", "DASH", "") and i + 1 < len(items):
        behind = subject_after(items, i + 1)
        if behind and items[behind.first].cls not in ("TIME", "NUM"):
            quoted = edge == "Q" or (aux >= 1 and items[aux - 1].cls == "Q")
            k = behind.last
            ends = k >= len(items) or items[k].cls in PHRASE_ENDS
            closed = (
                k >= len(items)
                or items[k].cls in ("STOP", "COMMA", "TIME")
                or items[k].low in ("in", "on", "at", "during")
            )
            apposed = edge == "COMMA" and not quoted and subject_before(items, i)
            if aux >= 0 and ends and (quoted or (closed and not apposed and behind.last - behind.first <= 14)):
                return behind, False, True
    if (
        word.tag == "VBG"
        and edge in ("COMMA", "DASH", "CONJ", "SUB", "PREP", "", "Q", "RPAR", "VERB", "STOP")
        and items[aux].low != "who"
    ):
        return main_subject(items, i, found), True, False
    if edge == "CONJ" or (edge == "COMMA" and aux >= 1 and items[aux - 1].cls == "CONJ"):
        return main_subject(items, i, found), True, False
    goes_on = aux >= 1 and items[aux - 1].low in CONTINUING
    if edge == "PREP" and aux >= 0 and items[aux].low == "to" and word.tag == "VB" and not goes_on:
        return main_subject(items, i, found), True, False
    mention = subject_before(items, i)
    sent = mention and mention.first > 0 and items[mention.first - 1].cls in ("VERB", "CUE", "ADV")
    if (
        word.tag == "VBG"
        and mention
        and sent
        and any(x.low in words.MESSAGE_NOUNS for x in items[mention.first : mention.last])
    ):
        return main_subject(items, mention.first, found) or mention, True, False  # "Vale sent a letter saying …"
    if mention is None and (edge in ("COMMA", "VERB", "TIME", "Q", "WORD", "RPAR", "PREP") or found):
        carried = main_subject(items, i, found)
        return carried, True, False
    return mention, False, False


def main_subject(items: list[Item], before: int, found: list[Attribution]) -> Mention | None:
    """The subject of the sentence: that of the attribution before, or its first noun phrase after any opening adverbial."""
    for a in reversed(found):
        if a.mention is not None and a.word is not None and a.word.family != "want":
            return a.mention
    start = 0
    while start < before and items[start].cls in ("CONJ", "ADV", "COMMA", "PUNCT", "DASH"):
        start += 1
    for _ in range(2):
        opener = start < before and (
            items[start].cls in ("PREP", "SUB", "VERB", "TIME")
            or (items[start].cls in ("DET", "NUM", "WORD") and start + 1 < before and items[start + 1].cls == "TIME")
            or (items[start].cls == "CUE" and items[start].low.endswith("ing"))
        )
        if not opener or items[start].low in ("that", "what", "which"):
            break
        k = start
        while k < before and items[k].cls != "COMMA":
            k += 1
        if k >= before:
            return None
        start = k + 1
    mention = subject_after(items, start)
    return mention if mention and mention.first < before else None


def _passive(items: list[Item], i: int, word: CueWord) -> Attribution | None:
    """ "was described as “thin” by Smith": the agent speaks; without one nobody does."""
    if word.base not in PASSIVE_OK and word.family not in ("deny",):
        return None
    by = next((k for k in range(i + 1, min(i + 16, len(items))) if items[k].low == "by"), None)
    if by is None:
        return None
    mention = subject_after(items, by + 1)
    region = trim(items, i + 1 + (i + 1 < by and items[i + 1].low == "as"), by)
    if region is None and word.family == "deny" and (subject := subject_before(items, i)):
        region = (subject.first, subject.last)
    if mention is None or region is None:
        return None
    return Attribution((i, i + 1), word, mention, [region])
