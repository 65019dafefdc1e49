"""Dates as outlets print them: lives in segmentation, since imports run from reading to segmentation and not back."""

from articles.segmentation.dates import parse_date

__all__ = ["parse_date"]
