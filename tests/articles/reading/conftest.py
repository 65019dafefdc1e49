"""Files of every kind, made here: invented people, places and outlets."""

from io import BytesIO

import pytest


def minimal_pdf(pages: list[list[tuple[float, float, float, str]]], *, title: str = "") -> bytes:
    """A PDF by hand: each page a list of (x, y, size, words) in Helvetica, Windows-1252 letters."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    kids = []
    for page in pages:
        drawn = "\n".join(
            "BT /F1 {} Tf {} {} Td ({}) Tj ET".format(
                size, x, y, words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
            )
            for x, y, size, words in page
        ).encode("cp1252")
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>"
            % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    objects.append(b"<< /Title (%s) >>" % title.encode("cp1252"))
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(
        b"%010d 00000 n \n" % place for place in places
    )
    out += b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        len(objects),
        start,
    )
    return bytes(out)


@pytest.fixture
def pdf():
    return minimal_pdf


@pytest.fixture
def docx():
    """A function that saves a python-docx document after `fill` has written into it."""

    def saved(fill) -> bytes:
        from docx import Document

        document, buffer = Document(), BytesIO()
        fill(document)
        document.save(buffer)
        return buffer.getvalue()

    return saved
