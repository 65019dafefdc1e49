"""A form that is sent twice is carried out once."""

from collections.abc import Callable
from uuid import UUID

from django.db import transaction

from claims.models import SentForm
from newsdesk.models import User


@transaction.atomic
def carry_out_once(*, key: UUID | None, by: User, act: Callable[[], object]) -> bool:
    """Run `act` unless a form with this key was carried out before; True if it ran now.

    The key is written in the act's own transaction: a refusal leaves it free, so that the corrected form can be sent
    again, and of two sent at the same moment the second waits for the first and then does nothing.
    """
    if key is not None and not SentForm.objects.get_or_create(key=key, defaults={"by": by})[1]:
        return False
    act()
    return True
