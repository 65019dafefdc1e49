"""Sentences turned by rule into ones that say the same, or the contrary. Each gives None where its rule finds nothing."""

import random
import re
from dataclasses import dataclass

AUX = {
    "is",
    "are",
    "was",
    "were",
    "has",
    "have",
    "had",
    "will",
    "would",
    "can",
    "could",
    "should",
    "may",
    "might",
    "must",
    "does",
    "do",
    "did",
}
OPPOSITES = """
rose fell; increased decreased; won lost; accepted rejected; confirmed denied; approved blocked; before after; more fewer; more less; first last
killed saved; arrived left; started ended; began stopped; began ended; open closed; opened closed; north south; east west; northern southern; eastern western
supported opposed; supports opposes; support oppose; guilty innocent; legal illegal; male female; man woman; men women; he she; his her; up down
above below; over under; true false; alive dead; allowed banned; old new; young old; large small; big small; long short; high low; higher lower
early late; earlier later; same different; most least; all none; many few; always never; everyone nobody; everything nothing; with without; best worst
good bad; better worse; strong weak; public private; rich poor; husband wife; father mother; son daughter; brother sister; son brother; king queen; actor actress
born died; married divorced; joined left; hired fired; bought sold; found lost; passed failed; entered left; agreed refused; agree disagree
agreed disagreed; success failure; successful unsuccessful; possible impossible; likely unlikely; major minor; majority minority; inside outside; day night
morning evening; summer winter; January July; March September; April October; Monday Thursday; Tuesday Friday; American British; French German; Russian Chinese
France Germany; China India; Russia Canada; London Paris; Washington Berlin; film book; song novel; singer painter; war peace; increase decrease; rise fall
gained lost; raised lowered; expanded shrank; included excluded; remained left; built destroyed; safe dangerous; hot cold; easy difficult; black white
""".strip()
SAME = """
said stated; told informed; but however; about approximately; began started; ended finished; big large; small little; also too; many numerous; often frequently
because since; help aid; helped aided; buy purchase; bought purchased; show demonstrate; shows demonstrates; showed demonstrated; use utilize; used utilized
received got; children kids; car automobile; film movie; near close to; quickly rapidly; killed murdered; died passed away; wrote authored; created made; famous well-known
United States U.S.; US United States; per cent percent; people persons; important significant; difficult hard; government authorities; firm company; needs requires; need require
attempted tried; chose selected; located situated; throughout across; until till; almost nearly; roughly about; whole entire; main principal; first initial; final last; more than over
at least no fewer than; do not don't; did not didn't; was not wasn't; is not isn't; are not aren't; cannot can't; will not won't; it is it's; could not couldn't; would not wouldn't
one 1; two 2; three 3; four 4; five 5; six 6; seven 7; eight 8; nine 9; ten 10; twelve 12
""".strip()


