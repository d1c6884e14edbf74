"""Runs of words tell which texts share wording, by a sample that is the same in both."""

from desktop_app.core.analysis.runs import FEWEST, MOST, runs, sample, words_of

TEXT = " ".join(f"word{n}" for n in range(2000))


def test_shared_wording_is_shared_runs() -> None:
    """A stretch that both have gives the same runs wherever it stands, and whatever is around it."""
    stretch = " ".join(f"said{n}" for n in range(200))
    ours, theirs = runs(words_of(f"{TEXT} {stretch}")), runs(words_of(f"Before that {stretch} and more"))
    assert len(ours & theirs) == 196
    assert set(sample(ours)) & set(sample(theirs))
    assert not runs(words_of(TEXT)) & theirs


def test_samples_stay_small_and_never_empty() -> None:
    """One run in many, some even of a short text, and not more than a number of a long one."""
    assert 80 < len(sample(runs(words_of(TEXT)))) < 180
    assert len(sample(runs(words_of(TEXT[:150])))) == FEWEST
    assert len(sample(set(range(100_000)))) == MOST
    assert runs(words_of("?!")) == set()
    assert len(runs(words_of("One word"))) == 1


def test_words_are_the_same_however_written() -> None:
    """Case and marks do not count; signs of scripts without spaces are words one by one."""
    assert words_of("The Gate, broke!") == ["the", "gate", "broke"]
    assert words_of("老桥 x") == ["老", "桥", "x"]


def test_what_archives_keep_does_not_change() -> None:
    """Another hash would find nothing in the archives there are."""
    assert runs(words_of("the gate broke on tuesday")) == {1176256143478212875}
