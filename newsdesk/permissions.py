"""The one table of who may open which URL. A URL without a row is refused to everybody, and a test fails for it.

Keys are view names as `resolver_match.view_name` gives them; "admin:" stands for the whole admin. The role is the least
that is needed; what a person may do to *this* claim is decided by `claims.rules`.
"""

from typing import Final

from newsdesk.roles import Role

PUBLIC: Final = "public"

PERMISSIONS: dict[str, Role | str] = {
    # accounts
    "healthz": PUBLIC,
    "sign-in": PUBLIC,
    "sign-out": PUBLIC,
    "password-change": Role.CHECKER,
    "password-changed": Role.CHECKER,
    "admin:": Role.STANDARDS_EDITOR,
    # articles: stories and filing
    "story-list": Role.CHECKER,
    "story-new": Role.EDITOR,
    "story-articles": Role.CHECKER,
    "story-file": Role.EDITOR,
    "article-facts": Role.EDITOR,
    "article-retry": Role.EDITOR,
    "article-withdraw": Role.EDITOR,
    "article-primary": Role.EDITOR,
    "article-original": Role.CHECKER,
    "article-versions": Role.CHECKER,
    # claims: new stories from a pile
    "pile-new": Role.EDITOR,
    "pile": Role.EDITOR,
    "pile-drop": Role.EDITOR,
    # claims: review
    "queue": Role.CHECKER,
    "claim": Role.CHECKER,
    "claim-move": Role.CHECKER,
    "claim-settle": Role.EDITOR,
    "claim-undo": Role.CHECKER,
    "claim-draft": Role.CHECKER,
    "claim-cite": Role.CHECKER,
    "claim-uncite": Role.CHECKER,
    "claim-evidence": Role.CHECKER,
    "claim-finding": Role.CHECKER,
    "claim-unfinding": Role.CHECKER,
    "claim-offers": Role.CHECKER,
    "claim-offer-refuse": Role.CHECKER,
    "claim-offer-again": Role.CHECKER,
    "claim-note": Role.CHECKER,
    "claim-second-reading": Role.CHECKER,
    "claim-looked": Role.CHECKER,
    "evidence-file": Role.CHECKER,
    # claims: what the comparison of a story found
    "story": Role.CHECKER,
    "story-coverage": Role.CHECKER,
    "story-quotes": Role.CHECKER,
    "story-conflicts": Role.CHECKER,
    "story-names": Role.CHECKER,
    "story-work": Role.CHECKER,
    "story-compare": Role.CHECKER,
    "suggestion-confirm": Role.CHECKER,
    "suggestion-reject": Role.CHECKER,
    "suggestion-primary": Role.EDITOR,
    "decision-undo": Role.CHECKER,
    "origins-join": Role.EDITOR,
    "origins-part": Role.EDITOR,
    # claims: copy, search
    "article": Role.CHECKER,
    "search": Role.CHECKER,
    "quote-add": Role.CHECKER,
    "quote": Role.CHECKER,
    "quote-split": Role.CHECKER,
    "quote-merge": Role.CHECKER,
    "quote-dismiss": Role.CHECKER,
    "quote-restore": Role.CHECKER,
    "claim-add": Role.CHECKER,
    "appearance": Role.CHECKER,
    "appearance-split": Role.CHECKER,
    "appearance-merge": Role.CHECKER,
    "appearance-dismiss": Role.CHECKER,
    "appearance-restore": Role.CHECKER,
    "claim-join": Role.CHECKER,
    "claim-part": Role.CHECKER,
    # claims: wording lists
    "wording-lists": Role.STANDARDS_EDITOR,
    "wording-add": Role.STANDARDS_EDITOR,
    "wording-entry": Role.STANDARDS_EDITOR,
    "wording-switch": Role.STANDARDS_EDITOR,
    "wording-restore": Role.STANDARDS_EDITOR,
    # claims: people
    "people": Role.CHECKER,
    "person": Role.CHECKER,
    "person-merge": Role.EDITOR,
    "person-part": Role.EDITOR,
    "person-rename": Role.EDITOR,
    "person-language": Role.EDITOR,
    "alias": Role.CHECKER,
    "alias-split": Role.EDITOR,
    "alias-dismiss": Role.EDITOR,
    "alias-restore": Role.EDITOR,
    # claims: public
    "permalink": PUBLIC,
    "permalink-short": PUBLIC,
}


def least_role(view_name: str) -> Role | str | None:
    """The row for a view: PUBLIC, the least role, or None where there is no row."""
    if view_name.startswith("admin:"):
        view_name = "admin:"
    return PERMISSIONS.get(view_name)


def may_open(view_name: str, user: object) -> bool:
    """Whether this user (a newsdesk User or an anonymous one) may open the view."""
    least = least_role(view_name)
    if least is None:
        return False
    if least == PUBLIC:
        return True
    is_at_least = getattr(user, "is_at_least", None)
    return bool(is_at_least and is_at_least(least))
