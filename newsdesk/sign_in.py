"""Signing in, with a limit to guessing: ten failures for one name from one address close it there for a while."""

from datetime import datetime, timedelta
from typing import Any, Final

from django.conf import settings
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from newsdesk.models import SignInFailure

MOST_FAILURES: Final = 10
COUNTED_FOR: Final = timedelta(minutes=15)
CLOSED: Final = (
    "Too many attempts to sign in with this name have failed. Wait 15 minutes, or ask a standards editor of the desk."
)


def address_of(request: HttpRequest) -> str:
    """The machine that asks. Behind a proxy (HTTPS is set) the last address of X-Forwarded-For, which the proxy wrote."""
    forwarded = request.headers.get("X-Forwarded-For", "") if settings.HTTPS else ""
    return (forwarded.rpartition(",")[2].strip() or request.META.get("REMOTE_ADDR", ""))[:45]


def is_closed(*, username: str, address: str, now: datetime | None = None) -> bool:
    """Whether so many attempts failed lately that no more are looked at, the right password included."""
    since = (now or timezone.now()) - COUNTED_FOR
    return SignInFailure.objects.filter(**_key(username, address), at__gt=since).count() >= MOST_FAILURES


def keep_failure(*, username: str, address: str, now: datetime | None = None) -> None:
    """Count a failed attempt, and forget everybody's that count no longer."""
    now = now or timezone.now()
    SignInFailure.objects.filter(at__lte=now - COUNTED_FOR).delete()
    SignInFailure.objects.create(**_key(username, address), at=now)


def forget_failures(*, username: str, address: str) -> None:
    """Begin anew for somebody who has signed in."""
    SignInFailure.objects.filter(**_key(username, address)).delete()


def _key(username: str, address: str) -> dict[str, str]:
    return {"username": username.strip().lower()[:150], "address": address}


class SignInForm(AuthenticationForm):
    """Name and password; a name that is closed for now is told so without a look at the password."""

    closed = False

    def clean(self) -> dict[str, Any]:
        username, password = self.cleaned_data.get("username"), self.cleaned_data.get("password")
        if not username or not password or self.request is None:
            return super().clean()
        whose = {"username": username, "address": address_of(self.request)}
        if is_closed(**whose):
            self.closed = True
            raise ValidationError(CLOSED, code="closed")
        try:
            cleaned = super().clean()
        except ValidationError:
            keep_failure(**whose)
            raise
        forget_failures(**whose)
        return cleaned


class SignInView(LoginView):
    """Django's, answering 429 where the name is closed."""

    authentication_form = SignInForm

    def form_invalid(self, form: AuthenticationForm) -> HttpResponse:
        response = super().form_invalid(form)
        if getattr(form, "closed", False):
            response.status_code = 429
        return response
