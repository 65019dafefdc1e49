"""How a reporting verb takes what it reports: for a fact, neither way, or with doubt. Own lists.

The categories are published ones. *Factive*: the sentence takes its complement for true, whoever said it (Kiparsky & Kiparsky
1970, "Fact"; the semi-factives of Hooper 1975, "On assertive predicates", are with them). *Doubting*: strong assertives that
style guides advise against, because they say that the outlet does not vouch for the words ("claimed", "insisted"), and verbs
and adverbs of pretence. All others are neutral, and so are denials: they take no side on what is denied.
"""

import re
from functools import cache

from claims.comparison.found import Scale
from claims.language.verbs import forms_of
from claims.language.words import listed

FACTIVE = listed("""
    acknowledge admit concede confess confirm discover disclose divulge grasp know learn note notice observe
    prove realise realize recall recognise recognize regret remember remind reveal understand verify
""")
DOUBTING = listed("""
    claim allege assert insist contend maintain purport pretend profess protest rationalise rationalize imagine
    fancy suppose hint insinuate
""")
PHRASES = {
    Scale.FACTIVE: listed(
        "point_out pointed_out pointing_out points_out own_up owned_up come_clean came_clean made_clear makes_clear"
    ),
    Scale.DOUBTING: listed("would_have_us_believe"),
}
DOUBTING_ADVERBS = frozenset(
    listed("""
    falsely wrongly baselessly supposedly allegedly purportedly incorrectly misleadingly inaccurately dubiously
    untruthfully erroneously ostensibly
""")
)
THOUGHT = listed(
    "grasp know learn notice observe realise realize recognise recognize remember understand imagine suppose pretend"
)
NO_REPORT = re.compile(
    r"^(?:\w+\s){0,2}?(?:would|could|should|must|may|might|can|will)\b|\b(?:claims?|assertions?)\s(?:of|about|to|on|for)\b|^to\s",
    re.I,
)
PARTED = re.compile(r"\b(?:not|never|refus\w+|fail\w* to|declin\w+|without|yet to)\b|n[’']t\b", re.I)


def scale_of(cue: str | None) -> Scale:
    """Where a cue stands on the scale; `cue` is the words as they stand ("has falsely claimed", "said in a statement").

    The first word that a list knows decides, an adverb of doubt before any. What is not admitted or confirmed is neutral.
    """
    if not cue:
        return Scale.NEUTRAL
    words = re.findall(r"[\w’'-]+", cue.lower())
    if DOUBTING_ADVERBS & set(words):
        return Scale.DOUBTING
    pairs = {"_".join(words[i : i + n]) for n in (2, 4) for i in range(len(words))}
    found = next((scale for scale, phrases in PHRASES.items() if pairs & set(phrases)), None)
    found = found or next((_forms()[word] for word in words if word in _forms()), Scale.NEUTRAL)
    return Scale.NEUTRAL if found is Scale.FACTIVE and PARTED.search(cue) else found


def is_report(cue: str, in_marks: bool) -> bool:
    """Whether a cue tells that somebody said something: no "would know", no "claims of", and without the words in marks no "realized"."""
    thought = _thoughts() & set(re.findall(r"[\w’'-]+", cue.lower()))
    return not NO_REPORT.search(cue) and (in_marks or not thought)


@cache
def _thoughts() -> frozenset[str]:
    return frozenset(form for verb in THOUGHT for form in forms_of(verb))


@cache
def _forms() -> dict[str, Scale]:
    scales = {
        form: scale
        for scale, verbs in ((Scale.FACTIVE, FACTIVE), (Scale.DOUBTING, DOUBTING))
        for verb in verbs
        for form in forms_of(verb)
    }
    scales |= dict.fromkeys(("finds", "found"), Scale.FACTIVE)
    for verb in listed("say tell write add state explain describe declare announce report"):
        scales |= dict.fromkeys(forms_of(verb), Scale.NEUTRAL)
    return scales
