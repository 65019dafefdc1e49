"""Finds the mention that speaks beside a cue."""

from dataclasses import dataclass

from claims.language import words
from claims.language.items import Item
from claims.language.names import is_body

NOMINAL = frozenset(("NAME", "WORD", "NUM", "DET", "POSS"))
QUANTIFIERS = frozenset(("some", "many", "others", "another", "several", "most", "both", "all"))
ANONYMOUS = frozenset(("a", "an", "another", "one", "some", "two", "three", "several", "many"))
LINK_PREPS = frozenset(("of", "for", "at", "in", "from", "with", "to", "on", "by"))
REACH = 45  # items looked at in either direction


@dataclass(frozen=True, slots=True)
class Mention:
    """[first, last) items of a unit that name or stand for the speaker."""

    first: int
    last: int


def subject_before(items: list[Item], at: int) -> Mention | None:
    """The subject that ends before item `at` (a cue or its auxiliaries), across adverbs, days and appositions."""
    found = _before(items, at)
    return found if found and _can_speak(items, found) else None


def _can_speak(items: list[Item], mention: Mention) -> bool:
    """Somebody or something, not a number, an article or a possessive alone."""
    inside = items[mention.first : mention.last]
    return any(x.cls in ("NAME", "WORD", "PRON", "SUB", "TIME") for x in inside) or (
        inside[-1].cls == "DET" and inside[-1].low not in words.ARTICLES
    )


def _before(items: list[Item], at: int) -> Mention | None:
    i = _over_adverbs(items, at - 1)
    if i < 0:
        return None
    item = items[i]
    if item.cls == "COMMA" or item.cls == "RPAR" or item.cls == "DASH":
        return _over_apposition(items, i)
    if item.cls == "PRON" and i > 2 and items[i - 1].cls in ("VERB", "CUE", "PREP"):
        return _over_relative(items, i)  # "the surveyor who examined it said"
    if item.cls == "PRON":
        return (
            Mention(i, i + 1)
            if item.low in words.SUBJECT_PRONOUNS or item.low in ("someone", "nobody", "everyone")
            else None
        )
    if item.cls == "SUB":
        return Mention(i, i + 1) if item.low == "who" else None
    if item.cls == "DET" and item.low in QUANTIFIERS:
        return Mention(i, i + 1)
    if item.cls not in NOMINAL:
        return None
    found = phrase_ending(items, i)
    if found.first > 1 and items[found.first - 1].low == "who":  # "analysts who study the front have not noted"
        k = found.first - 2
        k -= items[k].cls == "COMMA" and k > 0
        if items[k].cls in NOMINAL:
            return phrase_ending(items, k)
    return found


def _over_relative(items: list[Item], i: int) -> Mention | None:
    """Left over "who examined it" to the noun it explains."""
    for k in range(i - 1, max(0, i - 8), -1):
        if items[k].cls in ("COMMA", "STOP", "Q", "COLON", "DASH"):
            return None
        if items[k].low in ("who", "that") and items[k].cls == "SUB" and items[k - 1].cls in NOMINAL:
            return phrase_ending(items, k - 1)
    return None


def _over_adverbs(items: list[Item], i: int) -> int:
    """Left over auxiliaries, adverbs, negations and "on Thursday"."""
    stop = max(-1, i - REACH)
    while i > stop:
        item = items[i]
        if (
            item.cls in ("AUX", "ADV")
            or item.low in ("himself", "herself", "itself", "themselves")
            or (
                item.cls == "DET"
                and i + 1 < len(items)
                and items[i + 1].cls == "TIME"
                and item.low in ("the", "this", "that", "a")
            )
            or (
                item.low in ("over", "during", "earlier", "late", "early")
                and i + 2 < len(items)
                and items[i + 1].low in ("the", "this")
                and items[i + 2].cls == "TIME"
            )
        ):
            i -= 1
        elif (
            item.low == "to"
            and i > 0
            and items[i - 1].low in ("on", "went", "continued", "continues", "going", "declined", "refused")
        ):
            i -= 2
        elif (
            (item.cls == "VERB" and items[i].low in ("went", "goes", "began", "continued", "declined", "refused"))
            or item.cls == "TIME"
            or (
                item.low in ("on", "in", "this", "last", "that", "of")
                and i + 1 < len(items)
                and items[i + 1].cls == "TIME"
            )
            or (item.cls == "NUM" and i > 0 and items[i - 1].cls == "TIME")
        ):
            i -= 1
        else:
            break
    return i


