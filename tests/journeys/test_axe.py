"""axe finds nothing serious on any page, light and dark, wide and narrow; nothing scrolls sideways; the policy is not broken."""

from collections.abc import Callable
from typing import Any

import pytest
from axe_core_python.sync_playwright import Axe
from playwright.sync_api import Page

from articles.models import Article
from articles.services.file_upload import Offered
from claims.models import Alias, Appearance, Claim, Quote
from claims.rules.ratings import CitationStance, FindingReason, Rating
from claims.services.add_finding import add_finding
from claims.services.add_note import add_note
from claims.services.cite_words import cite_words
from claims.services.group_pile import group_pile
from claims.services.keep_pile import keep_pile
from claims.services.move_claim import move_claim
from claims.services.note_engine import note_engine
from claims.services.save_draft import save_draft
from claims.services.second_reading import second_reading
from claims.services.suggestions import suggestions_of
from newsdesk.models import User
from tests.factories import make_article
from tests.fixtures_comparison import uncompared_story
from tests.journeys import copy, steps

pytestmark = pytest.mark.django_db(transaction=True)
LOOKS = [(1440, "light"), (390, "dark")]  # each width and each scheme once: the other two pairs double the time
OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}


@pytest.fixture
def pages(checker: User, second_checker: User, editor: User, standards_editor: User) -> dict[str, tuple[User, str]]:
    """A desk with claims in several statuses: page → (who looks, path)."""
    story = steps.story_already_read()
    first, _second = story.articles.order_by("id")
    make_article(
        first.body + "\n\nIt will stay closed.", story=story, outlet="The Harbour Bell", replaces=first, version=2
    )
    claims = list(Claim.objects.filter(appearances__article=first).order_by("-priority", "id"))
    published, proposed, held = claims[:3]
    for claim, rating in ((published, Rating.SOURCE_BIASED), (proposed, Rating.UNSETTLED)):
        save_draft(claim_id=claim.pk, by=checker, rating=rating, rationale=copy.RATIONALE)
        paragraph = first.paragraphs.get(number=3)
        for stance in CitationStance:
            words = {"supports": copy.SUPPORT_HERE, "contradicts": "closed on Monday", "context": "ferry terminal"}[
                stance
            ]
            cite_words(claim_id=claim.pk, paragraph_id=paragraph.pk, words=words, stance=stance, by=checker)
        add_finding(
            claim_id=claim.pk, reason=FindingReason.LOADED_WORD, by=checker, paragraph_id=paragraph.pk,
            words="cracked", neutral="damaged",
        )  # fmt: skip
        add_note(claim_id=claim.pk, text="Called the harbour office.", by=checker)
        move_claim(claim_id=claim.pk, move="propose", by=checker)
    second_reading(claim_id=published.pk, rating=Rating.SOURCE_BIASED, by=second_checker)
    move_claim(claim_id=published.pk, move="publish", by=editor)
    save_draft(claim_id=held.pk, by=checker, rating=Rating.DISPUTED, rationale="Not yet.")
    note_engine(extractor="rules-2", problem="words.npy is missing from the trained weights.")
    Quote.objects.filter(article=first).update(confidence=0.4, via=["Northern Wire"], repaired=True)
    Appearance.objects.filter(claim=held).update(confidence=0.4, voice="attributed")
    quote = Quote.objects.filter(article=first).first()
    appearance = Appearance.objects.filter(claim=held).first()
    assert quote is not None
    assert appearance is not None
    alias = Alias.objects.first()
    assert alias is not None
    offered = [Offered(f"{n}.txt", text.encode()) for n, text in enumerate((copy.HARBOUR, copy.COURIER, "Rain.", ""))]
    pile = keep_pile(offered=offered, by=editor)
    group_pile(pile_id=pile.pk)
    compared = uncompared_story()
    compared.keep(compared.everything)
    opened = suggestions_of(compared.story.pk).claims[0].key
    tabs = f"/stories/{compared.story.pk}"
    return {
        "coverage": (checker, f"{tabs}/coverage/"),
        "coverage, a claim opened": (editor, f"{tabs}/coverage/?claim={opened}"),
        "coverage, origins": (editor, f"{tabs}/coverage/?origins=1"),
        "quotes": (editor, f"{tabs}/quotes/"),
        "conflicts": (checker, f"{tabs}/conflicts/"),
        "names and verbs": (checker, f"{tabs}/names/"),
        "articles of a compared story": (editor, f"{tabs}/articles/"),
        "story not compared": (checker, f"/stories/{story.pk}/coverage/"),
        "queue": (checker, "/"),
        "queue of claims held": (checker, f"/?status=in-check&claim={held.public_id}"),
        "empty queue": (checker, "/?status=contested"),
        "second reader": (second_checker, f"/?status=proposed&claim={proposed.public_id}"),
        "claim": (checker, f"/claims/{held.public_id}/"),
        "published claim": (editor, f"/claims/{published.public_id}/"),
        "join": (checker, f"/claims/{held.public_id}/join/"),
        "stories": (editor, "/stories/"),
        "new story": (editor, "/stories/new/"),
        "new pile": (editor, "/piles/"),
        "pile": (editor, f"/piles/{pile.pk}/"),
        "story": (editor, f"/stories/{story.pk}/"),
        "article": (checker, f"/articles/{first.pk}/"),
        "facts": (editor, f"/articles/{first.pk}/facts/"),
        "versions": (checker, f"/articles/{first.pk}/versions/"),
        "quote": (checker, f"/quotes/{quote.pk}/"),
        "add quote": (checker, f"/articles/{first.pk}/quotes/add/"),
        "appearance": (checker, f"/appearances/{appearance.pk}/"),
        "add claim": (checker, f"/articles/{first.pk}/claims/add/"),
        "people": (checker, "/people/?q=a"),
        "person": (editor, f"/people/{alias.person_id}/?merge=a"),
        "name of a person": (editor, f"/people/names/{alias.pk}/"),
        "wording lists": (standards_editor, "/wording/?q=st"),
        "no such wording": (standards_editor, "/wording/?q=zebra"),
        "wording entry": (standards_editor, "/wording/epithet/regime/"),
        "new wording entry": (standards_editor, "/wording/add/"),
        "search": (checker, "/search/?q=ferry"),
        "search without a hit": (checker, "/search/?q=zebra"),
        "permalink": (checker, f"/c/{published.public_id}"),
        "password": (checker, "/password/"),
        "not found": (checker, "/claims/nosuchclaim/"),
        "refused": (checker, "/stories/new/"),
    }


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_axe_finds_nothing_serious_on_any_page(
    pages: dict[str, tuple[User, str]], page_of: Callable[..., Page], width: int, scheme: str
) -> None:
    axe, faults = Axe(), []
    looks: dict[str, Any] = {"viewport": {"width": width, "height": 900}, "color_scheme": scheme}
    browsers = {user.pk: page_of(user, **looks) for user, _ in pages.values()}
    for page in browsers.values():
        page.on(
            "console", lambda m: faults.append(f"console: {m.text}") if "Content Security Policy" in m.text else None
        )
    for name, (user, path) in pages.items():
        page = browsers[user.pk]
        page.goto(path)
        found = axe.run(page, options=OPTIONS)["violations"]
        faults += [
            f"{name}: {v['id']} {v['nodes'][0]['target']}" for v in found if v["impact"] in ("serious", "critical")
        ]
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            faults.append(f"{name}: scrolls sideways")
    assert not faults
    assert Article.objects.count() == 6


def test_axe_finds_nothing_serious_on_the_sign_in_page(new_context: Callable[..., Any]) -> None:
    page = new_context().new_page()
    page.goto("/sign-in/")
    assert not [v["id"] for v in Axe().run(page)["violations"] if v["impact"] in ("serious", "critical")]
