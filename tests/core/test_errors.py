"""A sentence for the user reaches them as it was written."""

import pickle

import pytest

from desktop_app.core.errors import ArchiveError, NotAvailableYet, UnreadableFile, UserError

ERRORS = [
    UserError("no_article", "There is no article 7 in this archive."),
    ArchiveError("too_new", "Update the program to open it."),
    UnreadableFile("empty", "“a.txt” is empty."),
]


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_an_error_survives_the_way_between_processes(error: UserError) -> None:
    """What a worker refuses is shown in the window as the same kind, with its code and its sentence."""
    back = pickle.loads(pickle.dumps(error))
    assert (type(back), back.code, str(back)) == (type(error), error.code, error.message)


def test_what_is_not_built_yet_says_so() -> None:
    """A command of a later version is refused by name."""
    error = NotAvailableYet("related")
    assert (error.code, str(error)) == ("not_available_yet", "related: not available yet in this version.")
