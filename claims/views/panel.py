"""What the verdict panel shows of a claim to one person, read in a fixed number of queries.

What a person may not see is left out here, not hidden in the template.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.shortcuts import get_object_or_404
from django.utils import timezone

from claims.forms.review import (
    CorrectForm,
    EvidenceForm,
    FindingForm,
    LookedForm,
    MoveForm,
    NoteForm,
    SecondReadingForm,
    SettleForm,
)
from claims.models import AnotherLook, Appearance, Citation, Claim, Verdict
from claims.rules.conditions import ClaimFacts
from claims.rules.gates import gate_sentence
from claims.rules.moves import OpenMove, check_move, moves_open_to
from claims.rules.ratings import Rating
from claims.rules.statuses import Status
from claims.services.claim_facts import WITH, actor, claim_facts, holder_now
from claims.services.gate_facts import Gates, citations_of, findings_of, gates
from claims.services.published_claim import permalink_path
from claims.templatetags.engine import is_unsure
from claims.views.copy_pane import read_copy_pane
from claims.views.history import history_of, looked_again, times_of
from claims.views.may_see import reads_blind, sees_verdict
from claims.views.opened import WHERE_FOUND, Opened
from newsdesk.errors import DeskError
from newsdesk.models import User

KEYS = {
    "take": "t",
    "release": "r",
    "propose": "p",
    "withdraw": "w",
    "dismiss": "d",
    "restore": "e",
    "sign off alone": "a",
    "return": "b",
    "publish": "p",
    "reopen": "n",
}
ELSEWHERE = {"take", "release", "propose", "confirm", "contest", "settle", "correct"}
"""Moves that have a place of their own in the panel."""
REOPENING = ("reopen", "return", "withdraw")
"""What may follow from another look: the claim is checked again."""
_EDITABLE = (Status.NEW, Status.IN_CHECK)


def read_claim(public_id: str) -> Claim:
    """The claim with what every panel needs; Http404 where there is none."""
    return get_object_or_404(Claim.objects.select_related(*WITH, "joined_into").defer("search"), public_id=public_id)


def panel_context(
    claim: Claim, user: User, *, opened: Opened = WHERE_FOUND, back: str = "", **bound: Any
) -> dict[str, Any]:
    """The context of claims/_open_claim.html; `bound` are forms to show again with what was typed and the `refusal`."""
    now = timezone.now()
    verdict = claim.working_verdict or claim.published_verdict
    sees = sees_verdict(claim, user)
    citations = citations_of(verdict) if verdict else []
    findings = findings_of(verdict) if verdict and sees else []
    appearances = appearances_of(claim)
    copy = read_copy_pane(claim, appearances, citations, opened=opened, with_stances=sees)
    gate = gates(claim, verdict, citations, findings) if verdict and sees else None
    facts = claim_facts(claim, by=user, now=now, gate=gate.propose if gate else "")
    holder = holder_now(claim, by=user, now=now)
    editable = claim.status in _EDITABLE and (holder is None or holder.pk == user.pk)
    own = sees and editable
    settle = _row(replace(facts, gate_sentence=""), user, "settle")
    log, looks = list(claim.log.select_related("by").order_by("-at", "-id")), looks_at(claim)
    return {
        "claim": claim,
        "verdict": verdict if sees else None,
        "sees_verdict": sees,
        "reads_blind": reads_blind(claim, user),
        "editable": editable,
        "holder": holder,
        "held_by_you": holder is not None and holder.pk == user.pk and claim.status == Status.IN_CHECK,
        "hold_over": claim.held_until is not None and claim.held_until <= now,
        "permalink": permalink_of(claim),
        "marks": _marks(verdict if own else None, gate if own else None, fresh=editable and not own),
        **_proposing(facts, user, verdict if own else None, gate),
        "citations": _citation_rows(citations, user, removable=own, with_stances=sees),
        "cited_count": len(citations),
        "findings": findings,
        "appearances": appearances,
        "claim_unsure": any(is_unsure(appearance) for appearance in appearances),
        "copy": copy,
        "article_chosen": opened.article_id is not None and copy.article is not None,
        "move_buttons": _buttons(facts, user, bound.pop("move_form", None), bound.pop("moved", "")),
        "take": _row(facts, user, "take"),
        "release": _row(facts, user, "release"),
        "settle": settle,
        "settle_sentence": settle.sentence if settle else "",
        "correct": _row(facts, user, "correct"),
        "second_refusal": _second_refusal(facts, user) if claim.status == Status.PROPOSED else "",
        "notes": [] if reads_blind(claim, user) else list(claim.notes.select_related("by")),
        "history": sorted(
            (*looked_again(looks, sees=sees), *history_of(log, sees=sees)), key=lambda told: told.at, reverse=True
        ),
        "times": times_of(claim, log, now=now),
        "looks": [look for look in looks if look.stands],
        "look_moves": [
            row.move for row in moves_open_to(facts, actor(user)) if row.possible and row.move.name in REOPENING
        ],
        "keys": KEYS,
        "back": back,
        "new_key": lambda: uuid4().hex,
        "hold_minutes": settings.HOLD_MINUTES,
        "now": now,
        **_forms(claim, verdict, citations, appearances, sees=sees),
        **bound,
    }


def permalink_of(claim: Claim) -> str:
    """Where the public reads it, "" while nothing is published."""
    if claim.published_verdict_id is None:
        return ""
    return permalink_path(claim)


def appearances_of(claim: Claim) -> list[Appearance]:
    """Where the claim appears, the place where it was found first."""
    rows = claim.appearances.filter(dismissed_at=None).select_related("article__outlet", "paragraph")
    return list(rows.defer("article__body", "article__headline_search", "paragraph__search").order_by("id"))


def looks_at(claim: Claim) -> list[AnotherLook]:
    """What calls, or called, for another look at the claim."""
    rows = AnotherLook.objects.filter(claim=claim).select_related("article__outlet", "cleared_by")
    return list(rows.defer("article__body", "article__headline_search"))


def places_of(appearances: Sequence[Appearance]) -> list[tuple[int, str]]:
    """The claim's appearances as choices."""
    return [(a.pk, f"{a.article.outlet_name} ¶{a.paragraph.number}: {a.text[:60]}") for a in appearances]


