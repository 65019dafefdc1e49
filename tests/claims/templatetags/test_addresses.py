"""Which addresses become links."""

import pytest

from claims.templatetags.addresses import web_address


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
