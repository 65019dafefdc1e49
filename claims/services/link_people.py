"""Link the names of a story to the people of the desk, wherever they speak or claim.

A full name is looked up in every story by its folded key; a surname alone means somebody only inside a story where exactly
one person bears it. What staff decided about a name (merged, split off, dismissed) is read first and never overwritten.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import Q
from django.utils import timezone

from claims.language.person_names import Name, name_of, surname_of
from claims.models import Alias, Appearance, Claim, Person, Quote


class Tables(NamedTuple):
    """The models that linking reads and writes; a migration hands in its own."""

    quote: Any = Quote
    appearance: Any = Appearance
    claim: Any = Claim
    person: Any = Person
    alias: Any = Alias


class Linked(NamedTuple):
    """Whom a name is linked to, and who that is after merging."""

    person: int
    root: int


TABLES = Tables()
_ROWS = (("quote", "article__story", "speaker_name"), ("appearance", "article__story", "claimant"),
         ("claim", "story", "claimant"))  # fmt: skip


def link_people(*, story_id: int, now: datetime | None = None, tables: Tables = TABLES) -> dict[str, Linked]:
    """Give every quote, appearance and claim of the story the person that its name means. Call inside a transaction."""
    linked = people_of_story(story_id=story_id, now=now, tables=tables)
    for table, story, field in _ROWS:
        rows = getattr(tables, table)._base_manager.filter(**{story: story_id})
        for name, person_id in list(rows.order_by().values_list(field, "person_id").distinct()):
            target = linked[name].person if name in linked else None
            if person_id != target:
                rows.filter(**{field: name, "person": person_id}).update(person=target)
    return linked


def people_of_story(
    *, story_id: int, names: Iterable[str] = (), now: datetime | None = None, tables: Tables = TABLES
) -> dict[str, Linked]:
    """Name → person, for the names that the story has and those given; people and aliases are made where there are none.

    Names that mean nobody, or nobody in particular, are left out.
    """
    written = set(names)
    for table, story, field in _ROWS:
        rows = getattr(tables, table)._base_manager.filter(**{story: story_id}).order_by()
        written |= set(rows.values_list(field, flat=True).distinct())
    found = [name for name in map(name_of, sorted(written)) if name]
    linker = _Linker(story_id, found, now or timezone.now(), tables)
    linker.link_full([name for name in found if name.is_full])
    linker.link_surnames([name for name in found if not name.is_full])
    return linker.linked()


class _Linker:
    """The aliases at hand for one story, and what is decided with them."""

    def __init__(self, story_id: int, found: list[Name], now: datetime, tables: Tables) -> None:
        self.story_id, self.now, self.tables = story_id, now, tables
        self.chosen: dict[str, Any] = {}
        self._read({name.text for name in found}, {name.key for name in found})

    def _read(self, texts: Iterable[str], keys: Iterable[str]) -> None:
        here = Q(story=None) | Q(story=self.story_id)
        rows = self.tables.alias.objects.filter(here, Q(text__in=texts) | Q(key__in=keys)).select_related("person")
        self.exact: dict[tuple[str, bool], Any] = {}
        self.by_key: dict[tuple[str, bool], list[Any]] = defaultdict(list)
        for alias in rows.order_by("pk"):
            self.exact[alias.text, alias.story_id is not None] = alias
            if alias.dismissed_at is None:
                self.by_key[alias.key, alias.story_id is not None].append(alias)

    def linked(self) -> dict[str, Linked]:
        people = {text: alias.person for text, alias in self.chosen.items() if alias.dismissed_at is None}
        return {text: Linked(person.pk, _root(person)) for text, person in people.items()}

    def link_full(self, names: list[Name]) -> None:
        missing = []
        for name in names:
            if alias := self.exact.get((name.text, True)) or self.exact.get((name.text, False)):
                self.chosen[name.text] = alias
            else:
                missing.append(name)
        self._make(missing, everywhere=True)

    def link_surnames(self, names: list[Name]) -> None:
        """After the full names, which say who bears a surname here."""
        bearers = self._bearers()
        alone: list[Name] = []
        for name in names:
            known = self.exact.get((name.text, True))
            staff = known if known and _decided(known) else self._by_staff_everywhere(name)
            if staff:
                self.chosen[name.text] = staff
                continue
            here = {_root(person): person for first, person in bearers[name.surname] if first.startswith(name.initials)}
            if len(here) == 1:
                self._point(name, known, next(iter(here.values())))
            elif here:
                self._withdraw(known)
            elif known and known.dismissed_at is None:
                self.chosen[name.text] = known
            else:
                alone.append(name)
        self._make(alone, everywhere=False)

    def _bearers(self) -> dict[str, list[tuple[str, Any]]]:
        """Surname → (key, person) of those whom the story names in full."""
        bearers: dict[str, list[tuple[str, Any]]] = defaultdict(list)
        for alias in self.chosen.values():
            if alias.dismissed_at is None:
                bearers[surname_of(alias.key)].append((alias.key, alias.person))
        return bearers

    def _by_staff_everywhere(self, name: Name) -> Any:
        exact = self.exact.get((name.text, False))
        if exact and _by_staff(exact):
            return exact
        return next((alias for alias in self.by_key[name.key, False] if _by_staff(alias)), None)

    def _point(self, name: Name, known: Any, person: Any) -> None:
        """The surname means this person here; a machine's earlier guess gives way."""
        if known is None:
            known = self.tables.alias(
                person=person, text=name.text, key=name.key, story_id=self.story_id, made_at=self.now
            )
            self.tables.alias.objects.bulk_create([known], ignore_conflicts=True)
        elif known.dismissed_at is not None or _root(known.person) != _root(person):
            known.person, known.dismissed_at = person, None
            known.save(update_fields=["person", "dismissed_at"])
        self.chosen[name.text] = known

    def _withdraw(self, known: Any) -> None:
        """Two people here bear it now: it means neither."""
        if known is not None and known.dismissed_at is None:
            known.dismissed_at = self.now
            known.save(update_fields=["dismissed_at"])

    def _make(self, names: list[Name], *, everywhere: bool) -> None:
        """Aliases for names met for the first time: of the person who has the key, else of a new one.

        Another worker may be making the same: what is there first stays, and the other's person is taken.
        """
        people: dict[str, Any] = {}
        for name in names:
            if name.key not in people:
                same = [*self.by_key[name.key, True], *(self.by_key[name.key, False] if everywhere else [])]
                people[name.key] = _likeliest(same, name)
        fresh = {name.key: name for name in reversed(names) if people[name.key] is None}
        for key, name in sorted(fresh.items()):
            people[key] = self.tables.person(name=name.shown, kind=name.kind.value, made_at=self.now)
        self.tables.person.objects.bulk_create([people[key] for key in sorted(fresh)])
        rows = [
            self.tables.alias(
                person=people[name.key], text=name.text, key=name.key, made_at=self.now,
                story_id=None if everywhere else self.story_id,
            )
            for name in names
        ]  # fmt: skip
        self.tables.alias.objects.bulk_create(rows, ignore_conflicts=True)
        if rows:
            self._settle(names, {people[key].pk for key in fresh}, everywhere=everywhere)

    def _settle(self, names: list[Name], made: set[int], *, everywhere: bool) -> None:
        """Read back what stands now; people of ours whose name another worker wrote first are taken away again."""
        scope = {"story": None} if everywhere else {"story": self.story_id}
        rows = self.tables.alias.objects.filter(text__in=[name.text for name in names], **scope)
        for alias in rows.select_related("person"):
            self.chosen[alias.text] = alias
            made.discard(alias.person_id)
        if made:
            self.tables.person.objects.filter(pk__in=made, aliases=None).delete()


def _likeliest(same: list[Any], name: Name) -> Any:
    """Of the people who have a name of this key: one spelt alike, else the first; None where there is none."""
    alike = [alias for alias in same if alias.text.casefold() == name.text.casefold()]
    return next((alias.person for alias in alike + same), None)


def _by_staff(alias: Any) -> bool:
    return alias.made_by_id is not None or alias.dismissed_by_id is not None


def _decided(known: Any) -> bool:
    """Whether a person said whose this surname is: by the name itself, or by merging somebody who had no more than it."""
    if _by_staff(known) or known.person.merged_into_id is None:
        return _by_staff(known)
    name = name_of(known.person.name)
    return name is None or not name.is_full


def _root(person: Any) -> int:
    return person.merged_into_id or person.pk