def _forms(
    claim: Claim,
    verdict: Verdict | None,
    citations: Sequence[Citation],
    appearances: Sequence[Appearance],
    *,
    sees: bool,
) -> dict[str, Any]:
    made: dict[str, Any] = {
        "evidence_form": EvidenceForm(),
        "finding_form": FindingForm(places=places_of(appearances)),
        "note_form": NoteForm(),
        "looked_form": LookedForm(),
        "second_form": SecondReadingForm(),
    }
    if verdict is not None and sees and claim.status == Status.CONTESTED:
        made["settle_form"] = SettleForm(initial={"rationale": verdict.rationale})
    if claim.status == Status.PUBLISHED and claim.published_verdict is not None:
        choices = [(citation.pk, str(citation)) for citation in citations]
        made["correct_form"] = CorrectForm(citations=choices, initial={"rationale": claim.published_verdict.rationale})
    return made


def _marks(verdict: Verdict | None, gate: Gates | None, *, fresh: bool) -> list[dict[str, Any]]:
    """The four marks: which is chosen, and what each still lacks. A claim nobody has begun lacks what an empty draft does."""
    rows = []
    for rating in Rating:
        lacking = gate.ratings[rating] if gate else _EMPTY[rating] if fresh else ""
        chosen = verdict is not None and verdict.rating == rating.value
        rows.append({"rating": rating, "chosen": chosen, "lacking": lacking})
    return rows


_EMPTY = {rating: gate_sentence(rating, citations=(), findings=0, rationale_counts=False) for rating in Rating}


def _row(facts: ClaimFacts, user: User, name: str) -> OpenMove | None:
    """The move's button where role and status allow it, with the sentence of why not where something else forbids it."""
    return next((row for row in moves_open_to(facts, actor(user)) if row.move.name == name), None)


def _proposing(facts: ClaimFacts, user: User, verdict: Verdict | None, gate: Gates | None) -> dict[str, Any]:
    """Whether Propose may be pressed; a rationale still to be typed does not hold it up, since it is sent along."""
    row = _row(facts, user, "propose")
    if row is None:
        return {"propose_ready": False, "why_not_propose": "Choose a rating, or take the claim first."}
    evidence = gate.ratings[Rating(verdict.rating)] if verdict and gate and verdict.rating else row.sentence
    return {"propose_ready": row.possible or not evidence, "why_not_propose": evidence}


def _buttons(facts: ClaimFacts, user: User, form: MoveForm | None, moved: str) -> list[dict[str, Any]]:
    """The moves that have no place of their own in the panel; `form` is the one of `moved` as it was sent."""
    return [
        {
            "move": row.move,
            "slug": row.move.name.replace(" ", "-"),
            "key": KEYS.get(row.move.name, ""),
            "possible": row.possible,
            "sentence": row.sentence,
            "form": form if row.move.name == moved else None,
        }
        for row in moves_open_to(facts, actor(user))
        if row.move.name not in ELSEWHERE
    ]


def _second_refusal(facts: ClaimFacts, user: User) -> str:
    """Why this person cannot read second, "" where they can; asked as if the ratings agreed, which they may not know."""
    try:
        check_move("confirm", replace(facts, ratings_agree=True), actor(user))
    except DeskError as error:
        return error.sentence
    return ""


def _citation_rows(
    citations: Sequence[Citation], user: User, *, removable: bool, with_stances: bool
) -> list[dict[str, Any]]:
    """Citations for the panel; to a blind reader in the order of the copy, without stance, author or the desk's notes."""
    if not with_stances:
        citations = sorted(citations, key=lambda c: (c.paragraph_id or 0, c.start or 0, c.pk))
    rows = []
    for citation in citations:
        article = citation.paragraph.article if citation.paragraph else None
        rows.append(
            {
                "citation": citation,
                "stance": citation.stance if with_stances else "",
                "number": citation.number if with_stances else None,
                "article": article,
                "note": citation.note if with_stances or citation.kind == "call" else "",
                "by": citation.by if with_stances else None,
                "by_you": citation.by_id == user.pk,
                "withdrawn": article is not None and article.withdrawn_at is not None,
                "newer": article.newer if article else None,
                "removable": removable,
            }
        )
    return rows
