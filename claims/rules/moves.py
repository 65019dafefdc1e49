"""The one table of status moves; the service, the buttons, the log, the diagram in docs/ and the exhaustive test read it.

Decided here, within docs/design.md: a claim in check that nobody holds (its lease ran out, it was returned or reopened) is
taken like a new one; an editor may release what another holds; restore goes back to new unless the claim was in check;
the gates of a rating hold not only for propose but for every move that fixes a verdict's content (settle, correct);
whoever worked on a draft that another took over and proposed cannot be its second reader.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from claims.rules.conditions import CONDITIONS, Actor, ClaimFacts, Condition
from claims.rules.statuses import Status
from newsdesk.errors import BadInput, DeskError, NotAllowed, NotPossibleNow
from newsdesk.roles import Role

__all__ = ["MOVES", "Actor", "ClaimFacts", "Move", "OpenMove", "check_move", "moves_open_to"]


@dataclass(frozen=True, slots=True)
class Move:
    """One row. `to` None means back to the status before; `conditions` are names in CONDITIONS, asked in this order;
    `needs_note` is what the note is called on screen ("reason"), "" where none is needed."""

    name: str
    label: str
    from_statuses: tuple[Status, ...]
    to: Status | None
    role: Role
    conditions: tuple[str, ...]
    needs_note: str
    explanation: str

    @property
    def targets(self) -> tuple[Status, ...]:
        """Every status this move can lead to."""
        return (Status.NEW, Status.IN_CHECK) if self.to is None else (self.to,)

    def target(self, claim: ClaimFacts) -> Status:
        """The status this claim would have after the move."""
        if self.to is not None:
            return self.to
        return Status.IN_CHECK if claim.status_before is Status.IN_CHECK else Status.NEW

    def failing(self, claim: ClaimFacts, by: Actor) -> Iterator[Condition]:
        """The conditions that this claim and person fail, role and status apart."""
        return (CONDITIONS[name] for name in self.conditions if not CONDITIONS[name].holds(claim, by))


@dataclass(frozen=True, slots=True)
class OpenMove:
    """A move that role and status allow; where it is not `possible`, `sentence` is what check_move would say."""

    move: Move
    possible: bool
    sentence: str


_NEW, _CHECK, _PROPOSED, _CONTESTED = Status.NEW, Status.IN_CHECK, Status.PROPOSED, Status.CONTESTED
_SIGNED, _PUBLISHED, _RETRACTED = Status.SIGNED_OFF, Status.PUBLISHED, Status.RETRACTED
_STANDING = tuple(status for status in Status if status is not _RETRACTED)
_CHECKER, _EDITOR, _STANDARDS = Role.CHECKER, Role.EDITOR, Role.STANDARDS_EDITOR
_BLIND = ("not by the proposer", "took no part in it", "has rated")

MOVES: dict[str, Move] = {
    move.name: move
    for move in (
        Move("take", "Take", (_NEW, _CHECK), _CHECK, _CHECKER, ("not held by another", "not yet held by the taker"), "",
             "Start checking this claim; it is held for you meanwhile."),
        Move("release", "Release", (_CHECK,), _NEW, _CHECKER, ("by the holder or an editor",), "",
             "Put the claim back in the queue for somebody else."),
        Move("dismiss", "Dismiss", (_NEW, _CHECK), Status.DISMISSED, _CHECKER,
             ("never published", "not held by another"), "reason", "Decide not to check this claim."),
        Move("restore", "Restore", (Status.DISMISSED,), None, _CHECKER, (), "reason",
             "Bring a dismissed claim back to where it was."),
        Move("propose", "Propose", (_CHECK,), _PROPOSED, _CHECKER,
             ("held by somebody", "by the holder", "the gates hold"), "",
             "Propose a verdict: rating, rationale and citations."),
        Move("withdraw", "Withdraw", (_PROPOSED,), _CHECK, _CHECKER, ("by the proposer",), "",
             "Take your own proposal back to go on checking."),
        Move("confirm", "Confirm", (_PROPOSED,), _SIGNED, _CHECKER, (*_BLIND, "the ratings agree"), "",
             "Sign off a verdict that you rated the same without seeing it."),
        Move("contest", "Contest", (_PROPOSED,), _CONTESTED, _CHECKER, (*_BLIND, "the ratings differ"), "",
             "Hand a claim that you rated differently to an editor."),
        Move("sign off alone", "Sign off alone", (_PROPOSED,), _SIGNED, _CHECKER,
             ("the second reader is switched off", "by the proposer"), "",
             "Sign off your own verdict at a desk of one; the permalink says that nobody else read it."),
        Move("settle", "Settle", (_CONTESTED,), _SIGNED, _EDITOR,
             ("neither proposer nor second reader", "the gates hold"), "note",
             "Decide between two ratings and sign off."),
        Move("return", "Return", (_PROPOSED, _CONTESTED, _SIGNED), _CHECK, _EDITOR, (), "note",
             "Send the claim back to be checked further."),
        Move("publish", "Publish", (_SIGNED,), _PUBLISHED, _EDITOR, (), "",
             "Put the verdict on its permalink."),
        Move("correct", "Correct", (_PUBLISHED,), _PUBLISHED, _EDITOR, ("the rating stays", "the gates hold"),
             "public notice", "Publish the next version with other wording or citations, and say so in public."),
        Move("reopen", "Reopen", (_PUBLISHED,), _CHECK, _EDITOR, (), "",
             "Check the claim again; the published version stays up, marked as being looked at again."),
        Move("retract", "Retract", _STANDING, _RETRACTED, _STANDARDS, ("has a published version",), "public notice",
             "Take the published verdict back; the page stays and says why."),
    )
}  # fmt: skip


def check_move(move: str, claim: ClaimFacts, by: Actor, *, note: str = "") -> Status:
    """The status after the move, or NotAllowed, NotPossibleNow or BadInput with the sentence that says why not."""
    row = MOVES.get(move)
    if row is None:
        raise BadInput(f"There is no move called “{move}”.")
    refusal = _refusal(row, claim, by)
    if refusal:
        raise refusal
    if row.needs_note and not note.strip():
        raise BadInput(f"“{row.label}” needs a {row.needs_note}: write one.")
    return row.target(claim)


def moves_open_to(claim: ClaimFacts, by: Actor) -> list[OpenMove]:
    """The moves that role and status allow, in the table's order, each with why not where a further condition fails."""
    listed = []
    for row in MOVES.values():
        if _outer_refusal(row, claim, by) or any(condition.hides for condition in row.failing(claim, by)):
            continue
        refusal = _refusal(row, claim, by)
        listed.append(OpenMove(row, refusal is None, refusal.sentence if refusal else ""))
    return listed


def _outer_refusal(row: Move, claim: ClaimFacts, by: Actor) -> DeskError | None:
    """Why role or status forbid the move, None where they do not."""
    if not by.role.includes(row.role):
        return NotAllowed(f"“{row.label}” is for {_roles_from(row.role)}; your role is {by.role}.")
    if claim.status not in row.from_statuses:
        if claim.status is row.to:
            return NotPossibleNow(f"“{row.label}” is not possible: this claim is {claim.status} already.")
        statuses = _either(row.from_statuses)
        return NotPossibleNow(f"“{row.label}” takes a claim that is {statuses}; this one is {claim.status}.")
    return None


def _refusal(row: Move, claim: ClaimFacts, by: Actor) -> DeskError | None:
    refusal = _outer_refusal(row, claim, by)
    if refusal is None:
        for condition in row.failing(claim, by):
            return condition.refusal(claim)
    return refusal


def _roles_from(role: Role) -> str:
    return " and ".join(f"{one}s" for one in Role if one.includes(role))


def _either(statuses: tuple[Status, ...]) -> str:
    *first, last = [str(status) for status in statuses]
    return f"{', '.join(first)} or {last}" if first else last
