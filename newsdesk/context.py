"""What every page may read: the desk's name, the person's role, and which pages they may open."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from newsdesk.permissions import PERMISSIONS, may_open


class May:
    """`{% if may.story_new %}`: whether the person may open the view of that name (dashes become underscores)."""

    def __init__(self, user: object) -> None:
        self._user = user

    def __getitem__(self, name: str) -> bool:
        return may_open(name if name in PERMISSIONS else name.replace("_", "-"), self._user)


def desk(request: HttpRequest) -> dict[str, Any]:
    """The context processor: `desk`, `role` and `may` for every template."""
    user = getattr(request, "user", None)
    return {
        "desk": {
            "name": settings.DESK_NAME,
            "contact": settings.DESK_CONTACT,
            "homepage": settings.DESK_HOMEPAGE,
            "second_reader_required": settings.SECOND_READER_REQUIRED,
        },
        "role": getattr(user, "role", ""),
        "may": May(user),
    }