def _table(text: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for entry in re.split(r"[;\n]", text):
        words = entry.split()
        for cut in range(1, len(words)):
            a, b = " ".join(words[:cut]), " ".join(words[cut:])
            if len(words) == 2 or _joined(a, b):
                found.setdefault(a, []).append(b)
                found.setdefault(b, []).append(a)
    return found


def _joined(a: str, b: str) -> bool:
    """Which words of an entry of three or more belong together."""
    whole = {"close to", "passed away", "United States", "per cent", "more than", "at least", "no fewer than", "it is"}
    return a in whole or b in whole or a.endswith(" not")


CONTRARY, SYNONYM = _table(OPPOSITES), _table(SAME)
FIND_CONTRARY, FIND_SYNONYM = (
    re.compile(r"(?<![\w-])(?:" + "|".join(sorted(map(re.escape, t), key=len, reverse=True)) + r")(?![\w-])")
    for t in (CONTRARY, SYNONYM)
)
NUMBER = re.compile(r"(?<![\w.,])\d{1,3}(?:,\d{3})+(?![\w])|(?<![\w.,-])\d+(?:\.\d+)?(?![\w-])")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its words: rows of id, start, end, lemma, tag, head, relation."""

    text: str
    words: tuple[tuple[int, int, int, str, str, int, str], ...]

    @classmethod
    def of(cls, text: str, rows: list[list[str]]) -> "Sentence | None":
        """From CoNLL-U rows; None where a word is not found in the text."""
        words, at = [], 0
        for r in rows:
            start = text.find(r[1], at)
            if start < 0 or start > at + 3:
                return None
            at = start + len(r[1])
            words.append((int(r[0]), start, at, r[2], r[4], int(r[6]), r[7].split(":")[0]))
        return cls(text, tuple(words))

    @property
    def root(self) -> tuple[int, int, int, str, str, int, str]:
        return next(w for w in self.words if w[5] == 0)

    @property
    def root_word(self) -> str:
        return self.text[self.root[1] : self.root[2]]

    def below(self, head: int) -> set[int]:
        """The word and all that hang on it."""
        found, more = {head}, True
        while more:
            new = {w[0] for w in self.words if w[5] in found} - found
            more = bool(new)
            found |= new
        return found


def denied(s: Sentence) -> str | None:
    """The main clause denied, or its denial taken away."""
    root = s.root
    held = [w for w in s.words if w[5] == root[0]]
    no = [w for w in held if w[3] in ("not", "never")]
    if no:
        w = no[0]
        gone = s.text[w[1] : w[2]]
        if gone not in ("not", "never") or s.text[w[1] - 1] != " ":
            return None
        return s.text[: w[1] - 1] + s.text[w[2] :]
    helper = [w for w in held if w[6] in ("aux", "cop") and s.text[w[1] : w[2]].lower() in AUX]
    if helper:
        end = helper[0][2]
        return s.text[:end] + " not" + s.text[end:]
    form = {"VBD": "did not", "VBZ": "does not", "VBP": "do not"}.get(root[4])
    if not form or not any(w[6] == "nsubj" and w[0] < root[0] for w in held):
        return None
    return s.text[: root[1]] + f"{form} {root[3]}" + s.text[root[2] :]


def shorter(s: Sentence) -> str | None:
    """The same without an apposition, a clause beside the main one, or what stands in brackets."""
    for w in s.words:
        if w[6] not in ("appos", "advcl", "parataxis") or w[5] == 0:
            continue
        inside = s.below(w[0])
        spans = [x for x in s.words if x[0] in inside]
        start, end = spans[0][1], spans[-1][2]
        if len(spans) != spans[-1][0] - spans[0][0] + 1 or len(spans) > 0.6 * len(s.words) or len(spans) < 2:
            continue
        rest = (s.text[:start].rstrip(" ,(–-") + " " + s.text[end:].lstrip(" ,)–-")).strip()
        rest = re.sub(r"\s+([.,!])", r"\1", rest)
        return rest[:1].upper() + rest[1:]
    return None


def other_number(text: str, rng: random.Random) -> str | None:
    """One number changed."""
    found = list(NUMBER.finditer(text))
    if not found:
        return None
    m = rng.choice(found)
    plain = m.group().replace(",", "")
    value = float(plain)
    new = (
        value + rng.choice([-7, -3, -2, -1, 1, 2, 3, 5, 10])
        if 1000 < value < 2100
        else value * rng.choice([0.5, 2, 3, 1.5, 10]) + 1
    )
    shown = f"{new:.1f}" if "." in plain else f"{int(new):,}" if "," in m.group() else str(int(new))
    return text[: m.start()] + shown + text[m.end() :] if shown != m.group() else None


def opposite(text: str, rng: random.Random, main: str | None = None) -> str | None:
    """One word exchanged for its contrary; that of the main clause where one is named."""
    return _exchange(text, FIND_CONTRARY, CONTRARY, rng, main)


def alike(text: str, rng: random.Random) -> str | None:
    """One word or more exchanged for the same in other words."""
    new = _exchange(text, FIND_SYNONYM, SYNONYM, rng)
    return (_exchange(new, FIND_SYNONYM, SYNONYM, rng) if rng.random() < 0.4 else None) or new if new else None


def _exchange(
    text: str, find: re.Pattern, table: dict[str, list[str]], rng: random.Random, main: str | None = None
) -> str | None:
    found = [m for m in find.finditer(text) if main is None or m.group() == main]
    if not found:
        return None
    m = rng.choice(found)
    return text[: m.start()] + rng.choice(table[m.group()]) + text[m.end() :]


def swapped(s: Sentence) -> str | None:
    """Subject and object change places, where both are names."""
    root = s.root[0]
    names = {w[6]: w for w in s.words if w[4].startswith("NNP") and (w[5] == root)}
    if "nsubj" not in names or "obj" not in names:
        return None
    spans = []
    for w in (names["nsubj"], names["obj"]):
        inside = [
            x
            for x in s.words
            if x[0] == w[0] or (x[5] == w[0] and x[6] in ("compound", "flat") and x[4].startswith("NNP"))
        ]
        spans.append((inside[0][1], inside[-1][2]))
    (a, b), (c, d) = sorted(spans)
    return s.text[:a] + s.text[c:d] + s.text[b:c] + s.text[a:b] + s.text[d:]
