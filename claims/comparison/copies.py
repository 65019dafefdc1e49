"""What is compared: the articles of one story, each with what was found in it. Pure: no Django."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from articles.segmentation.spans import ParagraphSpan
from claims.comparison.decisions import NOTHING_DECIDED, Decisions
from claims.language.spans import Claim, Quote


@dataclass(frozen=True, slots=True)
class Copy:
    """One outlet's article. `key` names it towards the caller (a path, an article's number); offsets are code points in `text`."""

    key: str
    text: str
    paragraphs: tuple[ParagraphSpan, ...]
    quotes: tuple[Quote, ...] = ()
    claims: tuple[Claim, ...] = ()
    outlet: str = ""
    headline: str = ""
    published: date | None = None
    wire_credit: str = ""
    is_primary: bool = False


@dataclass(frozen=True, slots=True)
class Story:
    """The articles of one event, and what the desk knows beforehand.

    `people`: name as written (a quote's speaker, a claim's claimant) → the person's fullest name, so that two names are one
    speaker where they map to the same; names that are missing stand for themselves. `languages`: person's fullest name → ISO
    639-1 code of the language in which that person speaks, where the desk has set one.
    """

    copies: tuple[Copy, ...]
    people: Mapping[str, str] = field(default_factory=dict)
    languages: Mapping[str, str] = field(default_factory=dict)
    decisions: Decisions = NOTHING_DECIDED

    def person(self, name: str | None) -> str | None:
        """The fullest name of whoever is called so; None for nobody."""
        return self.people.get(name, name) if name else None
