"""The panel's forms: with and without JavaScript, sent twice, refused, undone."""

import re
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from claims.models import Citation, Claim, Note
from claims.rules.ratings import Rating
from claims.rules.statuses import Status
from claims.services.move_claim import move_claim
from claims.services.save_draft import save_draft

HTMX = {"HX-Request": "true"}


def address(name, claim, *args):
    return reverse(name, args=[claim.public_id, *args])


@pytest.fixture
def second_claim(claim, post_article):
    from tests.factories import make_claim

    return make_claim(post_article, "forty cars an hour", priority=0.2)


def test_a_mark_saves_and_comes_back_to_the_queue_with_its_filters(client_of, checker, claim):
    response = client_of(checker).post(
        address("claim-draft", claim), {"rating": "disputed", "rationale": "Who?", "back": "/?status=all"}
    )
    assert (response.status_code, response["Location"]) == (303, f"/?status=all&claim={claim.public_id}")
    claim.refresh_from_db()
    assert (claim.working_verdict.rating, claim.working_verdict.rationale) == ("disputed", "Who?")


def test_a_mark_by_htmx_answers_with_parts_and_leaves_the_rationale_alone(client_of, checker, claim):
    response = client_of(checker).post(
        address("claim-draft", claim), {"rating": "disputed", "rationale": "Who?"}, headers=HTMX
    )
    html = response.content.decode()
    assert re.search(r'id="mark-disputed"[^>]*aria-pressed="true"', html)
    assert re.search(r"Saved \d\d:\d\d", html)
    assert "Held by you until" in html
    assert '<textarea id="rationale"' not in html
    assert html.count("hx-swap-oob") >= 6


def test_an_autosave_leaves_the_forms_key_for_proposing(client_of, checker, claim):
    client, key = client_of(checker), uuid4().hex
    client.post(address("claim-draft", claim), {"rationale": "Rang.", "rating": "unsettled", "idempotency_key": key})
    client.post(address("claim-move", claim, "propose"), {"rationale": "Rang twice.", "idempotency_key": key})
    claim.refresh_from_db()
    assert (claim.status, claim.working_verdict.rationale) == (Status.PROPOSED, "Rang twice.")


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_proposing_opens_the_next_claim_and_offers_undo(client_of, checker, claim, second_claim, headers):
    client = client_of(checker)
    save_draft(claim_id=claim.pk, by=checker, rating=Rating.UNSETTLED, rationale="Rang twice.")
    response = client.post(address("claim-move", claim, "propose"), {"back": "/"}, headers=headers)
    target = f"/?claim={second_claim.public_id}"
    assert target in (response.get("HX-Location") or response["Location"])
    page = client.get(target, headers={**headers, "HX-Target": "workspace"} if headers else {}).content.decode()
    assert "Proposed as unsettled. The next claim is open." in page
    undo = re.search(rf'action="({address("claim-undo", claim)}[^"]+)"', page).group(1).replace("&amp;", "&")
    assert client.post(undo)["Location"] == f"/?claim={claim.public_id}"
    claim.refresh_from_db()
    assert (claim.status, claim.holder) == (Status.IN_CHECK, checker)


def test_undo_is_for_who_did_it(client_of, checker, second_checker, claim):
    client = client_of(checker)
    client.post(address("claim-move", claim, "take"))
    page = client.get(claim.get_absolute_url()).content.decode()
    undo = re.search(rf'action="({address("claim-undo", claim)}[^"]+)"', page).group(1).replace("&amp;", "&")
    assert client_of(second_checker).post(undo).status_code == 409
    assert client_of(second_checker).post(address("claim-undo", claim) + "?token=forged").status_code == 409
    assert client.post(undo).status_code == 303
    claim.refresh_from_db()
    assert claim.status == Status.NEW


def test_dismissing_asks_for_a_reason_and_keeps_what_was_typed(client_of, checker, claim):
    client = client_of(checker)
    refused = client.post(address("claim-move", claim, "dismiss"), {"note": " "})
    assert refused.status_code == 422
    assert "“Dismiss” needs a reason: write one." in refused.content.decode()
    done = client.post(address("claim-move", claim, "dismiss"), {"note": "A matter of taste."})
    assert done.status_code == 303
    assert claim.log.get().note == "A matter of taste."


def test_a_move_that_is_not_possible_is_a_disabled_button_with_the_refusals_sentence(client_of, checker, claim):
    save_draft(claim_id=claim.pk, by=checker, rating=Rating.CORROBORATED, rationale="Both.")
    client = client_of(checker)
    html = client.get(claim.get_absolute_url()).content.decode()
    sentence = "Needs two independent origins that support, or one primary source; no citation supports yet."
    assert re.search(r'id="propose"[^>]*disabled', html)
    assert f'id="why-propose">{sentence}' in html
    refused = client.post(address("claim-move", claim, "propose"))
    assert refused.status_code == 422
    assert sentence in refused.content.decode()


