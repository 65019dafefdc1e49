"""Server time and queries of the queue and the claim page with 10,000 claims, on servers and data of its own.

    python tests/benchmarks/queue_page.py [--claims 10000] [--requests 100]

Starts a private PostgreSQL and broker in a temporary folder, fills it (40 stories of five outlets, claims in every status,
quotes, citations), asks for each page as signed-in staff through Django's own stack, prints p50, p95, Python's own time and the
number of queries, and stops everything. Debug is off; the template loader is cached as in production.
"""

import argparse
import os
import random
import statistics
import sys
import tempfile
import time
from datetime import timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))
STATUSES = ("new", "new", "new", "new", "new", "in check", "proposed", "published", "dismissed", "signed off")
OUTLETS = ("The Harbour Post", "Evening Bell", "County Standard", "Quay Radio", "Tide")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, default=10_000)
    parser.add_argument("--requests", type=int, default=100)
    args = parser.parse_args()
    from newsdesk.embedded import ensure_broker, ensure_postgres, stop_broker, stop_postgres

    folder = Path(tempfile.mkdtemp(prefix="newsdesk-bench-"))
    folder.chmod(0o711)
    os.environ |= {"NEWSDESK_VAR": str(folder), "DJANGO_SETTINGS_MODULE": "newsdesk.settings", "LOG_LEVEL": "ERROR"}
    os.environ["DATABASE_URL"] = ensure_postgres(folder, durable=False)
    os.environ["REDIS_URL"] = ensure_broker(folder, durable=False)
    try:
        measure(args.claims, args.requests)
    finally:
        stop_postgres(folder)
        stop_broker(folder)


def measure(claims: int, requests: int) -> None:
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    settings.ALLOWED_HOSTS = ["testserver"]
    call_command("migrate", verbosity=0)
    pages = fill(claims)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    client = Client()
    client.force_login(pages.pop("user"))
    for name, addresses in pages.items():
        for address in addresses[:3]:
            assert client.get(address).status_code == 200, address
        with CaptureQueriesContext(connection) as queries:
            client.get(addresses[0])
            asked = len(queries)
        spent, working = [], time.process_time()
        for number in range(requests):
            start = time.perf_counter()
            client.get(addresses[number % len(addresses)])
            spent.append((time.perf_counter() - start) * 1000)
        working = (time.process_time() - working) * 1000 / requests
        p50, p95 = statistics.median(spent), statistics.quantiles(spent, n=20)[18]
        print(f"{name:<28} p50 {p50:6.1f} ms   p95 {p95:6.1f} ms   of it Python {working:5.1f} ms   {asked} queries")


def fill(count: int) -> dict:
    """The data, and per page the addresses to ask for."""
    from django.utils import timezone

    from claims.models import Appearance, Claim, Verdict
    from claims.rules.ratings import CitationStance, Rating
    from claims.services.cite_words import cite_words
    from claims.services.save_draft import save_draft
    from tests.factories import make_article, make_story, make_user

    dice = random.Random(20261122)
    user, other = make_user("ada"), make_user("ben")
    stories = []
    for number in range(40):
        story = make_story(f"Story {number}")
        stories.append(
            (story, [make_article(copy_of(number, outlet), story=story, outlet=outlet) for outlet in OUTLETS])
        )
    made, places = [], []
    for number in range(count):
        story, articles = stories[number % len(stories)]
        article = articles[number // len(stories) % len(articles)]
        paragraph = dice.choice(list(article.all_paragraphs)) if hasattr(article, "all_paragraphs") else None
        if paragraph is None:
            article.all_paragraphs = list(article.paragraphs.all())
            paragraph = dice.choice(article.all_paragraphs)
        status = STATUSES[number % len(STATUSES)]
        claim = Claim(
            story=story,
            text=f"{paragraph.text[:90]} ({number})",
            claimant=f"Speaker {dice.randrange(400)}" if number % 3 else "",
            priority=round(dice.random(), 2),
            status=status,
            holder=(other if number % 2 else user) if status == "in check" else None,
            held_until=timezone.now() + timedelta(hours=1) if status == "in check" else None,
        )
        made.append(claim)
        places.append((claim, article, paragraph))
    Claim.objects.bulk_create(made)
    Appearance.objects.bulk_create(
        Appearance(
            claim=c, article=a, paragraph=p, start=p.start, end=p.start + 40, text=p.text[:40], claimant=c.claimant,
            voice="attributed" if c.claimant else "outlet", stance="asserts",
        )
        for c, a, p in places
    )  # fmt: skip
    verdicts = Verdict.objects.bulk_create(
        Verdict(
            claim=c, by=other, rating=dice.choice(list(Rating)).value, rationale="Because.", proposed_at=timezone.now()
        )
        for c in made
        if c.status in ("proposed", "published", "signed off")
    )
    for verdict in verdicts:
        field = "published_verdict" if verdict.claim.status == "published" else "working_verdict"
        setattr(verdict.claim, field, verdict)
    Claim.objects.bulk_update([v.claim for v in verdicts], ["working_verdict", "published_verdict"], batch_size=500)
    worked = [c for c in made if c.status == "new"][:20]
    for claim in worked:
        for article in dict(stories)[claim.story]:
            for paragraph in list(article.paragraphs.all())[:2]:
                cite_words(
                    claim_id=claim.pk,
                    paragraph_id=paragraph.pk,
                    words=paragraph.text[5:60],
                    stance=CitationStance.SUPPORTS,
                    by=user,
                )
        save_draft(claim_id=claim.pk, by=user, rating=Rating.CORROBORATED, rationale="Ten citations.")
    deep = Claim.objects.filter(status="new").order_by("-priority", "id")[count // 4]
    return {
        "user": user,
        "queue": ["/"],
        "queue, every filter": [
            f"/?status=all&story={s.pk}&outlet={a[0].outlet_id}&claimant=speaker+1" for s, a in stories[:10]
        ],
        "queue, all statuses": ["/?status=all"],
        "queue, by rating": ["/?status=all&rating=disputed"],
        "queue, deep page": [f"/?after={deep.priority!r}:{deep.pk}"],
        "queue, claim with citations": [f"/?status=in-check&claim={c.public_id}" for c in worked],
        "queue, empty": ["/?status=retracted"],
        "claim page, new": [c.get_absolute_url() for c in made if c.status == "new"][20:70],
        "claim page, ten citations": [c.get_absolute_url() for c in worked],
    }


def copy_of(number: int, outlet: str) -> str:
    """Twenty-five paragraphs of invented copy, each of its own words."""
    return "\n\n".join(
        f"In district {number} the {outlet} counted {place * 7 + number} lorries at gate {place}, and the keeper, Joren Pell, "
        f'said: "Nobody told us of number {place} before the {place + 2}th of the month," adding that {outlet} had asked first.'
        for place in range(25)
    )


if __name__ == "__main__":
    main()
