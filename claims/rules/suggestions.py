"""Who decides about what the comparison suggests. Pure.

Checkers confirm and reject what they can see in the copy; which articles share an origin and which variant is the primary one
weighs on every verdict of the story, and is for editors.
"""

from enum import StrEnum

from newsdesk.errors import NotAllowed
from newsdesk.roles import Role


class Deciding(StrEnum):
    """What can be decided; the word is that of the buttons."""

    CONFIRM = "confirm"
    REJECT = "reject"
    JOIN = "join"
    PART = "part"
    PRIMARY = "name a primary variant"
    UNDO = "undo"


ORIGIN = "origin"
"""What a suggestion of shared origin is about (claims.comparison.decisions.About)."""
_WHAT = {
    Deciding.CONFIRM: "Confirming",
    Deciding.REJECT: "Rejecting",
    Deciding.JOIN: "Joining",
    Deciding.PART: "Parting",
    Deciding.PRIMARY: "Naming a primary variant",
    Deciding.UNDO: "Undoing",
}
ONLY_EDITORS = "{what}{of} is for editors and standards editors; your role is {role}."
NOT_YOURS = "Only who decided this, or an editor, undoes it."


def least_role(deciding: Deciding, about: str) -> Role:
    """Who may decide so about this kind of suggestion."""
    return Role.EDITOR if about == ORIGIN or deciding is Deciding.PRIMARY else Role.CHECKER


def why_not(deciding: Deciding, about: str, role: Role, *, own: bool = True) -> str:
    """The sentence that refuses it, "" where it is allowed; `own`: whether the person took the decision to be undone."""
    if not role.includes(least_role(deciding, about)):
        of = " shared origins" if about == ORIGIN else ""
        return ONLY_EDITORS.format(what=_WHAT[deciding], of=of, role=role.value)
    if deciding is Deciding.UNDO and not own and not role.includes(Role.EDITOR):
        return NOT_YOURS
    return ""


def check_deciding(deciding: Deciding, about: str, role: Role, *, own: bool = True) -> None:
    """Raises NotAllowed with the sentence."""
    if sentence := why_not(deciding, about, role, own=own):
        raise NotAllowed(sentence)
