"""A comparison as tables for people: what `manage.py compare` prints without --json. Pure."""

from collections.abc import Iterable

from claims.comparison.as_json import NO_ERRORS, Errors
from claims.comparison.copies import Story
from claims.comparison.decisions import Place
from claims.comparison.found import (
    Chain,
    ClaimPlace,
    ComparedClaim,
    Comparison,
    Conflict,
    Difference,
    Flag,
    Naming,
    Scale,
    Utterance,
    Variant,
    VerbUsed,
)
from claims.language.spans import Voice

WORDS_SHOWN = 110
LOST_SHOWN = 12
OUTLET_WIDTH = 22


def table(story: Story, comparison: Comparison, errors: Errors = NO_ERRORS) -> str:
    """The story as plain text: articles, origins, shared passages, quotes aligned, claims across outlets, conflicts, names."""
    lines = [f"Articles ({len(story.copies)})"]
    lines += [f"  {_outlet(story, n)} {copy.key}" for n, copy in enumerate(story.copies)]
    lines += [f"  {'not read':<{OUTLET_WIDTH}} {e['file']}: {e['error']}" for e in errors.values()]
    lines += _part("Origins", (_origin(story, o.articles, o.reason) for o in comparison.origins))
    lines += _part("Chains", (_chain(story, c) for c in comparison.chains))
    lines += _part("Shared passages", (_passage(story, p.members[0].place, p.reason) for p in comparison.passages))
    lines += _part("Quotes", (_utterance(story, u) for u in comparison.utterances))
    lines += _part("Coverage", (_claim(story, c) for c in comparison.claims))
    lines += _part("Possible conflicts: check", (_conflict(story, c) for c in comparison.conflicts))
    lines += _part("Names and verbs", (_naming(story, n) for n in comparison.names))
    return "\n".join([*lines, ""])


def _part(title: str, entries: Iterable[list[str]]) -> list[str]:
    blocks = list(entries)
    return ["", f"{title} ({len(blocks)})", *(f"  {line}" for block in blocks for line in block)]


def _origin(story: Story, articles: Iterable[int], reason: str) -> list[str]:
    return [f"{', '.join(_outlet(story, n).strip() for n in articles)}: {reason}"]


def _chain(story: Story, chain: Chain) -> list[str]:
    whose = f" ← {chain.speaker}" if chain.speaker else ""
    return [f"{_outlet(story, chain.article)} ¶{chain.paragraph:<4}← {chain.through}{whose}: {chain.reason}"]


def _passage(story: Story, place: Place, reason: str) -> list[str]:
    return [_short(story.copies[place.article].text[place.start : place.end]), f"  {reason}"]


def _utterance(story: Story, utterance: Utterance) -> list[str]:
    flags = f"  [{', '.join(utterance.flags)}]" if utterance.flags else ""
    lines = [f"{utterance.speaker or 'Speaker unknown'}{flags}"]
    for number, variant in enumerate(utterance.members):
        sign = "*" if number == utterance.reference else " "
        where = f"{sign} {_outlet(story, variant.place.article)} ¶{variant.paragraph:<4}"
        lines.append(where + proof_read(story.copies[variant.place.article].text, variant))
        kinds = ", ".join(dict.fromkeys(str(d.kind) for d in variant.differences))
        notes = [kinds] if kinds and number != utterance.reference else []
        if Flag.ANOTHER_MOUTH in variant.flags:
            notes.append(f"given to {variant.speaker or 'nobody'}")
        if variant.missing:
            later = f"continued in ¶{variant.continued_in}" if variant.continued_in else "not found in this article"
            notes.append(f"stops before “{_short(variant.missing, 60)}”: {later}")
        if variant.via:
            notes.append("via " + ", ".join(variant.via))
        if notes:
            lines.append(" " * (OUTLET_WIDTH + 8) + "; ".join(notes))
    return [*lines, ""]


def proof_read(text: str, variant: Variant) -> str:
    """The variant's words with what the reference has instead: lost words as [-…-], added or changed ones as {+…+}."""
    shown, at = [], variant.place.start
    for difference in sorted(variant.differences, key=lambda d: (d.start, d.end)):
        if difference.start < at or difference.end > variant.place.end or not _shows(difference):
            continue
        shown.append(text[at : difference.start])
        if difference.words:
            shown.append(f"[-{_ends(difference.words)}-]")
        if difference.end > difference.start:
            shown.append(f"{{+{text[difference.start : difference.end]}+}}")
        elif difference.words:
            shown.append(" ")
        at = difference.end
    shown.append(text[at : variant.place.end])
    return " ".join("".join(shown).split())


def _ends(words: str) -> str:
    """Lost words as they are, or a long stretch of them by its first and last."""
    lost = words.split()
    return " ".join(lost if len(lost) <= LOST_SHOWN else [*lost[:4], "…", *lost[-4:]])


def _shows(difference: Difference) -> bool:
    return bool(difference.words) or difference.kind == "bracketed insertion"


def _claim(story: Story, claim: ComparedClaim) -> list[str]:
    flags = f"  [{', '.join(claim.flags)}]" if claim.flags else ""
    lines = [f"{_short(claim.text)} — {claim.claimant or 'no claimant'}{flags}"]
    if claim.origins_say:
        lines.append(f"  {claim.origins_say}")
    for member in claim.members:
        lines.append(f"  {_outlet(story, member.place.article)} ¶{member.paragraph:<4}{_cell(member)}")
    lines += [f"  {_outlet(story, n)}      no denial found in this outlet" for n in claim.missing]
    return [*lines, ""]


def _cell(member: ClaimPlace) -> str:
    told = "in its own voice" if member.voice is Voice.OUTLET else f"attributed to {member.claimant or 'somebody'}"
    return f"{member.stance}, {told}{' (told as fact here)' if member.leaks else ''}"


def _conflict(story: Story, conflict: Conflict) -> list[str]:
    lines = [f"{conflict.question} ({conflict.kind})"]
    lines += [f"  {_outlet(story, a.place.article)} ¶{a.paragraph:<4}{_short(a.value)}" for a in conflict.members]
    return [*lines, ""]


def _naming(story: Story, naming: Naming) -> list[str]:
    lines = [naming.person]
    for n in range(len(story.copies)):
        called = [f"{used.text} ({used.count})" for used in naming.used if used.article == n]
        verbs = dict.fromkeys(_verb(verb) for verb in naming.verbs if verb.article == n)
        said = [", ".join(called)] * bool(called) + [f"reported by {', '.join(verbs)}"] * bool(verbs)
        if said:
            lines.append(f"  {_outlet(story, n)} {'; '.join(said)}")
    return [*lines, ""]


def _verb(verb: VerbUsed) -> str:
    return f"“{verb.text}”" + ("" if verb.scale is Scale.NEUTRAL else f" ({verb.scale})")


def _outlet(story: Story, number: int) -> str:
    """The article's number and outlet; its file's name where the copy does not say who published it."""
    copy = story.copies[number]
    name = copy.outlet or copy.key.replace("\\", "/").rsplit("/", 1)[-1]
    return f"{number + 1:>2} {_short(name, OUTLET_WIDTH - 3):<{OUTLET_WIDTH - 3}}"


def _short(words: str, width: int = WORDS_SHOWN) -> str:
    words = " ".join(words.split())
    return words if len(words) <= width else words[: width - 1] + "…"
