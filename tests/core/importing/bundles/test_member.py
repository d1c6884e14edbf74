"""What is too large to be read is told in a sentence."""

from desktop_app.core.importing.bundles.member import too_large


def test_too_large_members_are_named() -> None:
    """The user reads which member it is, and how much is read."""
    lost = too_large("Velmark 3.eml")
    assert (lost.name, lost.error.code) == ("Velmark 3.eml", "too_large")
    assert "“Velmark 3.eml” has more than 25 MB" in lost.error.message
