"""How long work reports itself, and how it is stopped."""

from typing import Protocol


class Cancelled(Exception):
    """The user asked for this work to stop."""


class Progress(Protocol):
    """Called often by long work; raises Cancelled when the work should stop.

    `total` 0 means that the amount is not known yet; `note` names what is being worked on.
    """

    def __call__(self, done: int, total: int, note: str = "") -> None:
        """Report `done` of `total`."""


def silent(done: int, total: int, note: str = "") -> None:
    """Report to nobody, and never stop."""
