"""A query is loosened where words may be missing, and nowhere else."""

import pytest

from desktop_app.core.search.closest import loosened
from desktop_app.core.search.parse import parse
from desktop_app.core.search.query import Word


@pytest.mark.parametrize(
    ("text", "wanted", "many"),
    [
        ("car bomb", "car bomb", False),
        ("the car bomb of", "the car bomb of", False),
        ("car bomb velmark bridge", "car bomb velmark bridge", True),
        ("“car bomb”", "car bomb", False),
        ("al-Ghusri bomb", "al ghusri bomb", False),
        ("“car bomb” al velmark", "car bomb al velmark", False),
        ("car bomb -bridge source:wire date:2016", "car bomb", False),
        ("“car bomb”~2", "car bomb", False),
        ("老桥关闭", "老桥 桥关 关闭", False),
    ],
)
def test_words_that_may_be_missing(text: str, wanted: str, many: bool) -> None:
    """Words and the words of phrases may be missing; conditions may not."""
    tree = parse(text).tree
    assert tree is not None
    loose = loosened(tree)
    assert loose is not None
    assert " ".join(part.folded for part in loose.wanted if isinstance(part, Word)) == wanted
    assert loose.many == many
    assert len(loose.needed) == (3 if "wire" in text else 0)
    assert len(loose.raising) == text.count("bomb”")


@pytest.mark.parametrize(
    "text", ["bomb", "bomb -car", "al-Ghusri", "car OR bomb", "source:“Orla Post”", "date:2016"]
)
def test_nothing_to_loosen(text: str) -> None:
    """One thing is there or not; half of a hyphened name is no hit."""
    tree = parse(text).tree
    assert tree is not None
    assert loosened(tree) is None
