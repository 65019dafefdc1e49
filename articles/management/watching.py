"""Follow articles on their way in, from a terminal."""

import time
from collections.abc import Sequence

from django.core.management.base import OutputWrapper
from django.db.models import Prefetch

from articles.models import Article, Job
from articles.services.progress import Progress, progress_of

STEP_SECONDS = 0.5


def watch(article_ids: Sequence[int], *, out: OutputWrapper, seconds: float) -> bool:
    """Say how far the articles are until each is ready or has failed. True where all are ready in time."""
    begun = time.monotonic()
    told, shown = set[int](), ""
    while True:
        rows = progress_by_article(article_ids)
        for pk, (name, progress) in rows.items():
            if progress.failed and pk not in told:
                out.write(f"{'\r' if shown else ''}  failed       {name}  {progress.reason}")
                told.add(pk)
        ready = sum(progress.done for _, progress in rows.values())
        left = sum(progress.under_way for _, progress in rows.values())
        shown = _tell(out, shown, f"  {ready} of {len(rows)} ready, {len(told)} failed", last=not left)
        if not left:
            took = time.monotonic() - begun
            out.write(f"  Done in {took:.1f} s.")
            return not told
        if time.monotonic() - begun > seconds:
            out.write(f"  {left} still under way after {seconds:g} s. They go on by themselves while a worker runs.")
            return False
        time.sleep(STEP_SECONDS)


def progress_by_article(article_ids: Sequence[int]) -> dict[int, tuple[str, Progress]]:
    """Name and progress of each article, in two queries."""
    jobs = Prefetch("jobs", Job.objects.order_by("id"), to_attr="job_rows")
    articles = Article.objects.filter(pk__in=article_ids).defer("body").prefetch_related(jobs)
    return {article.pk: (str(article), progress_of(article.job_rows)) for article in articles}  # type: ignore[attr-defined]


def _tell(out: OutputWrapper, before: str, now: str, *, last: bool) -> str:
    """On a terminal the line is written over; in a file each change is a line."""
    if now == before and not last:
        return before
    if out.isatty():
        out.write(f"\r{now.ljust(len(before))}", ending="\n" if last else "")
        out.flush()
    elif now != before:
        out.write(now)
    return now
