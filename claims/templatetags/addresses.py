"""Addresses from copy and people, fit to be followed."""

from urllib.parse import urlsplit

from django import template

register = template.Library()


@register.filter
def web_address(address: str) -> str:
    """The address where it is one of the web, else "": `javascript:` and the like never become a link."""
    try:
        parts = urlsplit(str(address or "").strip())
    except ValueError:
        return ""
    return parts.geturl() if parts.scheme in {"http", "https"} and parts.netloc else ""