def _over_apposition(items: list[Item], i: int) -> Mention | None:
    """Left over ", a spokesman for the group," to the name it explains; a bare name between commas is the speaker."""
    closing = items[i].cls
    opening = {"COMMA": "COMMA", "RPAR": "LPAR", "DASH": "DASH"}[closing]
    k = i - 1
    stop = max(-1, i - REACH)
    while k > stop and items[k].cls != opening and items[k].cls not in ("STOP", "COLON"):
        if items[k].cls == "Q" and opening == "COMMA":
            return None
        k -= 1
    if k <= stop or items[k].cls != opening or k == 0:
        return None
    inner = items[k + 1 : i]
    if (
        closing == "COMMA"
        and inner
        and all(x.cls == "NAME" for x in inner)
        and len(inner) <= 4
        and items[k - 1].cls in ("WORD", "NAME")
    ):
        role = items[k - 1].low in words.ROLE_NOUNS or items[k - 1].low in words.TITLES or len(inner) > 1
        if role and not is_body([x.text for x in inner]):
            return Mention(k + 1, i)
    if closing == "COMMA" and inner and inner[0].cls == "AUX":
        return None  # "a load that moves, can crack, said …": no apposition but the clause goes on
    before = items[k - 1]
    if before.cls in ("COMMA", "RPAR") and k > 1:
        return _over_apposition(items, k - 1) if before.cls != "COMMA" else None
    if (
        closing == "COMMA"
        and inner
        and inner[0].cls in ("CONJ", "SUB")
        and inner[0].low not in ("who", "whose", "which", "as")
    ):
        return None
    if before.cls == "PRON" and before.low in words.SUBJECT_PRONOUNS:
        return Mention(k - 1, k)
    if before.cls in NOMINAL or before.cls == "TIME":
        found = phrase_ending(items, k - 1) if before.cls in NOMINAL else None
        if (
            found
            and closing == "COMMA"
            and found.first > 0
            and items[found.first - 1].cls == "COMMA"
            and not _is_person(items, found)
        ):
            # a chain of commas: "Smith, a Republican from Ohio, the panel's head, said"
            earlier = _over_apposition(items, found.first - 1)
            if earlier is None and found.first > 1 and items[found.first - 2].cls == "NAME":
                earlier = phrase_ending(items, found.first - 2)  # "Smith, 34, of Hill Road, said"
            return earlier or found
        return found
    if before.cls == "COMMA" or before.cls == "ADV":
        return None
    return subject_before(items, k)


def _is_person(items: list[Item], mention: Mention) -> bool:
    return any(x.cls == "NAME" for x in items[mention.first : mention.last])


def phrase_ending(items: list[Item], last: int) -> Mention:
    """The noun phrase whose last item is `last`: as far left as nouns, articles and, where it stays clean, prepositions go."""
    first = base = last
    stop = max(-1, last - REACH)
    i = last
    while i > stop:
        item = items[i]
        if (
            item.cls in NOMINAL
            or (item.cls == "Q" and i > 0 and items[i - 1].cls == "NAME" and items[i + 1].cls == "NAME")
            or (item.cls in ("ADV", "TIME") and i > 0 and items[i - 1].cls in ("DET", "POSS"))
            or (item.cls == "TIME" and i < last and items[i + 1].cls == "POSS")
        ):
            first = i
        else:
            break
        i -= 1
    base = first
    # prepositions and "and": only when the whole chain reaches a clean edge
    while i > stop and i > 0:
        item = items[i]
        joins = (item.cls == "PREP" and item.low in LINK_PREPS) or (item.cls == "CONJ" and item.low in ("and", "&"))
        if not joins or items[i - 1].cls not in NOMINAL:
            break
        i -= 1
        while i > stop and items[i].cls in NOMINAL:
            i -= 1
        edge = (
            i < 0
            or items[i].cls in ("COMMA", "COLON", "STOP", "SUB", "Q", "DASH", "LPAR", "PUNCT")
            or (items[i].cls == "CONJ" and items[i].low == "but")
        )
        if edge or (items[i].cls == "PREP" and items[i].low in LINK_PREPS) or items[i].cls == "CONJ":
            if edge or _role_head(items, i + 1):
                first = i + 1
        else:
            break
    while first < base and items[first].cls in ("PREP", "CONJ"):
        first += 1
    first = _after_opening(items, first, last)
    return Mention(_trim_first(items, first, last), last + 1)


