"""Every move × every status × every role × every condition, against a table written down a second time from docs/design.md."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import product

import pytest

from claims.rules.conditions import CONDITIONS
from claims.rules.moves import MOVES, Actor, ClaimFacts, check_move, moves_open_to
from claims.rules.statuses import Status
from newsdesk.errors import BadInput, DeskError, NotAllowed, NotPossibleNow
from newsdesk.roles import Role

ME, OTHER, THIRD = 1, 2, 3
GATE = "Needs two independent origins that support, or one primary source; no citation supports yet."
ALL = ["new", "in check", "proposed", "contested", "signed off", "published", "dismissed", "retracted"]
RANKS = {"checker": 1, "editor": 2, "standards editor": 3}


@dataclass(frozen=True)
class Row:
    """One row of the design's table, in strings; `allows` is everything beyond role, status and note."""

    starts: str
    end: str
    who: str
    note: bool = False
    allows: Callable[[ClaimFacts, int], bool] = lambda claim, me: True


DESIGN = {
    "take": Row(
        "new|in check",
        "in check",
        "checker",
        allows=lambda c, me: c.holder_id is None or (c.holder_id == me and c.status == "new"),
    ),
    "release": Row("in check", "new", "checker", allows=lambda c, me: c.holder_id != OTHER),  # editors: see below
    "dismiss": Row(
        "new|in check",
        "dismissed",
        "checker",
        note=True,
        allows=lambda c, me: not c.has_published_version and c.holder_id != OTHER,
    ),
    "restore": Row("dismissed", "back", "checker", note=True),
    "propose": Row("in check", "proposed", "checker", allows=lambda c, me: c.holder_id == me and c.gate_sentence == ""),
    "withdraw": Row("proposed", "in check", "checker", allows=lambda c, me: c.proposer_id == me),
    "confirm": Row(
        "proposed", "signed off", "checker", allows=lambda c, me: c.proposer_id != me and c.ratings_agree is True
    ),
    "contest": Row(
        "proposed", "contested", "checker", allows=lambda c, me: c.proposer_id != me and c.ratings_agree is False
    ),
    "sign off alone": Row(
        "proposed",
        "signed off",
        "checker",
        allows=lambda c, me: c.proposer_id == me and not c.second_reader_required,
    ),
    "settle": Row(
        "contested",
        "signed off",
        "editor",
        note=True,
        allows=lambda c, me: c.proposer_id != me and c.second_reader_id != me and c.gate_sentence == "",
    ),
    "return": Row("proposed|contested|signed off", "in check", "editor", note=True),
    "publish": Row("signed off", "published", "editor"),
    "correct": Row(
        "published",
        "published",
        "editor",
        note=True,
        allows=lambda c, me: not c.rating_changes and c.gate_sentence == "",
    ),
    "reopen": Row("published", "in check", "editor"),
    "retract": Row(
        "|".join(ALL[:-1]),
        "retracted",
        "standards editor",
        note=True,
        allows=lambda c, me: c.has_published_version,
    ),
}


def every_claim(move: str) -> Iterator[ClaimFacts]:
    """Every combination of the facts; those that concern one move alone vary only there."""
    people = (None, ME, OTHER)
    for status, holder, proposer, published, required, gate, agree in product(
        Status, people, people, (False, True), (False, True), ("", GATE), (None, False, True)
    ):
        for reader, changes, before in product(
            people if move == "settle" else (None,),
            (False, True) if move == "correct" else (False,),
            (None, *Status) if move == "restore" else (None,),
        ):
            yield ClaimFacts(
                status=status,
                holder_id=holder,
                proposer_id=proposer,
                second_reader_id=reader,
                has_published_version=published,
                second_reader_required=required,
                status_before=before,
                gate_sentence=gate,
                ratings_agree=agree,
                rating_changes=changes,
            )


def expected(move: str, claim: ClaimFacts, role: str, note: str) -> str | None:
    """The status that the design's table gives, None for a refusal."""
    row = DESIGN[move]
    if RANKS[role] < RANKS[row.who] or claim.status.value not in row.starts.split("|"):
        return None
    if not row.allows(claim, ME) and not (move == "release" and RANKS[role] >= RANKS["editor"]):
        return None
    if row.note and not note.strip():
        return None
    if row.end == "back":
        return "in check" if claim.status_before == "in check" else "new"
    return row.end


def outcome(move: str, claim: ClaimFacts, by: Actor, note: str) -> Status | DeskError:
    try:
        return check_move(move, claim, by, note=note)
    except DeskError as error:
        return error


