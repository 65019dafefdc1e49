"""Finds the attributions of one sentence: cue, speaker mention, and the stretches that are reported."""

from dataclasses import dataclass, field

from claims.language import words
from claims.language.cues import ADDRESSEES, BARE_CLAUSE, NEUTRAL_ADJUNCT_NOUNS, CueWord
from claims.language.items import Item, Unit
from claims.language.speakers import NOMINAL, Mention, subject_after, subject_before

PARTICLES = {
    "call": ("for", "on", "out", "upon"), "refer": ("to",), "point": ("out", "to"), "respond": ("to",), "reply": ("to",), "agree": ("with",),
    "complain": ("about", "of"), "warn": ("of", "about", "against"), "ask": ("for", "about"), "talk": ("about",), "push": ("for", "back"),
    "see": ("as",), "hint": ("at",), "wonder": ("about",), "hope": ("for",), "boast": ("of", "about"), "brag": ("about",), "opt": ("for",),
    "comment": ("on",), "remark": ("on",), "object": ("to",), "inquire": ("about",), "argue": ("for", "against"), "speculate": ("about",),
    "joke": ("about",), "testify": ("about",), "advocate": ("for",), "press": ("for",), "vow": (), "plan": ("for",),
}  # fmt: skip
# verbs that report only with "that", "how" or words in marks behind them
STRICT = frozenset(
    [
        "see",
        "know",
        "feel",
        "find",
        "show",
        "learn",
        "decide",
        "remember",
        "agree",
        "mean",
        "understand",
        "realize",
        "realise",
        "recall",
        "imagine",
        "assume",
        "quote",
        "read",
        "continue",
        "post",
        "email",
        "text",
        "message",
        "blog",
        "request",
        "suppose",
        "point",
        "cry",
        "sing",
        "whisper",
        "reply",
        "respond",
        "answer",
        "remain",
        "counter",
        "determine",
        "discover",
        "demonstrate",
        "prefer",
        "consider",
        "need",
        "rule",
        "signal",
        "project",
        "calculate",
        "relate",
        "query",
        "clarify",
        "reason",
        "value",
        "challenge",
        "press",
        "voice",
        "offer",
        "name",
        "seek",
        "order",
        "text",
        "guarantee",
        "underscore",
        "underline",
        "address",
        "detail",
        "outline",
        "question",
        "query",
        "profess",
        "guess",
        "cite",
        "mention",
        "raise",
        "defend",
        "support",
        "back",
    ]
)
PASSIVE_OK = frozenset(
    [
        "call",
        "describe",
        "label",
        "dub",
        "term",
        "brand",
        "condemn",
        "denounce",
        "criticise",
        "criticize",
        "characterise",
        "characterize",
        "portray",
        "depict",
    ]
)
STOP_FAMILIES = frozenset(("say", "tell", "deny"))
NARRATIVE_GERUNDS = frozenset(["citing", "referring", "speaking", "talking", "quoting", "echoing", "according"])


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
        start = 0
        for a in found:
            if a.before:
                start = max(start, a.cue[1])
        region = (_skip_lead(items, start), i)
    region = trim(items, *region)
    return Attribution((i, i + 2), None, mention, [region] if region else [], before=i > 2)


def _skip_lead(items: list[Item], start: int) -> int:
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
    if word.tag == "VBD" and (be or (agent and not (aux >= 0 and items[aux].cls in ("PRON",)))):
        return _passive(items, i, word)
    if word.tag == "VB" and aux >= 0 and items[aux].low == "to" and not helpers:
        continued = aux >= 1 and items[aux - 1].low in ("on", "continued", "continues", "declined", "refused", "began")
        if not continued:
            return None
    if (
        word.tag == "VB"
        and not helpers
        and (aux < 0 or items[aux].cls not in ("NAME", "WORD", "PRON", "RPAR", "COMMA", "PREP", "DET"))
    ):
        return None
    mention, carried, inverted = _subject(items, i, aux, word, found)
    cue_end = i + 1
    if not inverted and cue_end < len(items) and items[cue_end].low in PARTICLES.get(word.base, ()):
        cue_end += 1
    cue_start = aux + 1
    while cue_start < i and items[cue_start].cls != "AUX":
        cue_start += 1
    after = mention.last if inverted and mention else cue_end
    regions, before = _regions(
        items, i, after, mention if not carried and not inverted else None, word, found, inverted
    )
    if not regions and not (items[-1].cls == "COLON" and word.family in ("say", "tell")):
        return None
    return Attribution((cue_start, cue_end), word, mention, regions, before, carried, negated)


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
            ends = k >= len(items) or items[k].cls in (
                "STOP",
                "COMMA",
                "TIME",
                "PREP",
                "SUB",
                "Q",
                "LPAR",
                "DASH",
                "COLON",
            )
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
    mention = subject_before(items, i)
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


