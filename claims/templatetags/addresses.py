"""Addresses from copy and people, fit to be followed."""

from urllib.parse import urlsplit

from django import template
from django.urls import reverse

register = template.Library()


@register.filter
def web_address(address: str) -> str:
    """The address where it is one of the web, else "": `javascript:` and the like never become a link."""
    try:
        parts = urlsplit(str(address or "").strip())
    except ValueError:
        return ""
    return parts.geturl() if parts.scheme in {"http", "https"} and parts.netloc else ""


@register.simple_tag
def copy_link(article_id: int, number: int, anchor: str = "") -> str:
    """Where a paragraph stands in the desk's copy, or the `anchor` (an id) in it: of a very long article its own part."""
    return f"{reverse('article', args=[article_id])}?at={number}#{anchor or f'p{number}'}"
