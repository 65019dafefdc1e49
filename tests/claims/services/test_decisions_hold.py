"""What staff decided holds in the next comparison too: the real engine on the project's own samples."""

from pathlib import Path
from typing import Any

import pytest

from articles.models import Story
from claims.comparison.decisions import About
from claims.services.compare_story import compare_now
from claims.services.decide_suggestion import confirm_suggestion, join_origins, name_primary, reject_suggestion
from claims.services.extract_article import extract_article
from claims.services.story_found import StoryFound, Suggestion
from claims.services.suggestions import suggestions_of
from newsdesk.models import User
from tests.factories import make_article, make_story

pytestmark = pytest.mark.django_db
SAMPLES = Path(__file__).parents[3] / "newsdesk" / "samples"


@pytest.fixture
def story() -> Story:
    """Five outlets on the bridge, read and compared."""
    story = make_story()
    for file in sorted((SAMPLES / "bridge").glob("*.txt")):
        article = make_article(file.read_text(encoding="utf8"), story=story, outlet=file.stem)
        extract_article(article_id=article.pk)
    compare_now(story_id=story.pk)
    return story


def found(story: Story) -> StoryFound:
    return suggestions_of(story.pk)


def test_what_was_rejected_stays_away_and_what_was_confirmed_stays_together(
    story: Story, checker: User, editor: User
) -> None:
    before = found(story)
    kinds = {one.about for one in before.suggestions()}
    assert kinds >= {About.UTTERANCE, About.CLAIM, About.CONFLICT}
    rejected, confirmed = [], []
    for kind in sorted(kinds - {About.ORIGIN}):
        first, *others = [one for one in before.suggestions() if one.about is kind]
        reject_suggestion(story_id=story.pk, key=first.key, by=checker)
        rejected.append(first)
        if others and found(story).suggestion(others[-1].key):
            confirm_suggestion(story_id=story.pk, key=others[-1].key, by=checker)
            confirmed.append(others[-1])
    assert compare_now(story_id=story.pk)
    after = found(story)
    for one in rejected:
        again = [
            other for other in after.suggestions() if other.about is one.about and set(one.places) <= set(other.places)
        ]
        assert not again, one
    for one in confirmed:
        standing = [
            other for other in after.suggestions() if other.about is one.about and set(one.places) <= set(other.places)
        ]
        assert any(other.is_confirmed for other in standing), one
    assert {act.about for act in after.rejected} == {one.about for one in rejected}


def test_a_primary_variant_is_the_reference_of_the_next_comparison(story: Story, editor: User) -> None:
    one = next(one for one in found(story).utterances if len(one.places) > 1)
    member = next(n for n in range(len(one.places)) if n != one.found.reference)
    name_primary(story_id=story.pk, key=one.key, member=member, by=editor)
    compare_now(story_id=story.pk)
    again = next(other for other in found(story).utterances if one.places[member] in other.places)
    assert again.places[again.found.reference] == one.places[member]


def test_articles_joined_by_hand_are_one_origin_in_the_next_comparison(story: Story, editor: User) -> None:
    alone = [shown.article.pk for shown in found(story).articles if shown.group is None]
    assert len(alone) >= 2
    join_origins(story_id=story.pk, article_ids=alone[:2], by=editor)
    compare_now(story_id=story.pk)
    after = found(story)
    names = {shown.origin for shown in after.articles if shown.article.pk in alone[:2]}
    assert len(names) == 1
    numbers = {shown.number for shown in after.articles if shown.article.pk in alone[:2]}
    assert any(numbers <= set(origin.articles) for origin in after.comparison.origins)


def test_what_was_decided_holds_when_the_outlet_changes_its_copy(story: Story, checker: User, editor: User) -> None:
    before = found(story)
    utterances = [one for one in before.utterances if len({place.article for place in one.places}) > 1]
    rejected, confirmed = utterances[0], utterances[1]
    reject_suggestion(story_id=story.pk, key=rejected.key, by=checker)
    confirm_suggestion(story_id=story.pk, key=confirmed.key, by=checker)
    articles = [shown.article for shown in before.articles]
    join_origins(story_id=story.pk, article_ids=[articles[0].pk, articles[1].pk], by=editor)
    for old in articles:
        text = old.body.replace("\n\n", "\n\nThis article was corrected to put a name right.\n\n", 1)
        changed = make_article(text, story=story, outlet=old.outlet_name, replaces=old, version=2)
        extract_article(article_id=changed.pk)
    assert compare_now(story_id=story.pk)
    after = found(story)

    def words(one: Suggestion[Any], shown: StoryFound) -> set[tuple[str, str]]:
        return {(shown.articles[place.article].label, shown.words(place)) for place in one.places}

    assert {shown.article.version for shown in after.articles} == {2}
    assert not [one for one in after.utterances if words(rejected, before) <= words(one, after)]
    assert [one.is_confirmed for one in after.utterances if words(confirmed, before) <= words(one, after)] == [True]
    assert len({shown.origin for shown in after.articles[:2]}) == 1
    assert all(act.words for act in after.rejected if act.about is About.UTTERANCE)
