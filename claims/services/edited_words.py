"""The words that staff chose in an article, made into spans: found, fitted to their quotation marks, with speaker and cue."""

from dataclasses import dataclass

from articles.models import Article, Paragraph
from claims.language.marks import Marked, pair
from claims.language.spans import QuoteKind
from claims.services.find_words import find_words
from newsdesk.errors import BadInput, NotPossibleNow

_MARKS = '“”„‟"«»'


@dataclass(frozen=True, slots=True)
class Place:
    """Words in a paragraph: `article.body[start:end]`."""

    paragraph: Paragraph
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.paragraph.text[self.start - self.paragraph.start : self.end - self.paragraph.start]


def lock_article(article_id: int) -> Article:
    """The article, its row locked so that its quotes are edited one after another. Withdrawn articles are not edited."""
    article = Article.objects.select_for_update(no_key=True).filter(pk=article_id).first()
    if article is None:
        raise NotPossibleNow("There is no such article.", status=404)
    if article.is_withdrawn:
        raise NotPossibleNow("This article has been withdrawn: its quotes and claims stay as they are.")
    return article


def place_of(article: Article, paragraph_number: int, words: str, occurrence: int = 1) -> Place:
    """Where the words stand; BadInput where they do not, or the paragraph repeats another."""
    paragraph = article.paragraphs.select_related("duplicate_of").filter(number=paragraph_number).first()
    if paragraph is None:
        raise BadInput(f"This article has no paragraph {paragraph_number}.")
    if paragraph.duplicate_of is not None:
        first = paragraph.duplicate_of.number
        raise BadInput(f"Paragraph {paragraph.number} repeats paragraph {first}: choose the words there.")
    return Place(paragraph, *find_words(paragraph, words, occurrence))


def marked_in(paragraph: Paragraph) -> list[Marked]:
    """The stretches inside quotation marks of the paragraph, those inside others left out; offsets of the article."""
    found = pair(paragraph.text, [(0, len(paragraph.text))])
    return [one for one in found if one.depth == 0]


def guess_kind(place: Place) -> QuoteKind:
    """All of it in marks: direct; some: mixed; none: indirect."""
    start, end = place.start - place.paragraph.start, place.end - place.paragraph.start
    stretches = marked_in(place.paragraph)
    if any(one.outer_start <= start and end <= one.outer_end for one in stretches):
        return QuoteKind.DIRECT
    return QuoteKind.MIXED if any(one.start < end and start < one.end for one in stretches) else QuoteKind.INDIRECT


def fitted(place: Place, kind: QuoteKind) -> Place:
    """For words that stand wholly in marks: the marks around them left out."""
    if kind not in (QuoteKind.DIRECT, QuoteKind.SCARE):
        return place
    text = place.text
    start = place.start + len(text) - len(text.lstrip(_MARKS + " "))
    end = place.end - (len(text) - len(text.rstrip(_MARKS + " ")))
    if start >= end:
        raise BadInput("There are no words inside these quotation marks.")
    return Place(place.paragraph, start, end)


def quoted_in(place: Place, kind: QuoteKind) -> list[list[int]]:
    """The stretches inside marks, as the quote's row keeps them."""
    if kind in (QuoteKind.DIRECT, QuoteKind.SCARE):
        return [[place.start, place.end]]
    if kind is QuoteKind.INDIRECT:
        return []
    offset = place.paragraph.start
    inside = [
        (max(one.start + offset, place.start), min(one.end + offset, place.end)) for one in marked_in(place.paragraph)
    ]
    return [[start, end] for start, end in inside if start < end]


def nearest(place: Place, words: str) -> tuple[int, int] | None:
    """The span of `words` in the paragraph that lies nearest to the place, outside it where possible; None without one."""
    text, offset = place.paragraph.text, place.paragraph.start
    starts, at = [], text.find(words)
    while at != -1 and words:
        starts.append(at + offset)
        at = text.find(words, at + 1)
    if not starts:
        return None

    def distance(start: int) -> tuple[bool, int]:
        end = start + len(words)
        inside = place.start <= start and end <= place.end
        return inside, max(place.start - end, start - place.end, 0)

    start = min(starts, key=distance)
    return start, start + len(words)


def speaker_and_cue(place: Place, speaker: str, cue: str) -> dict[str, object]:
    """The columns for who said it and by which word; BadInput where the cue is not in the paragraph."""
    speaker, cue = " ".join(speaker.split())[:300], " ".join(cue.split())[:200]
    mention, word = nearest(place, speaker), nearest(place, cue)
    if cue and word is None:
        raise BadInput(f"The cue “{cue}” is not in paragraph {place.paragraph.number}.")
    return {
        "speaker_name": speaker,
        "speaker_text": speaker if mention else "",
        "speaker_start": mention[0] if mention else None,
        "speaker_end": mention[1] if mention else None,
        "cue_text": cue,
        "cue_start": word[0] if word else None,
        "cue_end": word[1] if word else None,
    }
