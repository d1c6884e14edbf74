"""The parts of full names find each other in any order; what contradicts counts more than what is lacking."""

import pytest

from desktop_app.core.analysis.names.full_names import compare, parts, unlike

ALIKE = 0.56


def score(one: str, other: str) -> float:
    return compare(parts(one), parts(other)).score


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mohamed al-Gasri", "AL-GHUSRI, Muhammad"),
        ("General Omar Velmar", "Umar Welmar"),
        ("Abd al-Aziz Tessin", "Abdulaziz Tessin"),
        ("Salah al-Din Orlan", "Salahuddin Orlan"),
        ("J. Velmar", "John Velmar"),
        ("PolTessin", "Pol Tessin"),
        ("Shir Amin Orlan", "Shiramin Orlan"),
        ("Algasri", "al-Gasri"),
        ("Сергей Викторович Орлов", "Sergei Orlow"),
        ("محمد القصري", "Muhammad al-Qasri"),
        ("Anna Maria Tessin", "Tessin, Anna"),
    ],
)
def test_spellings_of_one_name(one: str, other: str) -> None:
    """These are what the sources make of one person's name."""
    assert score(one, other) >= ALIKE
    assert score(other, one) == pytest.approx(score(one, other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Pavel Orlan", "Rami Orlan"),
        ("Hans O. Velmar", "Joachim Velmar"),
        ("Mohamed Gasri", "Mohamed Tessin"),
        ("東京", "京都"),
        ("Velmark 23", "Orla 5"),
    ],
)
def test_names_of_others(one: str, other: str) -> None:
    """A shared part does not make two people one."""
    assert score(one, other) < ALIKE


def test_a_middle_name_left_out_counts_less_than_another_middle_name() -> None:
    """Lacking is no contradiction."""
    assert score("Ivan Petrov Orlan", "Ivan Orlan") > score("Ivan Petrov Orlan", "Ivan Markov Orlan")


def test_what_sets_them_apart_is_told() -> None:
    """The reasons shown rest on this."""
    likeness = compare(parts("Gasri, J. Omar"), parts("John Gasri"))
    assert (likeness.inverted, likeness.initials, likeness.whole) == (True, True, False)
    likeness = compare(parts("Omar Gasri"), parts("Omar Ghusri"))
    assert (likeness.inverted, likeness.initials, likeness.whole) == (False, False, True)


def test_particles_alone_are_a_name_and_nothing_is_none() -> None:
    """A name that has only what is usually left out is kept; signs alone are like nothing."""
    assert [part.word for part in parts("Lady Van")] == ["lady", "van"]
    assert compare(parts("..."), parts("Orlan")).score == 0
    assert parts("") == ()


def test_an_initial_is_like_any_name_that_begins_with_it() -> None:
    """And like no other."""
    (initial,), (fits,), (other,) = parts("J"), parts("John"), parts("Omar")
    assert unlike(initial, fits) < unlike(initial, other)
