"""The kind of each paragraph: first by its own words, then by where it stands. Pure and deterministic."""

import logging
from functools import cache

from articles.segmentation import boilerplate
from articles.segmentation.by_page import is_page, kinds_on_page
from articles.segmentation.by_words import QUOTED_WHOLE, is_title, kind_by_words
from articles.segmentation.patterns import BYLINE, DATELINE, NAME_ALONE, OUTLET
from articles.segmentation.spans import Kind

logger = logging.getLogger(__name__)

_COMMENT_LINES = 12  # a comments section of more paragraphs than this, all of them long, is copy after all


def kinds_of(paragraphs: list[str]) -> list[Kind]:
    """One kind a paragraph, by the rules; the lines of a whole web page are shown to the trained classifier too."""
    kinds = by_rules(paragraphs)
    scores = body_scores(paragraphs) if is_page(paragraphs) else None
    return kinds if scores is None else kinds_on_page(paragraphs, kinds, scores)


def body_scores(paragraphs: list[str]) -> list[float] | None:
    """Each line's log odds of belonging to the article's body; None where the classifier cannot be read."""
    from articles.segmentation import trees  # numpy only where a page is met: reading a file needs none

    try:
        return trees.load().body_scores(paragraphs).tolist()
    except trees.WeightsError as error:
        _told(str(error))
        return None


@cache
def _told(sentence: str) -> None:
    """Say it in the log, once a process."""
    logger.warning("%s Paragraphs are told apart by rules.", sentence)


def by_rules(paragraphs: list[str]) -> list[Kind]:
    """One kind a paragraph. A short line without a final stop is a heading or not by its neighbours."""
    kinds = [kind_by_words(paragraph) for paragraph in paragraphs]
    titles = [kind is None and is_title(paragraph) for kind, paragraph in zip(kinds, paragraphs, strict=True)]
    copy = [number for number, kind in enumerate(kinds) if kind is None and not titles[number]]
    if not copy:
        return _without_copy(paragraphs, kinds)
    first, last = copy[0], _end_of_copy(paragraphs, kinds, copy)
    _mark_tail(paragraphs, kinds, last)
    _headline_with_stop(paragraphs, kinds, copy)
    _mark_titles(paragraphs, kinds, titles, first, last)
    return [kind or Kind.BODY for kind in kinds]


def _without_copy(paragraphs: list[str], kinds: list[Kind | None]) -> list[Kind]:
    """Nothing ends in a stop: the first open line is the heading where another follows, the others are body."""
    unmarked = [number for number, kind in enumerate(kinds) if kind is None]
    if len(unmarked) > 1:
        kinds[unmarked[0]] = Kind.HEADING
    return [kind or Kind.BODY for kind in kinds]


def _end_of_copy(paragraphs: list[str], kinds: list[Kind | None], copy: list[int]) -> int:
    """The last paragraph of the copy: before the comments section, if there is one after three paragraphs of copy."""
    whole, written, before = sum(len(paragraphs[number]) for number in copy), 0, 0
    for number, paragraph in enumerate(paragraphs):
        if before < len(copy) and copy[before] == number:
            before += 1
            written += len(paragraph)
        elif before >= 3 and kinds[number] is Kind.BOILERPLATE and boilerplate.COMMENTS.fullmatch(paragraph):
            rest = whole - written
            if rest < written or (len(copy) - before > _COMMENT_LINES and rest < 3 * written):
                return copy[before - 1]
    return copy[-1]


def _mark_tail(paragraphs: list[str], kinds: list[Kind | None], last: int) -> None:
    """After the copy credits stay credits, an outlet's name by itself is one, and what is no title is a comment."""
    nothing_but_credits = True
    for number in range(last + 1, len(kinds)):
        if kinds[number] is None and nothing_but_credits and OUTLET.fullmatch(paragraphs[number]):
            kinds[number] = Kind.CREDIT
        elif kinds[number] is None and not is_title(paragraphs[number]):
            kinds[number] = Kind.BOILERPLATE
        nothing_but_credits = nothing_but_credits and kinds[number] is Kind.CREDIT


def _headline_with_stop(paragraphs: list[str], kinds: list[Kind | None], copy: list[int]) -> None:
    """Some outlets end headlines with a stop: the first paragraph, short, in title case or before a byline or dateline."""
    first = copy[0]
    if len(copy) < 2 or any(kind is None for kind in kinds[:first]):
        return
    headline, following = paragraphs[first], paragraphs[first + 1]
    words = headline.split()
    if len(words) > 20 or len(headline) > 160 or QUOTED_WHOLE.fullmatch(headline) or headline.endswith((":", ",", ";")):
        return
    long_words = [word for word in words if len(word) > 3 and word[0].isalpha()]
    title_case = len(long_words) >= 4 and sum(word[0].isupper() for word in long_words) * 10 >= len(long_words) * 8
    asked = headline.endswith("?") and len(words) <= 16 and kinds[first + 1] is None
    if title_case or asked or BYLINE.fullmatch(following) or DATELINE.match(following):
        kinds[first] = Kind.HEADING


def _mark_titles(paragraphs: list[str], kinds: list[Kind | None], titles: list[bool], first: int, last: int) -> None:
    """Headings where they head something; menus, labels and lists of links are boilerplate."""
    first_links = next(
        (number for number in range(last + 1, len(kinds)) if kinds[number] is Kind.BOILERPLATE), len(kinds)
    )
    for start, end in _runs(kinds, titles):
        run = paragraphs[start:end]
        words = [len(paragraph.split()) for paragraph in run]
        if start > 0 and paragraphs[start - 1].endswith(":") and kinds[start - 1] is None:
            continue  # a list that the copy announces
        if start > last:
            linked = first_links < start or end - start > 1
            kinds[start:end] = [Kind.BOILERPLATE if linked else Kind.HEADING] * (end - start)
            continue
        under_links = (
            start > 0
            and kinds[start - 1] is Kind.BOILERPLATE
            and start > first
            and bool(boilerplate.LINKS.fullmatch(paragraphs[start - 1]))
        )
        for number, count in enumerate(words, start):
            if number < first and max(words) > count and OUTLET.fullmatch(paragraphs[number]):
                kinds[number] = Kind.CREDIT
                continue
            if start < number < first and NAME_ALONE.fullmatch(paragraphs[number]) and kinds[number + 1] is Kind.CREDIT:
                kinds[number] = Kind.CREDIT  # a bare name between headline and date line
                continue
            menu = end - start >= 4 and (count <= 4 or (number < end - 2 and start > first))
            label = number < first and count <= 2 and max(words) > 3
            kinds[number] = Kind.BOILERPLATE if menu or label or (under_links and end - start > 1) else Kind.HEADING


def _runs(kinds: list[Kind | None], titles: list[bool]) -> list[tuple[int, int]]:
    """Stretches [start, end) of neighbouring titles."""
    runs: list[tuple[int, int]] = []
    for number, kind in enumerate(kinds):
        if not titles[number] or kind is not None:
            continue
        if runs and runs[-1][1] == number:
            runs[-1] = (runs[-1][0], number + 1)
        else:
            runs.append((number, number + 1))
    return runs
