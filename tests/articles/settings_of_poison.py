"""The desk's settings with one stage that kills the process it runs in."""

from newsdesk.settings import *  # noqa: F403

ARTICLE_STAGES = {"read": "tests.articles.stage_of_poison.kill_the_process"}
