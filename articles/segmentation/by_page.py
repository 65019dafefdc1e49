"""A whole web page pasted or read as lines: the trained classifier says which belong to the article, the rules what they are.

Pure and deterministic. Copy that reads like copy is never shown to the classifier, so that nothing of it can be lost.
"""

from articles.segmentation.by_words import kind_by_words
from articles.segmentation.spans import Kind

# A page: so many short lines without a final stop, such a share of all, and a word of a page among them or a great many.
# Of 963 articles looked at one passes, whose copy ends in a style sheet.
_FEWEST_LABELS, _SHARE_OF_LABELS, _MANY_LABELS = 8, 0.3, 25
_MOST_LINES = 10_000
_LABEL = 60  # characters
_CLOSES = (".", "!", "?", "”", '"', "…")
_ABOVE, _BELOW = 12, 6  # lines around the body in which a headline, captions and credits are still the article's
_SURE = 2.0  # log odds from which the classifier is believed against words of the page
_HEADLINE_WORDS = 4  # from which a title above the body is no menu entry
_LIST = 3  # titles in a row that are no headings but a list of the body


def is_page(paragraphs: list[str]) -> bool:
    """Whether these are the lines of a web page, menus and all, and not copy."""
    if len(paragraphs) > _MOST_LINES:
        return False
    labels = sum(len(paragraph) < _LABEL and not paragraph.endswith(_CLOSES) for paragraph in paragraphs)
    if labels < max(_FEWEST_LABELS, _SHARE_OF_LABELS * len(paragraphs)):
        return False
    return labels >= _MANY_LABELS or any(kind_by_words(paragraph) is Kind.BOILERPLATE for paragraph in paragraphs)


def kinds_on_page(paragraphs: list[str], by_rules: list[Kind], scores: list[float]) -> list[Kind]:
    """The rules' kinds, corrected by each line's log odds of belonging to the article's body.

    What the classifier leaves out is boilerplate, but for one headline above the body and for captions and credits beside
    it. What it takes in is body where the rules saw a menu or a comment; words of the page need more certainty.
    """
    body = [number for number, score in enumerate(scores) if score > 0 and by_rules[number] is Kind.BODY]
    if not body:
        return by_rules
    first, last = body[0] - _ABOVE, body[-1] + _BELOW
    kinds, met = list(by_rules), set()
    for number, (kind, score) in enumerate(zip(by_rules, scores, strict=True)):
        again = kind is Kind.CREDIT and paragraphs[number] in met  # the page signs and dates the article once more
        if kind is Kind.CREDIT:
            met.add(paragraphs[number])
        if score > 0:
            if kind is Kind.BOILERPLATE and (score > _SURE or kind_by_words(paragraphs[number]) is None):
                kinds[number] = Kind.BODY
        elif kind not in (Kind.CAPTION, Kind.CREDIT) or again or not first <= number <= last:
            kinds[number] = Kind.BOILERPLATE
    _mark_lists(kinds)
    headline = _headline(paragraphs, by_rules, body[0])
    if headline is not None:
        kinds[headline] = Kind.HEADING
    return kinds


def _mark_lists(kinds: list[Kind]) -> None:
    """Several headings in a row are a list of the body: teams, ingredients, results."""
    start = 0
    for number in range(len(kinds) + 1):
        if number < len(kinds) and kinds[number] is Kind.HEADING:
            continue
        if number - start >= _LIST:
            kinds[start:number] = [Kind.BODY] * (number - start)
        start = number + 1


def _headline(paragraphs: list[str], by_rules: list[Kind], body: int) -> int | None:
    """The title above the body that shares most words with the page's first line, which is its name in the browser; that line
    itself where there is no other."""
    name = _words(paragraphs[0])
    best, most = None, -1
    for number in (0, *range(max(1, body - _ABOVE), body)):
        words = _words(paragraphs[number])
        if by_rules[number] is Kind.HEADING and len(words) >= _HEADLINE_WORDS and len(words & name) >= most:
            best, most = number, len(words & name) if number else 0
    return best


def _words(line: str) -> frozenset[str]:
    return frozenset(line.casefold().split()[:40])
