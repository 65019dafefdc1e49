"""The pipeline: a blank English spaCy pipeline whose components mark, cut, attribute and weigh. Loaded once a process."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from claims.language.lexicon import Lexicon

LONG_RUN = re.compile(r"\S{101,}")
PIECE = 100
COMPONENTS = ("units", "names", "quotes", "judgement", "claims", "wording")
GIVEN = ("paragraphs", "marks", "lexicon")
EXTENSIONS = (*GIVEN, "units", "vocabulary", "people", "quotes", "trained", "judgement", "claims", "wording")


@cache
def pipeline() -> Language:
    """The blank English pipeline with this package's components, in the order in which they lean on each other."""
    import claims.language.components  # noqa: F401  (registers the factories)

    for name in EXTENSIONS:
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=None)
    nlp = spacy.blank("en")
    nlp.max_length = 10**9
    for name in COMPONENTS:
        nlp.add_pipe(f"newsdesk_{name}")
    return nlp


def tokenise(nlp: Language, text: str, breaks: Iterable[int]) -> Doc:
    """A Doc of `text` whose tokens never cross a break (code points) nor a run of over a hundred characters.

    spaCy's tokenizer is quadratic in the length of a run of brackets or quotation marks; short pieces keep it linear.
    """
    cuts = set(breaks)
    for run in LONG_RUN.finditer(text):
        cuts.update(range(run.start(), run.end(), PIECE))
    cuts.add(len(text))
    spelled: list[str] = []
    spaces: list[bool] = []
    before = 0
    for at in sorted(cuts):
        if at <= before:
            continue
        for token in nlp.tokenizer(text[before:at]):
            spelled.append(token.text)
            spaces.append(bool(token.whitespace_))
        before = at
    return Doc(nlp.vocab, words=spelled, spaces=spaces)


def run(text: str, paragraphs: Sequence, marks: Sequence, lexicon: Lexicon | None = None) -> Doc:
    """The text read by every component; what they found stands in `doc._`. Without a `lexicon` the built-in lists hold."""
    nlp = pipeline()
    doc = tokenise(nlp, text, (p for m in marks for p in (m.outer_start, m.start, m.end, m.outer_end)))
    doc._.paragraphs, doc._.marks, doc._.lexicon = paragraphs, marks, lexicon
    return nlp(doc)
