"""Where reports really come from: articles of one outlet, one wire credit or one copied body share one origin.

A union-find over names and over what the caller ties together, with the reasons; some of it a person may hold apart. A wire
credit and an outlet of the same name are the same origin, so that an agency's own article joins those that credit it. What is copied
between two articles, and whether it is enough to tie them, `claims.comparison.copied.origins` says.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace


class Groups[Node: Hashable]:
    """A union-find in which some must stay apart, whatever would join them; it answers in the order of the first mention."""

    def __init__(self, apart: Iterable[tuple[Node, Node]] = ()) -> None:
        self._members: dict[Node, list[Node]] = {}
        self._root: dict[Node, Node] = {}
        self._foes: dict[Node, set[Node]] = defaultdict(set)
        for one, other in apart:
            if one != other:
                self._foes[one].add(other)
                self._foes[other].add(one)

    def add(self, node: Node) -> Node:
        """The node that stands for this one's group; a new node is a group by itself."""
        if node not in self._root:
            self._root[node] = node
            self._members[node] = [node]
        return self._root[node]

    def join(self, one: Node, other: Node) -> bool:
        """Make two groups one; False where somebody in them must stay apart. The smaller is renamed."""
        large, small = self.add(one), self.add(other)
        if large == small:
            return True
        if len(self._members[large]) < len(self._members[small]):
            large, small = small, large
        if self._foes and any(
            self._root.get(foe) == large for node in self._members[small] for foe in self._foes[node]
        ):
            return False
        for node in self._members[small]:
            self._root[node] = large
        self._members[large] += self._members.pop(small)
        return True

    def all(self) -> list[list[Node]]:
        """The groups, each with its members in the order of their first mention."""
        order = {node: n for n, node in enumerate(self._root)}
        groups = [sorted(group, key=order.__getitem__) for group in self._members.values()]
        return sorted(groups, key=lambda group: order[group[0]])


@dataclass(frozen=True, slots=True)
class ArticleOrigin:
    """What is known of one article's origin: its outlet and wire credit ("" where unknown)."""

    id: int
    outlet: str
    wire_credit: str


@dataclass(frozen=True, slots=True)
class Tie:
    """Two articles (ids) whose report comes from one origin, and why in words. `named`: that origin where it has a name."""

    one: int
    other: int
    reason: str
    named: str = ""


@dataclass(frozen=True, slots=True)
class OriginGroup:
    """Articles (ids, in order) of one origin, its name, and why they are one (empty for an article by itself)."""

    ids: tuple[int, ...]
    name: str
    reasons: tuple[str, ...]


def origin_groups(
    articles: Sequence[ArticleOrigin], ties: Iterable[Tie] = (), apart: Iterable[tuple[int, int]] = ()
) -> list[OriginGroup]:
    """Every article in one group, groups by their first article; `apart` are pairs of articles that a person parted.

    The name is the wire credit where the group has one (it says where the report comes from), else what a tie names, else its
    outlets, else the article's own number; several are joined by " / " in alphabetical order, so that the order of `articles` does not
    matter. No two groups have one name.
    """
    known = {article.id: article for article in sorted(articles, key=lambda article: article.id)}
    groups = Groups(apart)
    for number in known:
        groups.add(number)
    held: list[Tie] = []
    for tie in [*(tie for tie in ties if tie.one in known and tie.other in known), *_by_name(known.values())]:
        if groups.join(tie.one, tie.other):
            held.append(tie)
    return _told_apart([_group([known[number] for number in sorted(group)], held) for group in groups.all()], known)


def folded_name(name: str) -> str:
    """An outlet's or agency's name for comparing: case, spaces, a leading "the" and a closing stop left out."""
    return re.sub(r"^the\s+", "", " ".join(name.split()).rstrip(".").casefold())


def credited(wire_credit: str) -> list[str]:
    """The agencies that a credit names: "AFP, AP" → AFP and AP."""
    names = re.split(r"\s*[,;/&|]\s*|\s+and\s+", " ".join(wire_credit.split()))
    return (
        [name for name in names if name] if len(names) > 1 and all(len(name) <= 24 for name in names) else [wire_credit]
    )


def _by_name(articles: Iterable[ArticleOrigin]) -> list[Tie]:
    """Articles tied by outlet or credit, each to the first that bears the name."""
    ties: list[Tie] = []
    seen: dict[str, tuple[int, str]] = {}
    for article in articles:
        names = [(article.outlet, "outlet"), *((name, "credit") for name in credited(article.wire_credit))]
        for name, how in names:
            key = folded_name(name)
            if not key:
                continue
            first, first_how = seen.setdefault(key, (article.id, how))
            if first != article.id:
                ties.append(
                    Tie(first, article.id, _named_alike(" ".join(name.split()).rstrip("."), {how, first_how}), "")
                )
    return ties


def _named_alike(name: str, how: set[str]) -> str:
    if how == {"outlet"}:
        return f"both are of {name}"
    return f"both credit {name}" if how == {"credit"} else f"one is of {name}, the other credits it"


def _group(group: Sequence[ArticleOrigin], ties: Sequence[Tie]) -> OriginGroup:
    ids = {article.id for article in group}
    inside = [tie for tie in ties if tie.one in ids] if len(ids) > 1 else []
    name = (
        _joined(name for article in group for name in credited(article.wire_credit))
        or _joined(tie.named for tie in inside)
        or _joined(article.outlet for article in group)
        or f"article {min(ids)}"
    )
    return OriginGroup(tuple(sorted(ids)), name, tuple(dict.fromkeys(tie.reason for tie in inside)))


def _told_apart(groups: list[OriginGroup], known: Mapping[int, ArticleOrigin]) -> list[OriginGroup]:
    """Groups that would bear one name, because a person parted them, with their outlets (or first article) beside it."""
    counts = Counter(folded_name(group.name) for group in groups)
    shown: list[OriginGroup] = []
    for group in groups:
        if counts[folded_name(group.name)] > 1:
            outlets = _joined(known[number].outlet for number in group.ids)
            taken = {other.name for other in shown}
            names = (f"{group.name} ({beside})" for beside in (outlets, f"{outlets} {group.ids[0]}".strip()) if beside)
            group = replace(group, name=next(name for name in names if name not in taken))
        shown.append(group)
    return shown


def _joined(names: Iterable[str]) -> str:
    """The distinct names in alphabetical order; of spellings that fold alike the alphabetically first."""
    spelling: dict[str, str] = {}
    for name in sorted({" ".join(name.split()).rstrip(".") for name in names}):
        if name:
            spelling.setdefault(folded_name(name), name)
    return " / ".join(spelling[key] for key in sorted(spelling))
