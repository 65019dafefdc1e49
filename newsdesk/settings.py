"""Every setting of the desk in one file. What a desk may set comes from the environment; docs/configuration.md has the table."""

import os
import secrets
from pathlib import Path

import dj_database_url

from newsdesk.embedded import locate_broker, locate_postgres

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = Path(os.environ.get("NEWSDESK_VAR", BASE_DIR / "var"))


def _flag(name: str, default: bool) -> bool:
    return os.environ.get(name, str(default)).strip().lower() in {"1", "true", "yes", "on"}


def _number(name: str, default: int) -> int:
    """A whole number from 1 on. Anything else ends the program with a sentence: nothing could run on it."""
    given = os.environ.get(name, "").strip() or str(default)
    if not (given.isascii() and given.isdigit() and 0 < int(given) < 10**6):
        raise SystemExit(f"{name} is “{given}”: it has to be a whole number, 1 or more.")
    return int(given)


def _words(name: str, default: str) -> list[str]:
    return [word.strip() for word in os.environ.get(name, default).split(",") if word.strip()]


def _secret_key() -> str:
    """The key given, else the one kept under var/, made on first use and readable by its owner alone."""
    if given := os.environ.get("SECRET_KEY"):
        return given
    kept = VAR_DIR / "secret-key"
    try:
        VAR_DIR.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(kept, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(50))
    except OSError:
        pass  # it is there already, or the folder cannot be written
    try:
        return kept.read_text() or secrets.token_urlsafe(50)
    except OSError:
        return secrets.token_urlsafe(50)  # nor can it be read: the pure commands still run


# --- the desk -------------------------------------------------------------------------------------------------------
DESK_NAME = os.environ.get("DESK_NAME", "Newsdesk")
DESK_CONTACT = os.environ.get("DESK_CONTACT", "")
DESK_HOMEPAGE = os.environ.get("DESK_HOMEPAGE", "")  # who the desk is, for readers
DESK_ADDRESS = os.environ.get("DESK_ADDRESS", "").rstrip("/")  # where readers reach permalinks; else the request's host
SECOND_READER_REQUIRED = _flag("SECOND_READER_REQUIRED", True)
HOLD_MINUTES = _number("HOLD_MINUTES", 30)  # how long a claim taken stays with its checker untouched

# The stages of an article, in order: name → the service that does it (called with `article_id`). Each is a row of work
# due in PostgreSQL; `articles` queues them by name and knows nothing of what `claims` does in its own.
ARTICLE_STAGES = {
    "read": "articles.services.read_article.read_article",
    "segment": "articles.services.segment_article.segment_article",
    "extract": "claims.services.extract_article.extract_article",
    "compare": "claims.services.compare_story.compare_story",
}
# Of these, those done for the story as a whole, by the last of its articles: an article is ready without them.
STORY_STAGES = ("compare",)
JOB_ATTEMPTS = 3
JOB_LEASE_SECONDS = _number("JOB_LEASE_SECONDS", 120)
JOB_REPUBLISH_SECONDS = 15

# --- Django -----------------------------------------------------------------------------------------------------------
DEBUG = _flag("DEBUG", False)
SECRET_KEY = _secret_key()
ALLOWED_HOSTS = _words("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]")
CSRF_TRUSTED_ORIGINS = _words("CSRF_TRUSTED_ORIGINS", "")
CSRF_FAILURE_VIEW = "newsdesk.views.stale_form"
ROOT_URLCONF = "newsdesk.urls"
WSGI_APPLICATION = "newsdesk.wsgi.application"

INSTALLED_APPS = [
    "newsdesk",
    "articles",
    "claims",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django_htmx",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",  # above static files, which it covers too
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "newsdesk.middleware.DeskErrorMiddleware",
    "newsdesk.middleware.PermissionMiddleware",
    "newsdesk.middleware.StaffPagesAreNotKeptMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "newsdesk.context.desk",
            ],
        },
    },
]

DATABASES = {
    "default": dj_database_url.parse(
        os.environ.get("DATABASE_URL") or locate_postgres(VAR_DIR),
        conn_max_age=60,
        conn_health_checks=True,
    )
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "newsdesk.User"
LOGIN_URL = "sign-in"
LOGIN_REDIRECT_URL = "queue"
LOGOUT_REDIRECT_URL = "sign-in"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

LANGUAGE_CODE = "en-gb"
TIME_ZONE = os.environ.get("TIME_ZONE", "UTC")
USE_TZ = True

STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = VAR_DIR / "static"
WHITENOISE_USE_FINDERS = True
MEDIA_ROOT = VAR_DIR / "files"  # never served as it lies: a view decides who may have a file
DATA_UPLOAD_MAX_NUMBER_FILES = 500
DATA_UPLOAD_MAX_MEMORY_SIZE = 30 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_PERMISSIONS = 0o600

# --- security ---------------------------------------------------------------------------------------------------------
_SELF = ["'self'"]
SECURE_CSP = {
    "default-src": ["'none'"],
    "script-src": _SELF,
    "style-src": _SELF,
    "img-src": _SELF,
    "font-src": _SELF,
    "connect-src": _SELF,
    "form-action": _SELF,
    "base-uri": ["'none'"],
    "frame-ancestors": ["'none'"],
}
HTTPS = _flag("HTTPS", False)  # behind a proxy that ends TLS and sets X-Forwarded-Proto
if HTTPS:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_SSL_REDIRECT = True
    SECURE_REDIRECT_EXEMPT = ["^healthz$"]
    SECURE_HSTS_SECONDS = 31_536_000
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_AGE = 14 * 24 * 3600
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"

# --- Celery: messages carry ids only; what is due stands in PostgreSQL ------------------------------------------------
CELERY_BROKER_URL = os.environ.get("REDIS_URL") or locate_broker(VAR_DIR)
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "visibility_timeout": 600,
    "unacked_restore_interval": 2,
    "unacked_restore_throttle": 1,
    "socket_connect_timeout": 2,
    "socket_timeout": 5,
}
CELERY_RESULT_BACKEND = None
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_TASK_DEFAULT_QUEUE = "single"
CELERY_TASK_QUEUES: dict[str, dict[str, str]] = {
    "single": {},
    "bulk": {},
}  # a worker takes from both in turn, unless -Q says otherwise
CELERY_TASK_PUBLISH_RETRY = True
CELERY_TASK_PUBLISH_RETRY_POLICY = {"max_retries": 1, "interval_start": 0, "interval_step": 0.2, "interval_max": 0.2}
CELERY_TIMEZONE = TIME_ZONE
CELERY_BEAT_SCHEDULE = {
    "re-publish what is due": {
        "task": "articles.tasks.republish_due_jobs",
        "schedule": JOB_REPUBLISH_SECONDS,
        "options": {"expires": JOB_REPUBLISH_SECONDS},
    },
    "wake the piles that are due": {
        "task": "claims.tasks.wake_piles",
        "schedule": JOB_REPUBLISH_SECONDS,
        "options": {"expires": JOB_REPUBLISH_SECONDS},
    },
    "purge what is over": {"task": "claims.tasks.purge_old", "schedule": 3600, "options": {"expires": 3600}},
}
CELERY_WORKER_HIJACK_ROOT_LOGGER = False

# --- logging ----------------------------------------------------------------------------------------------------------
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": os.environ.get("LOG_LEVEL", "INFO")},
}
