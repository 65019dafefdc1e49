"""The staff roles, each of which may do what the one before it may. Leans on nothing."""

from enum import StrEnum


class Role(StrEnum):
    CHECKER = "checker"
    EDITOR = "editor"
    STANDARDS_EDITOR = "standards editor"

    @property
    def rank(self) -> int:
        """1 for a checker, 2 for an editor, 3 for a standards editor."""
        return list(Role).index(self) + 1

    def includes(self, other: "Role") -> bool:
        """Whether this role may do what `other` may."""
        return self.rank >= other.rank
