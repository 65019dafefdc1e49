"""Cite outside evidence: an address with a note and a kept copy, a document, a call."""

import hashlib
from datetime import date, datetime
from pathlib import PurePath

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone

from claims.models import Citation
from claims.rules.ratings import CitationStance, EvidenceKind
from claims.services.cite_words import next_number
from claims.services.working_draft import open_draft
from newsdesk.errors import BadInput
from newsdesk.models import User

MOST_BYTES = 25 * 1024 * 1024


@transaction.atomic
def cite_evidence(
    *,
    claim_id: int,
    kind: EvidenceKind,
    stance: CitationStance,
    by: User,
    title: str = "",
    address: str = "",
    on_date: date | None = None,
    note: str = "",
    file: UploadedFile | None = None,
    now: datetime | None = None,
) -> Citation:
    """The draft's next citation. An address needs the address and a note, a document its file and a title, a call whom
    (`title`), when (`on_date`) and what was said (`note`); the file of an address is the desk's kept copy of it."""
    now = now or timezone.now()
    _check(kind, title=title.strip(), address=address.strip(), on_date=on_date, note=note.strip(), file=file)
    _, verdict = open_draft(claim_id, by=by, now=now)
    citation = Citation(
        verdict=verdict,
        number=next_number(verdict),
        kind=kind.value,
        stance=stance.value,
        title=title.strip(),
        address=address.strip(),
        on_date=on_date,
        note=note.strip(),
        by=by,
        at=now,
    )
    if file is not None and kind is not EvidenceKind.CALL:
        citation.kept_name = PurePath(file.name or "file").name[:300]
        citation.kept_sha256 = _sha256(file)
        citation.kept_file.save(f"{citation.kept_sha256[:32]}.kept", file, save=False)
    citation.save()
    return citation


def _check(
    kind: EvidenceKind, *, title: str, address: str, on_date: date | None, note: str, file: UploadedFile | None
) -> None:
    lacking = []
    if kind is EvidenceKind.PARAGRAPH:
        raise BadInput("Words of the story's articles are cited by selecting them.")
    if kind is EvidenceKind.ADDRESS:
        lacking = [word for word, given in (("the address", address), ("a note on what it shows", note)) if not given]
    if kind is EvidenceKind.DOCUMENT:
        lacking = [word for word, given in (("the document", file), ("a title", title)) if not given]
    if kind is EvidenceKind.CALL:
        wanted = (("who was called", title), ("the date", on_date), ("what was said", note))
        lacking = [word for word, given in wanted if not given]
    if lacking:
        raise BadInput(f"This kind of evidence still needs {' and '.join(lacking)}.")
    if file is not None and (file.size or 0) > MOST_BYTES:
        raise BadInput("A file kept as evidence may have 25 MB at most.")


def _sha256(file: UploadedFile) -> str:
    digest = hashlib.sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    file.seek(0)
    return digest.hexdigest()