def _regions(items, i, after, mention, word, found, inverted) -> tuple[list[tuple[int, int]], bool]:
    """The reported stretches of a verb at `i`: behind it from `after`, before its subject, or both when it stands between."""
    subject_start = mention.first if mention else i
    left = subject_start - 1
    while left >= 0 and items[left].cls in ("ADV", "CONJ", "AUX") and not mention:
        left -= 1
    p = skip_adjuncts(items, after, word)
    nothing_behind = (
        p >= len(items)
        or items[p].cls in ("STOP", "COMMA", "DASH", "RPAR")
        or (items[p].cls == "COLON" and p == len(items) - 1)
    )
    speech = word.family in ("say", "tell", "want") and word.tag in ("VBD", "VBZ", "VB")
    pre_ok = speech and left >= 0 and items[left].cls in ("COMMA", "Q", "DASH") and (mention or inverted)
    if pre_ok:
        quoted = items[left].cls == "Q" or (left >= 1 and items[left - 1].cls == "Q")
        if (
            quoted
            and items[left].cls == "Q"
            and items[left].text[-1:] not in ",.?!…—-–"
            and not inverted
            and left > 0
            and not nothing_behind
        ):
            quoted = False
        # an adjective clause between Q and verb ("“A,” Smith told the paper of his plan") keeps Q
        if nothing_behind or quoted:
            start = 0
            for a in found:
                if a.before or (
                    a.regions and a.regions[-1][1] < left and a.regions[-1][0] > a.cue[0] and a.cue[1] < left
                ):
                    start = max(start, a.cue[1], *(r[1] for r in a.regions if r[1] <= left))
            pre = trim(items, _skip_lead(items, start), left + 1)
            regions = [pre] if pre else []
            if pre and pre[1] - pre[0] == 1 and items[pre[0]].cls in ("ADV", "CONJ", "SUB"):
                regions = []
            if nothing_behind and p < len(items) and items[p].cls in ("COMMA", "DASH"):
                more = _goes_on(items, p, pre, regions)
                regions += [more] if more else []
            elif quoted and p < len(items) and items[p].cls == "Q":
                more = trim(items, p, clause_stop(items, p, word))
                regions += [more] if more else []
            return regions, True
    if nothing_behind:
        if p + 1 < len(items) and items[p].cls == "COMMA" and items[p + 1].cls == "Q":
            p += 1
        elif (
            p + 1 < len(items)
            and items[p].cls == "COMMA"
            and items[p + 1].low in ("however", "though", "too", "according")
        ):
            p += 3
        elif p + 2 < len(items) and items[p].cls == "COMMA" and (close := _parenthesis(items, p)):
            p = close
        else:
            return [], False
    if not _may_report(items, p, word):
        return [], False
    region = trim(items, p, clause_stop(items, p, word))
    return ([region] if region else []), False


def _parenthesis(items: list[Item], p: int) -> int:
    """Behind ", in an interview on Monday, that …": where the reported clause goes on, or 0."""
    k = p + 1
    while k < len(items) and k - p < 25 and items[k].cls not in ("COMMA", "STOP", "Q"):
        k += 1
    if (
        k + 1 < len(items)
        and items[k].cls == "COMMA"
        and (items[k + 1].low in ("that", "whether") or items[k + 1].cls == "Q")
    ):
        return k + 1
    return 0


