"""One utterance is one row in the words of each report; what only one report quotes comes after, by speaker."""

from dataclasses import replace

from desktop_app.core.comparison.quotation_rows import quotation_rows
from desktop_app.core.comparison.said import Verdicts
from tests.core.comparison.making import Made, shown, table

GATE = "The gate had been repaired in March and nobody was warned"


def holm(text: str, words: str, kind: str = "direct", speaker: str = "Holm") -> Made:
    return Made(text).name("Holm", "@holm").quotation(words, speaker, kind)  # type: ignore[arg-type]


def test_the_same_words() -> None:
    """Marks and the end of a sentence are no difference; the row is called by its speaker."""
    columns = table(holm(f"“{GATE},” said Holm.", f"{GATE},"), holm(f"Holm said: “{GATE}.”", f"{GATE}."))
    (row,) = quotation_rows(columns)
    assert shown([row], columns) == [("same", [[f"{GATE},"], [f"{GATE}."]])]
    assert row.label == "Holm"
    assert row.reasons == ("given to “Holm”", "speaker: “…” said Holm")


def test_a_longer_quotation_differs() -> None:
    """One report cuts what the other quotes in full, in other words here and there."""
    longer = "The gate had been fully repaired in March and nobody was warned, and we are looking for the papers"
    columns = table(holm(f"“{GATE},” said Holm.", f"{GATE},"), holm(f"“{longer},” said Holm.", longer))
    assert [row.mark for row in quotation_rows(columns)] == ["differs"]


def test_the_halves_of_a_quotation() -> None:
    """“A,” said Holm. “B.” is the “A. B.” of the other report."""
    one, two = "The gate had been repaired in March", "Nobody at the harbour was warned of it"
    halves = holm(f"“{one},” said Holm. “{two}.”", one).quotation(two, "Holm")
    columns = table(halves, holm(f"“{one}. {two},” said Holm.", f"{one}. {two}"))
    assert shown(quotation_rows(columns), columns) == [("same", [[one, two], [f"{one}. {two}"]])]


def test_words_given_to_another_stay_one_utterance() -> None:
    """Who is right is for the reader; that they are the same words is told, and to whom each gives them."""
    other = Made(f"“{GATE},” said Mara.").name("Mara", "@mara").quotation(GATE, "Mara")
    (row,) = quotation_rows(table(holm(f"“{GATE},” said Holm.", GATE), other))
    assert row.reasons[0] == "given to “Holm”, “Mara”"


def test_retold_words_need_the_same_speaker() -> None:
    """Reported speech is another's wording, so that the speaker must speak for it."""
    retold = "the gate had been repaired in March without anybody being warned"
    direct = holm(f"“{GATE},” said Holm.", GATE)
    same = table(direct, holm(f"Holm said that {retold}.", retold, "indirect"))
    other = Made(f"Mara said that {retold}.").name("Mara", "@mara").quotation(retold, "Mara", "indirect")
    assert [row.mark for row in quotation_rows(same)] == ["differs"]
    assert [row.mark for row in quotation_rows(table(direct, other))] == ["only-here", "only-here"]


def test_the_same_words_retold_need_no_known_speaker() -> None:
    """Where no name is found, the same words in the same order are one utterance all the same."""
    said = "the schools stay closed until Friday and the market hall is open to families"
    other = said.replace("until Friday", "this week").replace("is open to families", "takes in everybody")
    mayor = Made(f"The mayor announced that {said}.").quotation(said, "The mayor", "indirect")
    again = Made(f"A letter says that {said}.").quotation(said, "A letter", "indirect")
    (row,) = quotation_rows(table(mayor, again))
    assert row.mark == "same"
    anew = Made(f"The mayor announced that {other}.").quotation(other, "The mayor", "indirect")
    assert [row.mark for row in quotation_rows(table(mayor, anew))] == ["only-here", "only-here"]


def test_chance_words_are_no_utterance() -> None:
    """Two quotations of one speaker that share what any two sentences share."""
    first, second = (
        "We will be in the harbour on the day of the vote",
        "They will be in the town of Velmark for the day",
    )
    columns = table(holm(f"“{first},” said Holm.", first), holm(f"“{second},” said Holm.", second))
    assert [row.mark for row in quotation_rows(columns)] == ["only-here", "only-here"]


def test_scattered_words_are_no_utterance() -> None:
    """A long speech has most words of a short quotation somewhere."""
    short = "no compromise with the harbour on repairs"
    long = (
        "there was a compromise in spring about the old mills. What the council of the harbour then did with it is "
        "no secret, and nobody will say that on a day like this the town should pay for any more such repairs"
    )
    columns = table(holm(f"“{short},” said Holm.", short), holm(f"“{long},” said Holm.", long))
    assert [row.mark for row in quotation_rows(columns)] == ["only-here", "only-here"]


def test_a_pronoun_is_no_label() -> None:
    """A row called “they” would say nothing; its words do."""
    made = Made(f"“{GATE},” they said.").quotation(GATE, "they")
    made.evidence = replace(
        made.evidence,
        quotations=tuple(replace(q, speaker=replace(q.speaker, name=None)) for q in made.evidence.quotations),
    )
    (row,) = quotation_rows(table(made, Made("Rain fell.")))
    assert row.label == GATE


def test_only_here_by_speaker() -> None:
    """Speakers come as they first speak, those nobody knows last; scare quotes and hearsay are no rows."""
    a, b, c = "Holm was angry at the gate", "Mara saw the gate give way", "Holm left the harbour early"
    made = Made(f"“{a}” (Holm). “{b}” (Mara). “{c}.” “{GATE}.” A “new gate”, it is said that all is well now.")
    made.name("Holm)", "@holm").name("Mara)", "@mara")
    made.quotation(a, "Holm)").quotation(b, "Mara)").quotation(c, "Holm)").quotation(GATE).quotation("new gate")
    made.quotation("that all is well now", None, "indirect")
    columns = table(made, Made("Rain fell."))
    assert [cells[0] for _, cells in shown(quotation_rows(columns), columns)] == [[a], [c], [b], [GATE]]


def test_a_part_in_marks_is_no_row_of_its_own() -> None:
    """“not to be opened again” within a reported clause is shown with the clause."""
    clause = "the gate was “not to be opened again”, whatever came"
    made = holm(f"Holm said that {clause}.", clause, "indirect").quotation(
        "not to be opened again", "Holm", "mixed"
    )
    alone, beside = table(made, Made("Rain.")), table(made, holm(f"Holm said that {clause}.", clause, "indirect"))
    assert shown(quotation_rows(alone), alone) == [("only-here", [[clause], []])]
    assert shown(quotation_rows(beside), beside) == [("same", [[clause], [clause]])]


def test_the_users_word() -> None:
    """What the user rejects is two rows, what they accept is one and theirs."""
    made = holm(f"“{GATE},” said Holm.", GATE), holm(f"“{GATE},” said Holm.", GATE)
    one, other = quotation_rows(table(*made))[0].spans
    rejecting = quotation_rows(table(*made, said=Verdicts(apart=((one, other),))))
    assert [row.mark for row in rejecting] == ["only-here", "only-here"]
    accepting = quotation_rows(table(*made, said=Verdicts(together=((one, other),))))
    assert [(row.mark, row.by) for row in accepting] == [("same", "user")]
