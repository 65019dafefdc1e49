"""Numbers in a rationale become links, and nothing else becomes markup."""

from types import SimpleNamespace

import pytest

from claims.templatetags.citing import with_citations

TWO = [SimpleNamespace(number=1), SimpleNamespace(number=2)]


@pytest.mark.parametrize(
    ("rationale", "expected"),
    [
        (
            "Seen by one [1] and two [2].",
            '<p>Seen by one <a href="#cite-1">[1]</a> and two <a href="#cite-2">[2]</a>.</p>',
        ),
        ("There is no third [3].", "<p>There is no third [3].</p>"),
        ("First.\n\nSecond [1].", '<p>First.</p>\n\n<p>Second <a href="#cite-1">[1]</a>.</p>'),
        ("<b>[1]</b> & <script>", '<p>&lt;b&gt;<a href="#cite-1">[1]</a>&lt;/b&gt; &amp; &lt;script&gt;</p>'),
        ("[1](javascript:x) [0] [01x]", '<p><a href="#cite-1">[1]</a>(javascript:x) [0] [01x]</p>'),
    ],
)
def test_only_the_numbers_of_citations_become_links(rationale: str, expected: str) -> None:
    assert with_citations(rationale, TWO) == expected
