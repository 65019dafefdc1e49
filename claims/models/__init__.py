from claims.models.claim import Appearance, Claim
from claims.models.comparison import AnotherLook, Decision, StoryComparison
from claims.models.engine import EngineReport
from claims.models.log import Edit, LogEntry, Note, SentForm
from claims.models.offer import RefusedOffer
from claims.models.person import Alias, Person
from claims.models.pile import Pile, PileItem, PileStory
from claims.models.quote import Quote, Run
from claims.models.verdict import Citation, Finding, Verdict
from claims.models.wording import Wording, WordingChange, WordingEntry

__all__ = [
    "Alias",
    "AnotherLook",
    "Appearance",
    "Citation",
    "Claim",
    "Decision",
    "Edit",
    "EngineReport",
    "Finding",
    "LogEntry",
    "Note",
    "Person",
    "Pile",
    "PileItem",
    "PileStory",
    "Quote",
    "RefusedOffer",
    "Run",
    "SentForm",
    "StoryComparison",
    "Verdict",
    "Wording",
    "WordingChange",
    "WordingEntry",
]
