from claims.models.claim import Appearance, Claim
from claims.models.log import Edit, LogEntry, Note, SentForm
from claims.models.quote import Quote, Run
from claims.models.verdict import Citation, Finding, Verdict

__all__ = [
    "Appearance",
    "Citation",
    "Claim",
    "Edit",
    "Finding",
    "LogEntry",
    "Note",
    "Quote",
    "Run",
    "SentForm",
    "Verdict",
]
