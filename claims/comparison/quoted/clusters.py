"""A cluster of stretches while utterances are joined, and which of them staff parted. Pure."""

from dataclasses import dataclass, field

from claims.comparison.quoted.judging import Link


@dataclass(slots=True)
class Cluster:
    """Stretches of one utterance. `anchor`: the longest of them, by which all are measured; `guests`: members that joined words
    from here with others; `sides`: (number of a parted pair, which side of it) that a member stands for."""

    anchor: int
    members: list[int] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    guests: list[int] = field(default_factory=list)
    sides: set[tuple[int, int]] = field(default_factory=set)

    def clashes(self, other: "Cluster") -> bool:
        return any((pair, 1 - side) in other.sides for pair, side in self.sides)