def _may_report(items: list[Item], p: int, word: CueWord) -> bool:
    """Does what stands at `p` look like something reported?"""
    if p >= len(items):
        return False
    item = items[p]
    clause = (
        item.cls == "Q"
        or item.low in ("that", "how", "why", "whether", "what", "if", "where", "who")
        or (p and items[p - 1].cls == "COLON")
    )
    near_mark = any(x.cls == "Q" for x in items[p : p + 8])
    if word.base in STRICT:
        return clause or (near_mark and word.also_object)
    if word.family == "want" and not word.also_object:
        return clause or item.low == "to" or item.cls in ("PRON", "DET", "NAME", "SUB", "NUM", "WORD", "PREP")
    return True


def _goes_on(items: list[Item], comma: int, pre, regions) -> tuple[int, int] | None:
    """Behind "…, he said," : the second part of a broken utterance, if there is one."""
    k = comma + 1
    if k >= len(items) or (pre is None and not regions and items[k].cls != "Q" and comma + 3 > len(items)):
        return None
    item = items[k]
    if item.cls == "Q":
        return trim(items, k, clause_stop(items, k, None))
    quoted = pre is not None and all(items[x].cls == "Q" for x in range(*pre))
    has_mark = any(x.cls == "Q" for x in items[k : k + 30])
    if item.low.endswith("ing") and item.cls in ("CUE", "VERB", "WORD"):
        return None
    if quoted and not has_mark:
        return None
    if item.cls == "CONJ" and any(x.cls == "CUE" for x in items[k : k + 4]):
        return None
    if item.low in (
        "who",
        "which",
        "according",
        "as",
        "while",
        "after",
        "when",
        "before",
        "in",
        "during",
        "at",
        "though",
        "speaking",
        "with",
        "on",
        "where",
        "citing",
        "although",
    ):
        if not (pre and pre[1] - pre[0] <= 6 and not quoted):
            return None
    return trim(items, k, clause_stop(items, k, None))


def skip_adjuncts(items: list[Item], p: int, word: CueWord | None) -> int:
    """Over whom it was said to, when and where: "told reporters on Friday", "said in a statement"."""
    n = len(items)
    if word and (word.also_tell or word.family == "tell" or word.base in ("ask", "write", "answer", "remind")):
        p = _addressee(items, p)
    guard = 0
    while p < n and guard < 8:
        guard += 1
        item = items[p]
        if item.cls == "TIME" and item.low not in (
            "last",
            "next",
            "this",
            "early",
            "late",
            "years",
            "hours",
            "days",
            "weeks",
            "months",
            "year",
        ):
            p += 1
        elif (
            item.low in ("on", "in", "late", "early", "last", "this", "earlier", "over", "since")
            and p + 1 < n
            and items[p + 1].cls == "TIME"
        ):
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
        elif item.cls == "PREP" and item.low in (
            "in",
            "on",
            "at",
            "during",
            "to",
            "via",
            "through",
            "with",
            "after",
            "before",
            "from",
            "outside",
            "by",
            "of",
            "for",
            "about",
            "as",
        ):
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
        elif item.cls == "PREP" and q > p and q + 1 < n and items[q + 1].cls in NOMINAL:
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
    if (
        q >= n
        or items[q].cls in ("COMMA", "STOP", "COLON", "Q", "TIME", "PRON", "DET", "ADV", "NAME", "AUX", "NUM")
        or items[q].low
        in (
            "that",
            "how",
            "why",
            "whether",
            "what",
            "to",
            "on",
            "in",
            "during",
            "about",
            "if",
            "after",
            "at",
            "by",
            "of",
            "last",
            "this",
            "not",
        )
    ):
        if q < n and items[q].cls == "AUX" and items[q].low not in ("not",):
            return p  # no addressee: the phrase is the subject of a bare clause
        return q
    return p


def clause_stop(items: list[Item], start: int, word: CueWord | None) -> int:
    """Where what is reported ends: the sentence's end, or where another act of reporting begins."""
    n = len(items)
    for k in range(start + 1, n):
        item = items[k]
        if item.low == "according" and k + 1 < n and items[k + 1].low == "to":
            return k
        if item.cls not in ("COMMA", "CONJ", "DASH", "SUB"):
            continue
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
            and cue.family in STOP_FAMILIES
            and (word is None or cue.tag == word.tag)
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
