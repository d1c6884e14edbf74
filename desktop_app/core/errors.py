"""What can go wrong through no fault of the program: each a sentence fit to show; anything else is a bug."""


class UserError(Exception):
    """Something the user can understand and act on.

    The message is one sentence saying what happened, why, and what to do; `code` names the kind in output
    that other programs read.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(code, message)
        self.code = code
        self.message = message

    def __str__(self) -> str:
        return self.message


class ArchiveError(UserError):
    """The archive as a whole cannot be used."""


class UnreadableFile(UserError):
    """One file could not be read as an article; the others are not touched by that."""


class Mended(UserWarning):
    """A file was ill-formed and what could be read of it was; the message says so of the articles in it."""


class NotAvailableYet(UserError):
    """A command the contract names that a later version will have."""

    def __init__(self, what: str) -> None:
        super().__init__("not_available_yet", f"{what}: not available yet in this version.")
