"""Where the work on a claim stands. What the public sees follows the published version, never the status."""

from enum import StrEnum


class Status(StrEnum):
    """A status as stored; `label` is the word on screen, `meaning` one sentence for people."""

    NEW = "new"
    IN_CHECK = "in check"
    PROPOSED = "proposed"
    CONTESTED = "contested"
    SIGNED_OFF = "signed off"
    PUBLISHED = "published"
    DISMISSED = "dismissed"
    RETRACTED = "retracted"

    @property
    def label(self) -> str:
        return self.value[0].upper() + self.value[1:]

    @property
    def meaning(self) -> str:
        return _MEANINGS[self]


_MEANINGS: dict[Status, str] = {
    Status.NEW: "Nobody has taken this claim yet.",
    Status.IN_CHECK: "A checker is looking into this claim.",
    Status.PROPOSED: "A checker has proposed a verdict; a second reader has to rate the claim without seeing it.",
    Status.CONTESTED: "The checker and the second reader rated this claim differently; an editor has to settle it.",
    Status.SIGNED_OFF: "The verdict is agreed and waits for an editor to publish it.",
    Status.PUBLISHED: "The verdict stands on its permalink.",
    Status.DISMISSED: "The desk has decided not to check this claim; the reason is in the log.",
    Status.RETRACTED: "The published verdict has been taken back; its page stays and says why.",
}