def _after_opening(items: list[Item], first: int, last: int) -> int:
    """ "In a radio interview Smith said": an opening phrase and the name behind it are two phrases."""
    name = last
    while name > first and items[name - 1].cls == "NAME" and items[name].cls == "NAME":
        name -= 1
    if not (
        first < name <= last
        and items[name].cls == "NAME"
        and first > 0
        and items[first - 1].cls == "PREP"
        and first <= 3
    ):
        return first
    before = items[name - 1]
    role = before.low in words.ROLE_NOUNS or before.low in words.TITLES or before.cls in ("DET", "POSS")
    return first if role or before.cls != "WORD" else name


def _role_head(items: list[Item], first: int) -> bool:
    for item in items[first : first + 5]:
        if item.cls in ("PREP", "CONJ"):
            return False
        if item.low in words.ROLE_NOUNS:
            return True
    return False


def _trim_first(items: list[Item], first: int, last: int) -> int:
    while first < last and items[first].cls == "POSS":
        first += 1
    year = items[first].cls == "NUM" and len(items[first].text) == 4 and items[first].text[:2] in ("19", "20")
    return first + 1 if year and first < last and items[first + 1].cls == "NAME" else first


def subject_after(items: list[Item], at: int) -> Mention | None:
    """The subject that begins at item `at`, as after an inverted cue or "according to": up to a verb, a day or a mark."""
    i = at
    end = min(len(items), at + REACH)
    if i < end and items[i].cls == "PRON" and items[i].low not in ("it", "i", "me"):
        return Mention(i, i + 1)
    role = False
    while i < end:
        item = items[i]
        if item.cls in NOMINAL:
            role = role or item.low in words.ROLE_NOUNS or item.cls == "WORD"
        elif item.cls == "PREP" and i > at and item.low in ("of", "for", "at", "in", "from", "with", "to", "on"):
            if not (role or item.low == "of") or i + 1 >= end or items[i + 1].cls not in NOMINAL:
                break
        elif item.cls == "CONJ" and item.low in ("and", "&") and i > at and i + 1 < end and items[i + 1].cls in NOMINAL:
            if any(x.cls in ("CUE", "VERB", "AUX") for x in items[i + 1 : i + 7]):
                break
        elif item.cls == "Q" and i > at and items[i - 1].cls == "NAME" and i + 1 < end and items[i + 1].cls == "NAME":
            pass
        else:
            break
        i += 1
    while i > at and items[i - 1].cls in ("PREP", "CONJ", "DET"):
        i -= 1
    if i == at:
        return None
    if i == at + 1 and items[at].cls in ("NUM", "POSS"):
        return None
    if i + 1 < end and items[i].cls == "COMMA":  # "said the spokesman, Peter Carr."
        k = i + 1
        while k < end and items[k].cls == "NAME":
            k += 1
        plain = not any(x.cls == "NAME" for x in items[at:i]) or items[i - 1].low in words.ROLE_NOUNS
        if 0 < k - i - 1 <= 4 and plain and (k >= len(items) or items[k].cls in ("STOP", "COMMA", "Q")):
            return Mention(i + 1, k)
    return Mention(at, i)
