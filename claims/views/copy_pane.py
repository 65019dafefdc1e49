"""The copy beside a claim: any article of its story, with the claim, quotes and citations marked, to select words from."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from articles.models import Article, Paragraph
from articles.segmentation.spans import Kind
from claims.language.highlight import Mark, segments_of
from claims.language.spans import Stance
from claims.models import Appearance, Citation, Claim, Quote
from claims.views.copy_labels import quote_label
from claims.views.copy_page import Part, marks_by_paragraph, read_part
from claims.views.opened import Opened

NEAR = 3
"""How many paragraphs before the first place of the claim stay unfolded."""


@dataclass(frozen=True, slots=True)
class Piece:
    text: str
    classes: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class ShownParagraph:
    """`notes` say what a reader should know of it: where the claim was found, what it repeats."""

    id: int
    number: int
    kind: str
    is_origin: bool
    is_near: bool
    is_duplicate: bool
    pieces: tuple[Piece, ...]
    notes: tuple[str, ...]


@dataclass(slots=True)
class Block:
    """Paragraphs that stand together; a `label` means that they are folded under it."""

    label: str
    paragraphs: list[ShownParagraph] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class ArticleTab:
    article: Article
    is_open: bool
    is_origin: bool
    appearances: int


@dataclass(frozen=True, slots=True)
class CopyPane:
    """`article` None where the story has no article left; `paragraphs` are those of the open article, or of the part of a
    very long one, for choosing one."""

    article: Article | None
    tabs: list[ArticleTab]
    blocks: list[Block]
    paragraphs: list[Paragraph]
    part: Part

    @property
    def place(self) -> Opened:
        """Where the pane stands open, for forms and addresses."""
        at = None if self.part.is_whole else self.part.first
        return Opened(self.article.pk, at) if self.article else Opened()


def read_copy_pane(
    claim: Claim,
    appearances: Sequence[Appearance],
    citations: Sequence[Citation],
    *,
    opened: Opened,
    with_stances: bool,
) -> CopyPane:
    """The pane open as `opened` says, or where the claim was found. Three queries, whatever the story's size, and two more for a very long article."""
    article_id = opened.article_id
    origin_id = next((a.article_id for a in appearances if a.article.withdrawn_at is None), None)
    articles = _articles(claim, {article_id, *(a.article_id for a in appearances)})
    wanted = [article_id, origin_id, *(a.article_id for a in appearances), *(a.pk for a in articles)]
    by_id = {article.pk: article for article in articles}
    article = next((by_id[pk] for pk in wanted if pk in by_id), None)
    if article is None:
        return CopyPane(None, [], [], [], Part(1, 0, 0))
    tabs = [
        ArticleTab(a, a.pk == article.pk, a.pk == origin_id, sum(x.article_id == a.pk for x in appearances))
        for a in articles
    ]
    here = [a for a in appearances if a.article_id == article.pk]
    part, paragraphs = read_part(
        article.paragraphs.defer("search", "folded_sha256"),
        opened.at or (here[0].paragraph.number if here else 1),
    )
    marks = _marks(article, paragraphs, here, citations, with_stances=with_stances)
    origins = {a.paragraph_id: a for a in here}
    return CopyPane(article, tabs, _blocks(paragraphs, marks, origins), paragraphs, part)


def _articles(claim: Claim, wanted: set[int | None]) -> list[Article]:
    """The story's newest versions that stand, and whatever else is wanted by name; the earliest published first."""
    rows = (
        Article.objects.filter(story=claim.story_id)
        .select_related("outlet", "replaced_by")
        .defer("body", "headline_search", "replaced_by__body", "replaced_by__headline_search")
        .order_by("published_on", "filed_at", "id")
    )
    return [a for a in rows if a.pk in wanted or (not a.is_withdrawn and a.newer is None)]