def test_a_claim_held_by_another_names_the_holder_and_offers_no_forms(client_of, checker, second_checker, claim):
    move_claim(claim_id=claim.pk, move="take", by=checker)
    html = client_of(second_checker).get(claim.get_absolute_url()).content.decode()
    assert "Held by Ada Brandt until" in html
    assert 'data-why="This claim is held by Ada Brandt."' in html
    assert "draft-form" not in html
    assert "selbar" not in html


def test_words_are_cited_without_javascript(client_of, checker, claim, bell_article):
    client, paragraph = client_of(checker), bell_article.paragraphs.get(number=1)
    sent = {"paragraph": paragraph.pk, "words": "two of its piers", "stance": "contradicts", "article": bell_article.pk}
    response = client.post(address("claim-cite", claim), sent)
    assert response["Location"] == f"{claim.get_absolute_url()}?article={bell_article.pk}"
    html = client.get(response["Location"]).content.decode()
    assert '<span class="seg seg--cited seg--contradicts" title="Citation 1">two of its piers</span>' in html
    assert f'href="{bell_article.get_absolute_url()}?at=1#p1"' in html


def test_a_refused_citation_keeps_what_was_typed(client_of, checker, claim, post_article):
    paragraph = post_article.paragraphs.get(number=1)
    sent = {"paragraph": paragraph.pk, "words": "three tunnels", "stance": "contradicts", "occurrence": "1"}
    response = client_of(checker).post(address("claim-cite", claim), sent)
    html = response.content.decode()
    assert response.status_code == 422
    assert "These words are not in paragraph 1: “three tunnels”." in html
    assert ">three tunnels</textarea>" in html
    assert re.search(r'value="contradicts" checked', html)
    assert f'<option value="{paragraph.pk}" selected>' in html
    toast = client_of(checker).post(address("claim-cite", claim), sent, headers=HTMX)
    assert (toast.status_code, toast["HX-Retarget"]) == (422, "#messages")


def test_a_refused_draft_keeps_what_was_typed(client_of, checker, claim):
    response = client_of(checker).post(
        address("claim-draft", claim), {"rating": "wonderful", "rationale": "My long thoughts."}
    )
    assert response.status_code == 422
    assert "My long thoughts.</textarea>" in response.content.decode()


def test_the_same_form_sent_twice_is_carried_out_once(client_of, checker, claim):
    client, sent = client_of(checker), {"text": "Called the county.", "idempotency_key": uuid4().hex}
    assert client.post(address("claim-note", claim), sent).status_code == 303
    assert client.post(address("claim-note", claim), sent).status_code == 303
    assert Note.objects.count() == 1
    client.post(address("claim-note", claim), {**sent, "idempotency_key": uuid4().hex})
    assert Note.objects.count() == 2


def test_every_form_on_the_page_has_a_key_of_its_own(client_of, checker, claim):
    html = client_of(checker).get(claim.get_absolute_url()).content.decode()
    keys = re.findall(r'name="idempotency_key" value="(\w{32})"', html)
    assert len(keys) == len(set(keys)) > 5


def test_removing_a_citation_can_be_undone(client_of, checker, claim, post_article, cite):
    cite(claim, post_article, "two piers", checker)
    client = client_of(checker)
    html = client.post(address("claim-uncite", claim, Citation.objects.get().pk), headers=HTMX).content.decode()
    assert Citation.objects.count() == 0
    assert "The citation is removed." in html
    undo = re.search(r'action="(/claims/\w+/undo/[^"]+)"', html).group(1).replace("&amp;", "&")
    client.post(undo)
    assert Citation.objects.get().words == "two piers"


def test_the_removal_of_evidence_with_a_long_note_can_be_undone(client_of, checker, claim):
    note = " ".join(uuid4().hex for _ in range(150))  # nothing that could be packed into an address
    sent = {"kind": "call", "stance": "context", "title": "Mara Quill", "on_date": "2026-11-20", "note": note}
    client = client_of(checker)
    client.post(address("claim-evidence", claim), sent)
    html = client.post(address("claim-uncite", claim, Citation.objects.get().pk), headers=HTMX).content.decode()
    undo = re.search(r'action="(/claims/\w+/undo/[^"]+)"', html).group(1).replace("&amp;", "&")
    assert len(undo) < 500  # gunicorn takes 4,094 characters
    client.post(undo)
    assert Citation.objects.get().note == note


