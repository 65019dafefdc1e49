from articles.models.article import Article, ArticleLogEntry
from articles.models.job import Job, JobStatus
from articles.models.outlet import Outlet
from articles.models.paragraph import Paragraph
from articles.models.story import Story
from articles.models.upload import Upload, UploadItem

__all__ = [
    "Article",
    "ArticleLogEntry",
    "Job",
    "JobStatus",
    "Outlet",
    "Paragraph",
    "Story",
    "Upload",
    "UploadItem",
]