def _marks(
    article: Article,
    paragraphs: Sequence[Paragraph],
    appearances: Sequence[Appearance],
    citations: Sequence[Citation],
    *,
    with_stances: bool,
) -> list[Mark]:
    start, end = (paragraphs[0].start, paragraphs[-1].end) if paragraphs else (0, 0)
    marks = [Mark(a.start, a.end, Piece("", "seg--open")) for a in appearances]
    quotes = Quote.objects.filter(article=article, dismissed_at=None, start__lt=end, end__gt=start).defer("search")
    marks += [Mark(q.start, q.end, _quote_piece(q)) for q in quotes]
    for citation in citations:
        if citation.paragraph is not None and citation.paragraph.article_id == article.pk:
            stance = f" seg--{citation.stance}" if with_stances and citation.stance != "context" else ""
            label = f"Citation {citation.number}" if with_stances else "Cited"
            marks.append(Mark(citation.start or 0, citation.end or 0, Piece("", f"seg--cited{stance}", label)))
    return marks


def _quote_piece(quote: Quote) -> Piece:
    return Piece("", "seg--quote is-repaired" if quote.repaired else "seg--quote", quote_label(quote))


def _blocks(paragraphs: list[Paragraph], marks: list[Mark], origins: dict[int, Appearance]) -> list[Block]:
    places = [index for index, paragraph in enumerate(paragraphs) if paragraph.pk in origins]
    first_shown = max(places[0] - NEAR, 0) if places else 0
    numbers = {paragraph.pk: paragraph.number for paragraph in paragraphs}
    blocks: list[Block] = []
    inside = marks_by_paragraph(paragraphs, marks)
    for index, paragraph in enumerate(paragraphs):
        fold = "boilerplate" if paragraph.kind == Kind.BOILERPLATE else "above" if index < first_shown else ""
        if not blocks or blocks[-1].label != fold:
            blocks.append(Block(fold))
        near = any(abs(index - place) <= 1 for place in places)
        blocks[-1].paragraphs.append(_shown(paragraph, inside[index], origins.get(paragraph.pk), numbers, near=near))
    for block in blocks:
        block.label = _fold_label(block)
    return blocks


def _fold_label(block: Block) -> str:
    if not block.label:
        return ""
    first, last = block.paragraphs[0].number, block.paragraphs[-1].number
    span = f"Paragraph {first}" if first == last else f"Paragraphs {first} to {last}"
    return f"{span}{' above' if block.label == 'above' else ', boilerplate'}"


def _shown(
    paragraph: Paragraph, marks: list[Mark], origin: Appearance | None, numbers: dict[int, int], *, near: bool
) -> ShownParagraph:
    notes = []
    if origin is not None:
        notes.append("Where the claim was found")
        notes.append(_whose(origin))
    if paragraph.duplicate_of_id:
        notes.append(f"Repeats ¶{numbers.get(paragraph.duplicate_of_id, '?')}, counted once")
    if paragraph.kind == Kind.CAPTION:
        notes.append("Caption")
    pieces = segments_of(paragraph.text, marks, offset=paragraph.start)
    return ShownParagraph(
        id=paragraph.pk,
        number=paragraph.number,
        kind=paragraph.kind,
        is_origin=origin is not None,
        is_near=near and origin is None,
        is_duplicate=paragraph.duplicate_of_id is not None,
        pieces=tuple(_joined(piece.text, piece.keys) for piece in pieces),
        notes=tuple(notes),
    )


def _whose(origin: Appearance) -> str:
    """In whose voice the claim stands there, and how."""
    if not origin.claimant:
        return "In the outlet’s own voice"
    return (
        f"Attributed to {origin.claimant}"
        if origin.stance == Stance.ASSERTS
        else f"{origin.claimant} {origin.stance} it"
    )


def _joined(text: str, keys: Iterable[object]) -> Piece:
    """One flat piece with the classes of all marks that cover it."""
    pieces = [key for key in keys if isinstance(key, Piece)]
    classes = " ".join(dict.fromkeys(word for piece in pieces for word in piece.classes.split()))
    label = "; ".join(dict.fromkeys(piece.label for piece in pieces if piece.label))
    return Piece(text, f"seg {classes}" if classes else "", label)
