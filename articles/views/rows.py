"""What the pages of stories and articles show, read in few queries."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Count, Max, Prefetch, Q, QuerySet

from articles.models import Article, Job, Story, UploadItem
from articles.segmentation.versions import ParagraphChange, word_differences
from articles.services.file_article import RECEIVED
from articles.services.progress import Progress, progress_of
from newsdesk.numbers import whole_number

STORIES_A_PAGE = 50


@dataclass(frozen=True, slots=True)
class ArticleRow:
    article: Article
    progress: Progress


@dataclass(frozen=True, slots=True)
class StoryArticles:
    """A story's articles with their progress: those that stand, and those withdrawn."""

    standing: list[ArticleRow]
    withdrawn: list[ArticleRow]

    @property
    def under_way(self) -> int:
        return sum(row.progress.under_way for row in self.standing)

    @property
    def failed(self) -> int:
        return sum(row.progress.failed for row in self.standing)

    @property
    def ready(self) -> int:
        return sum(row.progress.done for row in self.standing)


def articles_of(story: Story) -> StoryArticles:
    """Two queries, however many articles there are."""
    jobs = Prefetch("jobs", Job.objects.order_by("id"), to_attr="job_rows")
    articles = (
        story.articles.select_related("outlet", "filed_by", "withdrawn_by", "replaced_by").defer(
            "body", "replaced_by__body"
        )
    ).prefetch_related(jobs)
    rows = [ArticleRow(article, progress_of(article.job_rows)) for article in articles]  # type: ignore[attr-defined]
    standing = [row for row in rows if not row.article.is_withdrawn]
    return StoryArticles(standing, [row for row in rows if row.article.is_withdrawn])


def story_rows(before: int | None) -> "QuerySet[Story]":
    """Stories, newest first, with counts; one more than a page, to tell whether another follows."""
    standing = Q(articles__withdrawn_at=None)
    stories = Story.objects.order_by("-id").annotate(
        articles_count=Count("articles", filter=standing, distinct=True),
        outlets_count=Count("articles__outlet", filter=standing, distinct=True),
        last_filed=Max("articles__filed_at", filter=standing),
    )
    return (stories.filter(pk__lt=before) if before else stories)[: STORIES_A_PAGE + 1]


@dataclass(frozen=True, slots=True)
class UploadRows:
    """What became of each file of an upload: what a person should look at, and what was simply received."""

    to_look_at: list[UploadItem]
    received: list[UploadItem]

    @property
    def counted(self) -> str:
        """ "3 filed, 1 refused"."""
        counts = Counter(item.outcome for item in [*self.received, *self.to_look_at])
        return ", ".join(f"{count} {outcome}" for outcome, count in counts.items())


def upload_of(story: Story, number: str | None) -> UploadRows | None:
    """The upload that a link names, if it is one of this story's."""
    pk = whole_number(number)
    upload = story.uploads.filter(pk=pk).first() if pk else None
    if upload is None:
        return None
    items = list(upload.items.select_related("article").defer("article__body"))
    plain = [item for item in items if item.outcome == UploadItem.Outcome.FILED and item.message == RECEIVED]
    return UploadRows([item for item in items if item not in plain], plain)


def following_article(article: Article) -> Article | None:
    """The article filed on the story after this one, so that the facts of many can be gone through one after another."""
    later = Article.objects.filter(story_id=article.story_id, withdrawn_at=None, pk__gt=article.pk)
    return later.order_by("pk").defer("body").first()


def differences(before: Article, after: Article) -> list[ParagraphChange]:
    """What changed between two versions, paragraph by paragraph and word by word."""
    return word_differences(
        list(before.paragraphs.values_list("text", flat=True)), list(after.paragraphs.values_list("text", flat=True))
    )
