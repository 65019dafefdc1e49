"""Which article stands open beside a claim, as addresses and forms carry it: `article=12`, of a long one `article=12-301`."""

import re
from dataclasses import dataclass
from typing import Self

from django.http import HttpRequest

_FORM = re.compile(r"(\d{1,17})(?:-(\d{1,9}))?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Opened:
    """`article_id` None: where the claim was found; `at`: a paragraph's number, for the part of a very long article."""

    article_id: int | None = None
    at: int | None = None

    @classmethod
    def read(cls, text: str) -> Self:
        """What was carried; anything else opens the place where the claim was found."""
        found = _FORM.fullmatch(text)
        return cls(int(found[1]), int(found[2]) if found[2] else None) if found else cls()

    @classmethod
    def of(cls, request: HttpRequest) -> Self:
        return cls.read(request.POST.get("article") or request.GET.get("article", ""))

    def __str__(self) -> str:
        return (
            ""
            if self.article_id is None
            else f"{self.article_id}"
            if self.at is None
            else f"{self.article_id}-{self.at}"
        )


WHERE_FOUND = Opened()
