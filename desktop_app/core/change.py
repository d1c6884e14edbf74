"""A small change that can be taken back."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Change:
    """What is done, how it is undone, and what the Edit menu calls it."""

    label: str
    do: Callable[[], None]
    undo: Callable[[], None]