def test_the_table_has_exactly_the_moves_of_the_design():
    assert set(MOVES) == set(DESIGN)


@pytest.mark.parametrize("move", DESIGN)
def test_a_move_is_allowed_exactly_where_the_design_allows_it(move: str):
    allowed = refused = 0
    for claim, role, note in product(every_claim(move), Role, ("", " \n", "Because of the log.")):
        found = outcome(move, claim, Actor(ME, role), note)
        wanted = expected(move, claim, role.value, note)
        if wanted is None:
            assert isinstance(found, DeskError), (claim, role, note)
            assert found.sentence.endswith("."), found.sentence
            refused += 1
        else:
            assert found == wanted, (claim, role, note, found)
            allowed += 1
    assert allowed, "the table would hold if the move were never possible"
    assert refused


@pytest.mark.parametrize("role", Role)
def test_a_disabled_button_shows_the_sentence_of_the_refusal(role: Role):
    by = Actor(ME, role)
    for claim in every_claim("settle"):
        listed = {entry.move.name: entry for entry in moves_open_to(claim, by)}
        for name, row in MOVES.items():
            found = outcome(name, claim, by, "A note.")
            if name in listed:
                assert listed[name].possible == isinstance(found, Status)
                assert listed[name].sentence == ("" if isinstance(found, Status) else found.sentence)
            else:
                assert isinstance(found, DeskError)
                hidden = any(condition.hides for condition in row.failing(claim, by))
                assert hidden or not role.includes(row.role) or claim.status not in row.from_statuses


FRESH = {
    status: ClaimFacts(status=status, has_published_version=status in (Status.PUBLISHED, Status.RETRACTED))
    for status in Status
}
HELD = ClaimFacts(status=Status.IN_CHECK, holder_id=OTHER, holder_name="Ada Lund")
PROPOSED = ClaimFacts(status=Status.PROPOSED, proposer_id=OTHER, proposer_name="Ada Lund")
MINE = replace(PROPOSED, proposer_id=ME)
CONTESTED = ClaimFacts(status=Status.CONTESTED, proposer_id=OTHER, second_reader_id=ME)

REFUSALS = [
    # move, claim, role, note, error, a part of the sentence
    ("take", HELD, Role.CHECKER, "", NotPossibleNow, "held by Ada Lund"),
    ("take", replace(HELD, holder_id=ME), Role.CHECKER, "", NotPossibleNow, "You hold this claim already"),
    ("take", replace(HELD, holder_name=""), Role.EDITOR, "", NotPossibleNow, "held by somebody else"),
    ("release", HELD, Role.CHECKER, "", NotAllowed, "only they or an editor"),
    ("dismiss", HELD, Role.EDITOR, "Trivial.", NotPossibleNow, "held by Ada Lund"),
    ("dismiss", FRESH[Status.NEW], Role.CHECKER, " ", BadInput, "“Dismiss” needs a reason"),
    (
        "dismiss",
        replace(FRESH[Status.IN_CHECK], has_published_version=True),
        Role.STANDARDS_EDITOR,
        "Trivial.",
        NotPossibleNow,
        "has been published",
    ),
    ("propose", HELD, Role.STANDARDS_EDITOR, "", NotAllowed, "held by Ada Lund"),
    ("propose", FRESH[Status.IN_CHECK], Role.CHECKER, "", NotPossibleNow, "take it first"),
    ("propose", replace(HELD, holder_id=ME, gate_sentence=GATE), Role.CHECKER, "", BadInput, GATE),
    ("propose", PROPOSED, Role.CHECKER, "", NotPossibleNow, "this claim is proposed already"),
    ("withdraw", PROPOSED, Role.EDITOR, "", NotAllowed, "Only Ada Lund"),
    ("confirm", replace(MINE, ratings_agree=True), Role.EDITOR, "", NotAllowed, "somebody else has to read it"),
    ("contest", replace(MINE, ratings_agree=False), Role.EDITOR, "", NotAllowed, "somebody else has to read it"),
    ("confirm", PROPOSED, Role.CHECKER, "", NotPossibleNow, "Rate the claim yourself first"),
    ("contest", PROPOSED, Role.CHECKER, "", NotPossibleNow, "Rate the claim yourself first"),
    ("confirm", replace(PROPOSED, ratings_agree=False), Role.CHECKER, "", NotPossibleNow, "contested, not confirmed"),
    ("contest", replace(PROPOSED, ratings_agree=True), Role.CHECKER, "", NotPossibleNow, "confirmed, not contested"),
    ("sign off alone", MINE, Role.STANDARDS_EDITOR, "", NotAllowed, "requires a second reader"),
    (
        "sign off alone",
        replace(PROPOSED, second_reader_required=False),
        Role.EDITOR,
        "",
        NotAllowed,
        "Only Ada Lund",
    ),
    ("settle", CONTESTED, Role.EDITOR, "Checked the log.", NotAllowed, "one of the two ratings"),
    (
        "settle",
        replace(CONTESTED, proposer_id=ME, second_reader_id=OTHER),
        Role.STANDARDS_EDITOR,
        "Checked the log.",
        NotAllowed,
        "one of the two ratings",
    ),
    ("settle", replace(CONTESTED, second_reader_id=THIRD), Role.EDITOR, "", BadInput, "“Settle” needs a note"),
    ("settle", CONTESTED, Role.CHECKER, "x", NotAllowed, "is for editors and standards editors; your role is checker"),
    ("publish", PROPOSED, Role.EDITOR, "", NotPossibleNow, "takes a claim that is signed off; this one is proposed"),
    ("return", FRESH[Status.NEW], Role.EDITOR, "x", NotPossibleNow, "proposed, contested or signed off"),
    ("correct", FRESH[Status.PUBLISHED], Role.EDITOR, "", BadInput, "needs a public notice"),
    (
        "correct",
        replace(FRESH[Status.PUBLISHED], rating_changes=True),
        Role.EDITOR,
        "Typing error.",
        NotPossibleNow,
        "reopen the claim",
    ),
    ("retract", FRESH[Status.NEW], Role.STANDARDS_EDITOR, "x", NotPossibleNow, "nothing to retract"),
    ("retract", FRESH[Status.PUBLISHED], Role.EDITOR, "x", NotAllowed, "is for standards editors"),
    ("retract", FRESH[Status.RETRACTED], Role.STANDARDS_EDITOR, "x", NotPossibleNow, "is retracted already"),
    ("approve", FRESH[Status.NEW], Role.STANDARDS_EDITOR, "", BadInput, "no move called “approve”"),
]


