"""The fullest name that an article gives a mention: a person's, or a body's as it is written."""

from dataclasses import dataclass

from claims.language import words
from claims.language.items import Item
from claims.language.names import ORIGIN, People, Person, is_body, runs_of, split_title
from claims.language.roles import HEADS, is_role, role_of
from claims.language.speakers import ANONYMOUS, Mention

END = 10**9
PARTY_NOUNS = frozenset(("republican", "democrat", "conservative", "liberal", "socialist"))
# offices of which a body has one: whoever holds it is told apart by it, named or not
OFFICE_HOLDERS = frozenset(
    words.listed(
        "general director president chairman chairwoman chair chief commissioner secretary mayor governor premier minister"
    )
)


@dataclass(frozen=True, slots=True)
class Identity:
    """The name behind a mention (None where it stays unnamed) and the person, if it is one that the article names."""

    name: str | None
    person: Person | None = None
    spoke: bool = False  # has it been reported to say something?


def identify(items: list[Item], mention: Mention, people: People, anywhere: bool = False) -> Identity:
    """The fullest name that the article gives the mention; pronouns are not settled here.

    A role ("the mayor") means somebody named before it, or, with `anywhere`, somebody named at all.
    """
    span = items[mention.first : mention.last]
    at = END if anywhere else span[0].start
    if joint := _joint(items, mention, people):
        return joint
    while len(span) > 1 and span[-1].cls == "POSS":
        span = span[:-1]
    head = _head(span)
    runs = runs_of(head)
    if runs:
        start, end = runs[-1]
        described, name = split_title([x.text for x in head[start:end]])
        ends_phrase = end == len(head)
        possessive = not ends_phrase and head[end].cls == "POSS"
        if ends_phrase and len(runs) > 1 and not described and _joined(head, runs):
            return Identity(people.body([x.text for x in head[runs[0][0] :]]) or _as_written(head, people))
        if (
            not ends_phrase
            and not possessive
            and end == len(head) - 1
            and is_body(name)
            and head[-1].low in words.MESSAGE_NOUNS
        ):
            whole = people.body(name) or ("the " + " ".join(name) if len(name) > 1 else None)
            return Identity(whole)  # "a Harbour Office report", but no "TV ad"
        if ends_phrase and name:
            return _named(head, span, start, described, name, people, at)
        texts = not ends_phrase and head[-1].low in (
            "text",
            "texts",
            "tweet",
            "tweets",
            "post",
            "posts",
            "email",
            "emails",
        )
        if (possessive and head[-1].low in words.MESSAGE_NOUNS) or (
            texts and people.named(name, "", head[start].start)
        ):  # "Smith’s post said": Smith speaks
            return identify(items, Mention(mention.first + start, mention.first + end), people, anywhere)
        if possessive and is_role(head[-1]):  # "Vale’s lawyer", "the Harbour Office’s director"
            owned = _by_role(head, span, people, at)
            return owned if owned.name else _office(head, start, end, people)
        if head[-1].low == "campaign" and (campaign := _campaign(head, start, end, people)):
            return campaign
    if is_role(head[-1]):
        known = _by_role(head, span, people, at)
        if known.name or not runs or runs[-1][1] != len(head) - 1 or not is_body([head[-2].text]):
            return known
        return _office(head, *runs[-1], people)  # "the FBI director"
    anonymous = head[0].low in ("a", "an", "another", "one") and not runs
    if runs and not anonymous:
        return Identity(_as_written(head, people))
    if any(ORIGIN.match(x.low) and x.text[0].isupper() for x in head) and not anonymous:
        return Identity(_as_written(head, people))
    return Identity(None)


def _named(
    head: list[Item], span: list[Item], start: int, described: list[str], name: list[str], people: People, at: int
) -> Identity:
    """A phrase that ends in capitals: a person, a body, or a title with no name behind it."""
    title = described[-1].lower() if described else ""
    role = name[-1].lower()
    if len(name) == 1 and role in HEADS and (not described or is_role(head[-1])):  # "the President", "the Republican"
        found = _by_role(head, span, people, at)
        if found.name or head[0].low in ANONYMOUS or role in PARTY_NOUNS:
            return found
    elif (person := people.named(name, title, head[-1].start)) and (len(name) > 1 or title or not is_body(name)):
        return Identity(person.name, person)
    bare = len(head) == len(name) or (len(head) == len(name) + 1 and head[0].low == "the")
    if not described and bare and (full := people.body(name)):
        return Identity(full)
    if described and not is_body(name):
        return Identity(" ".join(name))
    if is_body(name) or start == 0 or head[start - 1].cls in ("DET", "POSS", "NUM"):
        return Identity(_as_written(head, people))
    role_before = head[start - 1].low in words.ROLE_NOUNS
    return Identity(" ".join(name) if len(name) > 1 or role_before else _as_written(head, people))


