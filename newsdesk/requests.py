"""The request as staff views get it: somebody is signed in (the permission table saw to it), and htmx's details are there."""

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from newsdesk.models import User


class StaffRequest(HttpRequest):
    """For type checkers alone: no such object is ever made."""

    user: User
    htmx: HtmxDetails
