"""Words that a variant gives in another place than the reference. Pure."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from claims.comparison.words import Word

FAR = 8  # words
LOOKED = 40  # runs without a partner in which a moved run is looked for


def moved_words(ref: Sequence[Word], var: Sequence[Word], pairs: Sequence[tuple[int, int]]) -> dict[int, int]:
    """Variant word → the reference word that it is in another place, for runs without a partner in `pairs` (aligned words)."""
    held_ref, held_var = {i for i, _ in pairs}, {j for _, j in pairs}
    free = _runs([i for i in range(len(ref)) if i not in held_ref])
    telling = {ref[i].norm: i for run in free for i in run if ref[i].is_content}
    holding: dict[str, list[int]] = defaultdict(list)  # word → runs of the reference that hold it
    for n, at in enumerate(free):
        for norm in {ref[i].norm for i in at}:
            holding[norm].append(n)
    places: dict[int, int] = {}
    for run in _runs([j for j in range(len(var)) if j not in held_var]):
        if not any(var[j].is_content for j in run):
            continue
        alone = sum(var[j].is_content for j in run) == 1
        beside = [i for i, j in pairs if j in (run[0] - 1, run[-1] + 1)]
        norms = [var[j].norm for j in run]
        for at in (free[n] for n in min((holding.get(norm, []) for norm in norms), key=len)[:LOOKED]):
            start = position([ref[i].norm for i in at], norms)
            if start is not None and not (alone and _is_far(at[start], beside)):
                places.update(zip(run, at[start : start + len(run)], strict=True))
                break
        else:
            found = _scattered(var, run, telling)
            if not (alone and any(_is_far(i, beside) for i in found.values())):
                places.update(found)
    return places


def _is_far(at: int, beside: Sequence[int]) -> bool:
    """Whether a word stands far from those beside which the variant gives it: it is another one ("again" of another clause)."""
    return bool(beside) and min(abs(at - i) for i in beside) > FAR


def _scattered(var: Sequence[Word], run: list[int], at: Mapping[str, int]) -> dict[int, int]:
    """A run whose telling words all stand elsewhere in the reference, without its small words."""
    telling = [j for j in run if var[j].is_content]
    if not all(var[j].norm in at for j in telling):
        return {}
    first = at[var[telling[0]].norm]
    return {j: at.get(var[j].norm, first) for j in run}


def _runs(numbers: Sequence[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for n in numbers:
        if runs and runs[-1][-1] == n - 1:
            runs[-1].append(n)
        else:
            runs.append([n])
    return runs


def position(where: Sequence[str], what: Sequence[str]) -> int | None:
    """Where `what` stands unbroken in `where`; None where it does not."""
    where, what = list(where), list(what)
    for start in range(len(where) - len(what) + 1):
        if where[start] == what[0] and where[start : start + len(what)] == what:
            return start
    return None
