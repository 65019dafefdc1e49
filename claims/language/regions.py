"""Which stretches a reporting verb reports: those behind it, those before its subject, or both around it."""

from claims.language import words
from claims.language.adjuncts import skip_adjuncts
from claims.language.clauses import clause_stop, skip_lead, trim
from claims.language.cues import STRICT, CueWord
from claims.language.items import Item
from claims.language.speakers import NOMINAL, phrase_ending
from claims.language.words import listed

NEW_CLAUSE = frozenset(("as", "while", "after", "who", "which", "according", "although", "citing", "speaking"))
# what one calls without saying anything of it
CONVENED = frozenset(
    listed("""
    meeting meetings vote election elections referendum strike conference session ambulance ambulances police witness
    witnesses halt truce poll ballot summit
""")
)
# words that open narrative behind "…, he said,"
NARRATIVE_OPENERS = frozenset(
    listed("""
    who which according as while after when before in during at though speaking with on where citing although
""")
)


def regions_of(items, i, after, mention, word, found, inverted) -> tuple[list[tuple[int, int]], bool]:
    """The reported stretches of a verb at `i`: behind it from `after`, before its subject, or both when it stands between."""
    subject_start = mention.first if mention else i
    if (
        mention
        and mention.first > 1
        and items[mention.first - 1].cls == "COMMA"
        and items[mention.first - 2].cls in NOMINAL
        and any(x.cls == "NAME" for x in items[mention.first : mention.last])
    ):
        role = phrase_ending(items, mention.first - 2)  # "…, the port’s spokeswoman, Ann Pike, said"
        if any(x.low in words.ROLE_NOUNS or x.low in words.TITLES for x in items[role.first : role.last]):
            subject_start = role.first
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
        stated = not quoted and not nothing_behind and _stated(items, left, after, p, word)
        # an adjective clause between Q and verb ("“A,” Smith told the paper of his plan") keeps Q
        if nothing_behind or quoted or stated:
            start = 0
            for a in found:
                if a.before or (
                    a.regions and a.regions[-1][1] < left and a.regions[-1][0] > a.cue[0] and a.cue[1] < left
                ):
                    start = max(start, a.cue[1], *(r[1] for r in a.regions if r[1] <= left))
            label = next((k + 1 for k in range(1, min(6, left)) if items[k].text == ":" and items[k + 1].cls == "Q"), 0)
            pre = trim(items, skip_lead(items, max(start, label)), left + 1)  # "FLOOD: ‘We saw nothing,’ says guard"
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
        elif p + 1 < len(items) and items[p].cls == "COMMA" and items[p + 1].low in ("however", "though", "too"):
            p += 3
        elif p + 1 < len(items) and items[p].cls == "COMMA" and items[p + 1].low == "according":
            p = next((k + 1 for k in range(p + 2, min(p + 20, len(items))) if items[k].cls == "COMMA"), len(items))
        elif p + 2 < len(items) and items[p].cls == "COMMA" and (close := _parenthesis(items, p)):
            p = close
        else:
            return [], False
    if not _may_report(items, p, word) or _no_clause(items, after, p, word):
        return [], False
    region = trim(items, p, clause_stop(items, p, word))
    return ([region] if region else []), False


def _stated(items: list[Item], left: int, after: int, p: int, word: CueWord) -> bool:
    """ "Prices rose by half, the bank said in a report that the mayor called “thin”": the clause before is what was said."""
    if word.family != "say" or p <= after or items[p].low != "that" or items[p - 1].cls != "WORD":
        return False
    head = items[skip_lead(items, 0)]
    clause = any(x.cls in ("AUX", "VERB") and not x.low.endswith("ing") for x in items[1:left])
    open_end = any(x.cue is not None for x in items[p + 1 : p + 8]) and items[left].cls == "COMMA"
    return clause and open_end and head.cls in ("NAME", "WORD", "DET", "NUM", "PRON")


def _no_clause(items: list[Item], after: int, p: int, word: CueWord) -> bool:
    """Things done that only look like words reported: "adds 20 miles", "called a meeting", "wrote to the board", "… that sank"."""
    behind = items[p] if p < len(items) else None
    if behind is None:
        return True
    if (word.base == "add" and behind.cls == "NUM") or (word.base == "write" and behind.low in ("to", "for", "about")):
        return True
    if word.base == "call" and behind.cls in ("DET", "NUM") and not any(x.cls == "Q" for x in items[p : p + 8]):
        return any(x.low in CONVENED for x in items[p + 1 : p + 5])
    skipped = p > after and items[p - 1].cls in ("WORD", "NAME", "NUM")
    return bool(
        skipped
        and behind.low in ("that", "who")
        and p + 1 < len(items)
        and items[p + 1].cls in ("VERB", "CUE")
        and word.family not in ("tell",)
        and items[after].cls in ("DET", "NUM", "WORD")
    )


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
    if item.cls == "CONJ" and any(
        x.cls == "CUE" and not (n and items[k + n - 1].cls in ("AUX", "ADV")) for n, x in enumerate(items[k : k + 4])
    ):
        return None
    if item.low in NEW_CLAUSE:
        return None
    if item.cls == "TIME" and k + 1 < len(items) and items[k + 1].low in ("after", "before"):
        return None  # "…, he said, hours after the flood"
    if item.low in NARRATIVE_OPENERS and not (pre and pre[1] - pre[0] <= 6 and not quoted):
        return None
    return trim(items, k, clause_stop(items, k, None))
