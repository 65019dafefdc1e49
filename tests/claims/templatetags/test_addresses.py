"""Which addresses become links."""

import pytest
from django.urls import reverse

from claims.templatetags.addresses import copy_link, web_address


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("https://post.example/a?b=c", "https://post.example/a?b=c"),
        ("HTTP://post.example/", "http://post.example/"),
        ("javascript:alert(1)", ""),
        (" java\nscript:alert(1)", ""),
        ("data:text/html,hello", ""),
        ("//post.example/", ""),
        ("https://[broken", ""),
        ("https://", ""),
        ("", ""),
        (None, ""),
    ],
)
def test_only_addresses_of_the_web_are_followed(address: str, link: str) -> None:
    assert web_address(address) == link


@pytest.mark.parametrize(("anchor", "link"), [("", "?at=640#p640"), ("quote-7", "?at=640#quote-7")])
def test_a_link_into_the_copy_opens_the_part_where_the_paragraph_stands(anchor: str, link: str) -> None:
    assert copy_link(3, 640, anchor) == reverse("article", args=[3]) + link
