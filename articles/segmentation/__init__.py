"""Text → paragraphs: numbered, each with its kind. Pure: no Django."""

from articles.segmentation.facts import copy_facts
from articles.segmentation.fold import fold_paragraph, paragraph_hash
from articles.segmentation.segmenter import segment
from articles.segmentation.spans import CopyFacts, Kind, ParagraphSpan

__all__ = ["CopyFacts", "Kind", "ParagraphSpan", "copy_facts", "fold_paragraph", "paragraph_hash", "segment"]
