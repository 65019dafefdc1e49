from articles.models import Article


def versions_of(article: Article) -> list[Article]:
    """All versions of the article's copy, first to last, itself among them: the chain of `replaces` within its story.

    One query; the rows come with their outlet and without their bodies. Writes nothing.
    """
    light = Article.objects.filter(story_id=article.story_id).select_related("outlet").defer("body", "headline_search")
    rows = {row.pk: row for row in light.order_by("pk")}
    next_of = {row.replaces_id: row for row in rows.values() if row.replaces_id}
    first = rows.get(article.pk, article)
    while first.replaces_id in rows:
        first = rows[first.replaces_id]
    chain = [first]
    while chain[-1].pk in next_of:
        chain.append(next_of[chain[-1].pk])
    return chain
