"""Sentences taken apart, for the tests of what is read in them."""

from collections.abc import Callable

import pytest

from desktop_app.core.analysis.quotations.contents import contents
from desktop_app.core.analysis.quotations.cues import cues
from desktop_app.core.analysis.quotations.language import language
from desktop_app.core.analysis.quotations.marks import marked
from desktop_app.core.analysis.quotations.speakers import Scene
from desktop_app.core.analysis.quotations.tokens import tokens

Read = Callable[..., Scene]


@pytest.fixture
def read() -> Read:
    """Return a function that reads one sentence as a scene."""

    def scene(text: str, code: str = "en") -> Scene:
        words = language(code)
        assert words
        found = tokens(text, (0, len(text)), marked(text, 0, len(text)), words)
        heard = cues(found, words)
        return Scene(text, found, heard, contents(found, heard, words), words)

    return scene