def test_evidence_is_added_with_its_file_which_comes_back_as_a_harmless_download(client_of, checker, claim):
    client = client_of(checker)
    sent = {
        "kind": "document",
        "stance": "supports",
        "title": "Notice 14",
        "file": SimpleUploadedFile("notice.html", b"<script>alert(1)</script>"),
    }
    assert client.post(address("claim-evidence", claim), sent).status_code == 303
    response = client.get(reverse("evidence-file", args=[Citation.objects.get().pk]))
    assert b"".join(response.streaming_content) == b"<script>alert(1)</script>"
    assert response["Content-Disposition"] == 'attachment; filename="notice.html"'
    assert response["Content-Type"] == "application/octet-stream"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "sandbox; default-src 'none'"


def test_refused_evidence_keeps_what_was_typed(client_of, checker, claim):
    sent = {"kind": "call", "stance": "supports", "title": "Mara Quill", "note": "Two piers, she said."}
    response = client_of(checker).post(address("claim-evidence", claim), sent)
    html = response.content.decode()
    assert response.status_code == 422
    assert "still needs the date" in html
    assert "Two piers, she said.</textarea>" in html


def test_a_finding_is_made_and_removed(client_of, checker, claim):
    client = client_of(checker)
    sent = {"reason": "loaded word", "appearance": claim.appearances.get().pk, "neutral": "engineers saw cracks"}
    client.post(address("claim-finding", claim), sent)
    html = client.get(claim.get_absolute_url()).content.decode()
    assert "<ins>engineers saw cracks</ins>" in html
    finding = Claim.objects.get(pk=claim.pk).working_verdict.findings.get()
    client.post(address("claim-unfinding", claim, finding.pk), headers=HTMX)
    assert not type(finding).objects.exists()


def test_the_second_reader_rates_and_the_next_claim_opens(client_of, second_checker, proposed, second_claim):
    response = client_of(second_checker).post(
        address("claim-second-reading", proposed), {"rating": "corroborated", "note": "Yes.", "back": "/?status=all"}
    )
    assert response["Location"] == f"/?status=all&claim={second_claim.public_id}"
    proposed.refresh_from_db()
    assert proposed.status == Status.SIGNED_OFF


def test_an_editor_settles_publishes_and_corrects_from_the_page(client_of, second_checker, editor, proposed):
    client = client_of(editor)
    client_of(second_checker).post(address("claim-second-reading", proposed), {"rating": "unsettled"})
    html = client.get(proposed.get_absolute_url()).content.decode()
    assert re.search(r"Unsettled</span>\s+Ben Okoro", html)
    sent = {"rating": "corroborated", "rationale": "Both sent reporters.", "note": ""}
    refused = client.post(address("claim-settle", proposed), sent)
    assert refused.status_code == 422
    assert "Both sent reporters.</textarea>" in refused.content.decode()
    client.post(address("claim-settle", proposed), {**sent, "note": "Ada is right."})
    client.post(address("claim-move", proposed, "publish"))
    proposed.refresh_from_db()
    assert proposed.status == Status.PUBLISHED
    html = client.get(proposed.get_absolute_url()).content.decode()
    assert reverse("permalink", args=[proposed.public_id, "engineers-found-cracks-in-two-piers"]) in html
    client.post(address("claim-move", proposed, "correct"), {"rationale": "Better words.", "note": "Put right."})
    proposed.refresh_from_db()
    assert (proposed.published_verdict.version, proposed.published_verdict.rationale) == (2, "Better words.")


def test_settling_is_for_editors(client_of, second_checker, proposed):
    assert client_of(second_checker).post(address("claim-settle", proposed)).status_code == 403


@pytest.mark.parametrize("name", ["claim-cite", "claim-draft", "claim-note", "claim-evidence", "claim-finding"])
def test_strangers_are_asked_to_sign_in_and_staff_to_post(client, client_of, checker, claim, name):
    assert client.post(address(name, claim)).status_code == 302
    assert client_of(checker).get(address(name, claim)).status_code == 405


def test_a_page_elsewhere_is_no_way_back(client_of, checker, claim):
    for back in ("https://elsewhere.example/", "//elsewhere.example/", "javascript:alert(1)"):
        response = client_of(checker).post(address("claim-note", claim), {"text": "Hm.", "back": back})
        assert response["Location"] == claim.get_absolute_url()


def test_a_citation_says_that_its_article_was_replaced_or_withdrawn(
    client_of, checker, proposed, post_article, bell_article
):
    from tests.factories import make_article

    newer = make_article(
        "New copy.", story=post_article.story, outlet="The Harbour Post", version=2, replaces=post_article
    )
    type(bell_article).objects.filter(pk=bell_article.pk).update(withdrawn_at=proposed.made_at)
    html = client_of(checker).get(proposed.get_absolute_url()).content.decode()
    assert "Cited from version 1" in html
    assert f'<a href="{newer.get_absolute_url()}">version 2</a>' in html
    assert "The article was withdrawn: this does not count any more." in html
