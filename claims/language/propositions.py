"""Cuts what is claimed into propositions: one claim states one thing that can be looked into."""

import re

from claims.language import words
from claims.language.verbs import VERB_FORMS

SUBJECT = (
    r"(?:there|it|he|she|they|we|I|this|these|those|(?:the|a|an|any|some|no|its|his|her|their|our)\s[\w’'-]+(?:\s[\w’'-]+){0,3}?"
    r"|[A-Z][\w’'.-]*(?:\s[A-Z][\w’'.-]*){0,3})"
)
FINITE = (
    r"(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|did|does|do|cannot|can’t|won’t|didn’t|doesn’t"
    r"|isn’t|wasn’t|aren’t|weren’t|hadn’t|hasn’t|haven’t|can't|won't|didn't|doesn't|isn't|wasn't|aren't|weren't|hadn't|hasn't|haven't)"
)
JOINT = re.compile(
    rf"(?:,|;)\s(?:and|but)\s(?={SUBJECT}\s{FINITE}\b)|,?\s(?:and|but)\s(?:also\s)?that\s(?=[\w“\"‘'])|;\s(?={SUBJECT}\s{FINITE}\b)"
)
CONDITION = re.compile(r"\b(?:if|unless|whether|when|until|while|although|though|because|since)\b", re.I)
LEAST = 4  # words of a part
FAR = 600  # code points on either side of a joint that are looked at


def propositions(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The stretch cut where another whole proposition begins, as offsets; what hangs on a condition stays in one piece."""
    parts = []
    low = start
    for joint in JOINT.finditer(text, start, end):
        left = text[max(low, joint.start() - FAR) : joint.start()]
        right = text[joint.end() : min(end, joint.end() + FAR)]
        if CONDITION.match(left) or not (_whole(left) and _whole(right)):
            continue
        parts.append((low, joint.start()))
        low = joint.end()
    return [*parts, (low, end)]


def _whole(part: str) -> bool:
    spelled = [w.strip("“”\"'‘’.,;:!?()[]").lower().replace("’", "'") for w in part.split()]
    verbs = any(w in words.AUXILIARIES or w in VERB_FORMS or w.endswith("n't") for w in spelled)
    return len(spelled) >= LEAST and verbs
