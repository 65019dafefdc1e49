"""How worth checking a claim is, from features anybody can read off the words. It sorts the queue and hides nothing."""

import re
from dataclasses import dataclass

from claims.language.verbs import VERB_FORMS
from claims.language.words import listed

WORD = re.compile(r"[^\W_][\w’'.-]*")
NUMBER = re.compile(
    r"\d|\b(?:dozen|hundred|thousand|million|billion|trillion|half|third|quarter|fifth|percent|per cent|twice|double)s?\b",
    re.I,
)
DATE = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|september|october|november|december"
    r"|yesterday|last (?:week|month|year|summer|winter|spring|autumn|fall)|(?:earlier|previously|recent(?:ly)?|since|ago)|(?:19|20)\d\d)\b",
    re.I,
)
COMPARISON = re.compile(
    r"\b(?:more|fewer|less|greater|higher|lower|larger|smaller|better|worse) than\b|\b(?:most|first|largest|biggest|highest|lowest|only|nearly|almost)\b",
    re.I,
)
QUESTION = re.compile(r"\?\W*$")
CONSEQUENCES = frozenset(
    listed("""
    kill killed kills died dead death deaths wounded injured hurt arrested charged convicted sentenced fired resigned banned
    attack attacked attacks surrounded encircled captured seized retaken destroyed collapsed lost cost costs paid stole stolen
    fraud corruption crime criminal illegal unlawful war troops soldiers forces military weapons votes voted election ceasefire cease-fire
    truce deal agreement treaty law tax taxes budget jobs territory border aid sanctions invasion incursion annexed annexation
    evacuated infected flooded closed approved rejected vetoed signed passed lied denied refused halted withdrew withdrawn
    controlled control controls accepted agreed proposed requested ordered launched released received spoken met
""")
)
OPINION = frozenset(
    listed("""
    good great bad terrible horrible awful wonderful amazing beautiful best worst sad happy proud nice ridiculous disgraceful
    disgrace shameful tragic outrageous stupid smart brilliant excellent fantastic tough hopeful optimistic optimism hope hopes
    disappointed disappointing positive productive difficult important necessary emphatic straightforward confident believe feel
    think love hate wish bless glad thankful grateful deserve unfair fair wrong right chance dilemma incentive key endless
    skeptical sceptical concerned worried predictable manipulative unacceptable disgruntled lasting warm
""")
)
FUTURE = frozenset(
    listed("""
    will would could may might should must shall can 'll ’ll won't won’t if unless perhaps maybe likely possible potentially aims planned plans seem seems appear appears going
""")
)
FEELING = frozenset(
    listed("""
    i we my our me us
""")
)
SPEECH_ACTS = frozenset(
    listed("""
    urge praise hail laud applaud ask welcome thank congratulate hope call express stress underline highlight criticize criticise refer seek encourage vow pledge promise want echo
""")
)


# how far the trained judge moves a priority: its questions' probabilities less what is usual in news, times these (chosen on
# claims_dev, each article by the other four: mean average precision 0.843, by the rules alone 0.836)
WORTH, USUAL_WORTH = 0.3, 0.75
SUBJECTIVE, USUAL_SUBJECTIVE = -0.1, 0.15


@dataclass(frozen=True, slots=True)
class Weighed:
    """A priority in 0..1 with the features that made it, each with its part."""

    priority: float
    features: tuple[tuple[str, float], ...]


def weigh(
    text: str, *, attributed: bool, denies: bool = False, family: str = "", base: str = "", named: int | None = None
) -> Weighed:
    """The priority of the claim in `text`. `family` and `base` are the cue's, "" for the outlet's own voice ("aside" beside a report)."""
    spelled = WORD.findall(text)
    low = [w.lower() for w in spelled]
    seen = set(low)
    shouting = text.isupper()
    names = named if named is not None else sum(1 for w in spelled[1:] if w[0].isupper() and not shouting)
    acts = sum(1 for w in low if VERB_FORMS.get(w) == "VBD") + len(seen & {"has", "have", "had", "was", "were"})
    features = [
        ("numbers", 0.10 if NUMBER.search(text) else 0.0),
        ("date or time", 0.07 if DATE.search(text) else 0.0),
        ("comparison", 0.04 if COMPARISON.search(text) else 0.0),
        ("named actors", min(0.12, 0.04 * names)),
        ("something done", min(0.12, 0.06 * acts)),
        ("consequences", min(0.15, 0.06 * len(seen & CONSEQUENCES))),
        ("denial", 0.08 if denies or seen & {"denied", "false", "no", "not", "never", "n't"} else 0.0),
        ("opinion", -min(0.24, 0.08 * len(seen & OPINION))),
        ("future or possible", -0.16 if seen & FUTURE else 0.0),
        ("feelings", -0.05 if seen & FEELING else 0.0),
        ("question", -0.3 if QUESTION.search(text) else 0.0),
        ("belief or wish", -0.15 if family == "want" else 0.0),
        ("aside", -0.2 if family == "aside" else 0.0),
        ("act of speech", -0.12 if family == "object" or base in SPEECH_ACTS else 0.0),
        ("short", -0.2 if len(low) < 4 else -0.08 if len(low) < 7 else 0.0),
        ("the outlet's own voice", 0.0 if attributed else 0.03),
    ]
    kept = tuple((name, part) for name, part in features if part)
    total = 0.42 + sum(part for _, part in kept)
    return Weighed(round(min(0.99, max(0.02, total)), 3), kept)


def judged(priority: float, worth: float | None, subjective: float | None) -> float:
    """The rules' priority moved by what the judge says of the claim's words; unmoved where it says nothing.

    It learnt from debates, where a figure is worth checking and a plan is not; news is told apart by the rules' features, so it
    moves the order and does not make it.
    """
    if worth is None or subjective is None:
        return priority
    moved = priority + WORTH * (worth - USUAL_WORTH) + SUBJECTIVE * (subjective - USUAL_SUBJECTIVE)
    return round(min(0.99, max(0.02, moved)), 3)