def _by_role(head: list[Item], span: list[Item], people: People, at: int) -> Identity:
    """ "The mayor", "Vale’s lawyer", "a spokesman for the port": a person the article names, a body's voice, or nobody."""
    asked = None if head[0].low in ANONYMOUS else role_of(span)
    if asked and (person := people.described(span, asked, at)):
        return Identity(person.name, person)
    if head[-1].low.startswith(("spokes", "representative")) and len(head) < len(span):
        body = span[len(head) + 1 :]  # an unnamed spokesperson is the body's voice
        if runs_of(body) and not people.named([x.text for x in body if x.cls == "NAME"]):
            return Identity(_as_written(body, people))
    return Identity(None)


def _office(head: list[Item], start: int, end: int, people: People) -> Identity:
    """The holder of an office that only one can hold, never named: "the Harbour Office director"."""
    owner = [x.text for x in head[start:end]]
    if head[0].low in ANONYMOUS or head[-1].low not in OFFICE_HOLDERS or people.named(split_title(owner)[1]):
        return Identity(None)
    full = people.body(owner) or " ".join(owner)
    full = full[4:] if full[:4].lower() == "the " else full
    return Identity(f"the {full} " + " ".join(x.text for x in head[end:] if x.cls != "POSS"))


def _campaign(head: list[Item], start: int, end: int, people: People) -> Identity | None:
    """ "Vale’s campaign", "the Vale campaign": one body by one name, with the candidate's in full."""
    name = split_title([x.text for x in head[start:end]])[1]
    person = people.named(name, "", head[start].start)
    if person is None or any(is_role(x) for x in head[end:]):
        return None
    return Identity(f"the {person.name} campaign")


def _joint(items: list[Item], mention: Mention, people: People) -> Identity | None:
    """ "Vale and Orr": two people that the article names; "Secretary of the Interior Ann Orr": one, behind a long title."""
    span = items[mention.first : mention.last]
    if len(span) > 3 and span[0].low in ("both", "either", "neither"):
        span = span[1:]
    runs = runs_of(span)
    if runs and runs[-1][1] == len(span) and span[0].low in words.TITLES and len(span) > 3 and span[1].low == "of":
        described, name = split_title([x.text for x in span[runs[-1][0] :]])  # "Secretary of the Interior Ann Orr"
        if described and (person := people.named(name)):
            return Identity(person.name, person)
    joint = next((k for k, x in enumerate(span) if x.low in ("and", "or", "nor", "&")), 0)
    if not joint or len(runs) < 2 or runs[-1][1] != len(span):
        return None
    pair = [_ending(part, people) for part in (span[:joint], span[joint + 1 :])]
    if pair[0] and pair[1] and pair[0] is not pair[1]:
        return Identity(f"{pair[0].name} and {pair[1].name}")
    return None


def _ending(part: list[Item], people: People) -> Person | None:
    """The person whose name ends a phrase."""
    runs = runs_of(part)
    if not runs or runs[-1][1] != len(part) or any(x.cls in ("PREP", "CONJ", "COMMA") for x in part):
        return None
    start, end = runs[-1]
    described, name = split_title([x.text for x in part[start:end]])
    return people.named(name, described[-1].lower() if described else "", part[start].start)


def _head(span: list[Item]) -> list[Item]:
    """The phrase without what hangs on it: "a spokesman for the campaign" → "a spokesman"; two joined bodies stay joined."""
    for i, item in enumerate(span):
        if (
            item.cls == "PREP"
            and i
            and not (
                item.low in ("of", "for", "on")
                and span[i - 1].cls == "NAME"
                and i + 1 < len(span)
                and _bodyish(span[:i])
            )
        ):
            return span[:i]
    return span


def _joined(head: list[Item], runs: list[tuple[int, int]]) -> bool:
    """Is the last run of names the end of a body's, as in "the Center for Harbour Policy"?"""
    before, last = runs[-2], runs[-1]
    return last[0] - before[1] <= 2 and head[before[1]].low in ("of", "for", "on") and _bodyish(head[: before[1]])


def _bodyish(span: list[Item]) -> bool:
    """ "Ministry of Defence", "Department of State" keep what follows "of"."""
    return span[-1].low in words.ORGANISATION_WORDS


def as_phrase(span: list[Item]) -> str:
    """A mention that names nobody as it stands inside a sentence: "The county" → "the county"."""
    out = "".join((" " if n and x.spaced else "") + x.text for n, x in enumerate(span))
    return out if span[0].cls == "NAME" else out[:1].lower() + out[1:]


def _as_written(span: list[Item], people: People) -> str:
    """An organisation as the article writes it, with "the" in lower case unless it is part of the name."""
    out = ""
    while span and span[-1].cls == "POSS":
        span = span[:-1]
    for item in span:
        out += (" " if out and item.spaced else "") + item.text
    if out.startswith("The ") and out not in people.the_names:
        out = "the " + out[4:]
    return " ".join(out.split())
