"""Errors that speak to people: the text of a DeskError is the sentence shown on screen."""


class DeskError(Exception):
    """A broken rule. `str(error)` is a sentence for the person; `status` is the HTTP status of the answer."""

    status = 400

    def __init__(self, sentence: str, *, status: int | None = None) -> None:
        super().__init__(sentence)
        if status is not None:
            self.status = status

    @property
    def sentence(self) -> str:
        return str(self)


class NotAllowed(DeskError):
    """The person's role, or their part in this claim, does not allow it."""

    status = 403


class NotPossibleNow(DeskError):
    """The thing is not in a status from which this can be done, or somebody else was quicker."""

    status = 409


class BadInput(DeskError):
    """What was sent cannot be used; the sentence names the limit or the fault."""

    status = 422
