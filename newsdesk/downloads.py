"""Files that people gave the desk, handed out again. Leans on nothing of ours."""

from typing import IO, Any

from django.http import FileResponse


def as_download(file: IO[Any], name: str) -> FileResponse:
    """The file under its name as a download: never shown in the desk's own origin, whatever it holds."""
    response = FileResponse(file, as_attachment=True, filename=name, content_type="application/octet-stream")
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["X-Content-Type-Options"] = "nosniff"
    return response