@pytest.mark.parametrize(("move", "claim", "role", "note", "error", "words"), REFUSALS)
def test_a_refusal_has_its_own_error_and_says_why(move, claim, role, note, error, words):
    with pytest.raises(error) as raised:
        check_move(move, claim, Actor(ME, role), note=note)
    assert type(raised.value) is error
    assert words in raised.value.sentence


def test_a_second_reader_who_has_not_rated_learns_nothing_of_the_first_rating():
    listed = {entry.move.name: entry for entry in moves_open_to(PROPOSED, Actor(ME, Role.CHECKER))}
    assert listed["confirm"].sentence == listed["contest"].sentence != ""


def test_a_move_that_is_no_part_of_this_claims_life_is_not_listed():
    names = {entry.move.name for entry in moves_open_to(MINE, Actor(ME, Role.STANDARDS_EDITOR))}
    assert "sign off alone" not in names
    assert "retract" not in names
    alone = replace(MINE, second_reader_required=False, has_published_version=True)
    names = {entry.move.name for entry in moves_open_to(alone, Actor(ME, Role.STANDARDS_EDITOR))}
    assert {"sign off alone", "retract", "withdraw"} <= names


def test_a_proposal_is_taken_back_by_its_proposer_alone_and_nobody_else_is_offered_it():
    names = {entry.move.name for entry in moves_open_to(PROPOSED, Actor(ME, Role.STANDARDS_EDITOR))}
    assert "withdraw" not in names
    assert "return" in names


def test_an_editor_releases_what_another_holds():
    assert check_move("release", HELD, Actor(ME, Role.EDITOR)) is Status.NEW


def test_no_status_is_a_dead_end_but_retracted():
    for status in Status:
        leaves = [move for move in MOVES.values() if status in move.from_statuses and move.name != "retract"]
        assert bool(leaves) == (status is not Status.RETRACTED)


def test_every_condition_is_used_and_every_used_one_exists():
    used = {name for move in MOVES.values() for name in move.conditions}
    assert used == set(CONDITIONS)


def test_every_move_and_status_can_be_explained_to_people():
    assert all(move.explanation.endswith(".") and move.label for move in MOVES.values())
    assert all(status.meaning.endswith(".") and status.label[0].isupper() for status in Status)
