"""A comparison as the object that `manage.py compare --json` prints (docs/machine-readable-output.md). Pure."""

from collections.abc import Mapping
from typing import Any

from claims.comparison.copies import Story
from claims.comparison.decisions import Place
from claims.comparison.found import ComparedClaim, Comparison, Conflict, Naming, Utterance

type Errors = Mapping[int, Mapping[str, str]]
NO_ERRORS: Errors = {}


def contract(story: Story, comparison: Comparison, errors: Errors = NO_ERRORS) -> dict[str, Any]:
    """The whole comparison. `errors`: place among the files given → {"file", "error"} of one that could not be read."""
    return {
        "articles": _articles(story, errors),
        "shared_passages": [
            {
                "members": [
                    {
                        "file": _file(story, m.place),
                        "paragraph": m.paragraph,
                        "start": m.place.start,
                        "end": m.place.end,
                    }
                    for m in passage.members
                ],
                "containment": round(passage.containment, 3),
            }
            for passage in comparison.passages
        ],
        "origins": [
            {"files": [story.copies[n].key for n in origin.articles], "reason": origin.reason}
            for origin in comparison.origins
        ],
        "utterances": [_utterance(story, utterance) for utterance in comparison.utterances],
        "claims": [_claim(story, claim) for claim in comparison.claims],
        "conflicts": [_conflict(story, conflict) for conflict in comparison.conflicts],
        "names": [_naming(story, naming) for naming in comparison.names],
    }


def _articles(story: Story, errors: Errors) -> list[dict[str, Any]]:
    read = iter(story.copies)
    shown: list[dict[str, Any]] = []
    for place in range(len(story.copies) + len(errors)):
        if place in errors:
            shown.append(dict(errors[place]))
        else:
            copy = next(read)
            shown.append({"file": copy.key, "text": copy.text, "outlet": copy.outlet or None})
    return shown


def _file(story: Story, place: Place) -> str:
    return story.copies[place.article].key


def _at(story: Story, place: Place) -> dict[str, Any]:
    return {"file": _file(story, place), "start": place.start, "end": place.end}


def _utterance(story: Story, utterance: Utterance) -> dict[str, Any]:
    flags = [*utterance.flags, *(flag for member in utterance.members for flag in member.flags)]
    return {
        "speaker": utterance.speaker,
        "members": [
            {
                **_at(story, member.place),
                "text": member.text,
                "differences": [
                    {"kind": str(d.kind), "start": d.start, "end": d.end, "words": d.words} for d in member.differences
                ],
            }
            for member in utterance.members
        ],
        "flags": [str(flag) for flag in dict.fromkeys(flags)],
    }


def _claim(story: Story, claim: ComparedClaim) -> dict[str, Any]:
    return {
        "text": claim.text,
        "claimant": claim.claimant,
        "origins": claim.origins,
        "members": [
            {
                **_at(story, member.place),
                "voice": str(member.voice),
                "stance": str(member.stance),
                "score": round(member.score, 3),
            }
            for member in claim.members
        ],
        "flags": [str(flag) for flag in claim.flags],
    }


def _conflict(story: Story, conflict: Conflict) -> dict[str, Any]:
    return {
        "kind": str(conflict.kind),
        "question": conflict.question,
        "members": [{**_at(story, answer.place), "value": answer.value} for answer in conflict.members],
    }


def _naming(story: Story, naming: Naming) -> dict[str, Any]:
    return {
        "person": naming.person,
        "used": [
            {"file": story.copies[used.article].key, "text": used.text, "count": used.count} for used in naming.used
        ],
        "verbs": [
            {"file": story.copies[verb.article].key, "text": verb.text, "scale": str(verb.scale)}
            for verb in naming.verbs
        ],
    }
