"""Outside evidence: cited from a form, its kept file handed out as a download that cannot run."""

from typing import Any

from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST, require_safe

from claims.forms.review import EvidenceForm
from claims.models import Citation
from claims.services.cite_evidence import cite_evidence
from claims.views.answers import carry_out, show_parts
from claims.views.may_see import reads_blind, sees_verdict
from claims.views.panel import read_claim
from newsdesk.downloads import as_download
from newsdesk.errors import DeskError
from newsdesk.requests import StaffRequest


@require_POST
def claim_evidence(request: StaffRequest, public_id: str) -> HttpResponse:
    claim = read_claim(public_id)

    def act(sent: dict[str, Any]) -> object:
        return cite_evidence(claim_id=claim.pk, by=request.user, **sent)

    form = EvidenceForm(request.POST, request.FILES)
    return carry_out(request, claim, form, act, lambda: show_parts(request, public_id, renewed="evidence"))


@require_safe
def evidence_file(request: StaffRequest, pk: int) -> FileResponse:
    """The kept copy under the name that it came with, never shown in the browser as a page of ours.

    Open to whom its citation is open: with the verdict, once that may be seen, and to who rates the proposal blind.
    """
    rows = Citation.objects.select_related("verdict", "verdict__claim__working_verdict")
    citation = get_object_or_404(rows, pk=pk)
    claim = citation.verdict.claim
    is_open = citation.verdict.published_at or sees_verdict(claim, request.user) or reads_blind(claim, request.user)
    if not citation.kept_file or not is_open:
        raise Http404
    try:
        file = citation.kept_file.open("rb")
    except FileNotFoundError as error:
        sentence = f"The kept copy “{citation.kept_name}” is missing from the desk’s folder of files."
        raise DeskError(sentence, status=404) from error
    return as_download(file, citation.kept_name)
