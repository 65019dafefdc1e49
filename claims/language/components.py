"""The spaCy components of the pipeline; each reads and writes the Doc's extensions."""

from spacy.language import Language
from spacy.tokens import Doc

from claims.language.claims import claims_of
from claims.language.gathering import gather
from claims.language.hearing import hear
from claims.language.judgement import judgement_of
from claims.language.loaded import loaded_words
from claims.language.merging import Merger
from claims.language.nested import inner_quotes
from claims.language.quotes import Assembler
from claims.language.repeats import with_repeats
from claims.language.resolving import Resolver
from claims.language.sentences import cut, vocabulary_of
from claims.language.wording import wording_of


def _folded(doc: Doc) -> frozenset[int]:
    """Indexes of the paragraphs that repeat another one."""
    return frozenset(i for i, p in enumerate(doc._.paragraphs) if p.duplicate_of is not None)


@Language.component("newsdesk_units")
def units(doc: Doc) -> Doc:
    """Sentences in which a stretch in marks is one item."""
    top = [m for m in doc._.marks if m.depth == 0]
    doc._.vocabulary = vocabulary_of(doc)
    doc._.units = cut(doc, doc._.paragraphs, top, doc._.vocabulary)
    return doc


@Language.component("newsdesk_names")
def names(doc: Doc) -> Doc:
    """The people of the article."""
    doc._.people = gather(doc._.units, doc.text)
    return doc


@Language.component("newsdesk_quotes")
def quotes(doc: Doc) -> Doc:
    """Quotes with speakers and cues."""
    found = Assembler(doc.text, doc._.units, doc._.people, _folded(doc)).run()
    found += inner_quotes(doc, doc._.marks, found, doc._.people, doc._.vocabulary)
    heard = hear(doc.text, doc._.paragraphs, doc._.marks)
    doc._.trained = heard is not None
    if heard:
        resolver = Resolver(doc.text, doc._.units, doc._.people)
        merger = Merger(doc.text, doc._.units, doc._.marks, found, resolver, heard.likely, _folded(doc))
        found = merger.run(heard.reports)
    doc._.quotes = sorted(found, key=lambda f: (f.quote.start, -f.quote.end))
    return doc


@Language.component("newsdesk_judgement")
def judgement(doc: Doc) -> Doc:
    """How worth checking, how loaded and how subjective its sentences are, where the trained judge can run."""
    doc._.judgement = judgement_of(doc.text, doc._.units, doc._.marks, _folded(doc))
    return doc


@Language.component("newsdesk_claims")
def claims(doc: Doc) -> Doc:
    """Claims with priorities."""
    claims = claims_of(doc.text, doc._.units, doc._.quotes, _folded(doc), doc._.judgement)
    doc._.claims = with_repeats(doc.text, doc._.paragraphs, claims)
    return doc


@Language.component("newsdesk_wording")
def wording(doc: Doc) -> Doc:
    """Words that colour."""
    outermost = [m for m in doc._.marks if m.depth == 0]
    folded = _folded(doc)
    known = wording_of(doc.text, doc._.units, outermost, folded, doc._.lexicon)
    more = loaded_words(doc.text, doc._.units, outermost, doc._.quotes, known, doc._.judgement, folded)
    doc._.wording = sorted([*known, *more], key=lambda w: (w.start, w.end))
    return doc
