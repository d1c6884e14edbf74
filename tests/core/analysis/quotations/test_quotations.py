"""The quotations of an article, as the rest of the program sees them."""

import pytest

from desktop_app.core.analysis.quotations import quotations
from desktop_app.core.analysis.sentences import sentences
from desktop_app.core.article import Article, Part, Role


def article(text: str, role: Role = "body", language: str | None = "en") -> Article:
    return Article(text, (Part(0, len(text), role),), language=language)


def found(text: str, language: str | None = "en") -> list[tuple[str, str, str | None, str]]:
    """Return kind, words, speaker and rule of each quotation."""
    whole = article(text, language=language)
    return [
        (one.kind, text[one.start : one.end], one.speaker.text if one.speaker else None, one.rule)
        for one in quotations(whole, sentences(text))
    ]


def test_an_article() -> None:
    """Direct, mixed and indirect come in the order of the text, a part in marks behind the clause that holds it."""
    text = (
        "VELMARK (Harbour Wire) — The mayor, Mara Holm, said on Monday the flood was “a very bad one” for us.\n\n"
        "“We lost three bridges,” she told Radio Tessin. “Why? Nobody knows.”"
    )
    assert found(text) == [
        ("indirect", "the flood was “a very bad one” for us", "Mara Holm", "X said …"),
        ("mixed", "a very bad one", "Mara Holm", "within what X said"),
        ("direct", "We lost three bridges,", "she", "“…” X told; she: the last speaker named"),
        ("direct", "Why? Nobody knows.", "she", "carried on from the same paragraph"),
    ]


def test_only_what_the_article_says() -> None:
    """The body and the captions are read; titles repeat the body, and page furniture is none of it."""
    text = "“We stay,” said Mara Holm."
    spans = sentences(text)
    roles: tuple[Role, ...] = ("body", "caption", "title", "furniture")
    assert [len(quotations(article(text, role), spans)) for role in roles] == [1, 1, 0, 0]


def test_a_dateline_is_nobody() -> None:
    """The town a report is sent from does not speak in it, nor is it part of what is said."""
    assert found("VELMARK, Orla — The river will rise again, Mara Holm said.") == [
        ("indirect", "The river will rise again", "Mara Holm", "…, X said")
    ]


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        (
            "fr",
            "« Le pont est tombé », a déclaré le maire de Velmark, Jan Holm. Selon l’armée, le moulin est fermé.",
            [("direct", "Le pont est tombé", "Jan Holm"), ("indirect", "le moulin est fermé", "l’armée")],
        ),
        (
            "fr",
            "« Le pont est tombé », dit-elle. Jan Holm a affirmé que l’armée viendrait.",
            [("direct", "Le pont est tombé", "elle"), ("indirect", "l’armée viendrait", "Jan Holm")],
        ),
        (
            "de",
            "„Die Brücke ist weg“, sagte die Sprecherin der Armee, Mara Holm. Jan sagt, dass viele Boote da sind.",
            [("direct", "Die Brücke ist weg", "Mara Holm"), ("indirect", "viele Boote da sind", "Jan")],
        ),
        (
            "de",
            "»Die Brücke ist weg.« Laut Polizei gab es drei Verletzte. Holm sagte, die Lage sei ernst.",
            [
                ("direct", "Die Brücke ist weg.", None),
                ("indirect", "gab es drei Verletzte", "Polizei"),
                ("indirect", "die Lage sei ernst", "Holm"),
            ],
        ),
        (
            "fr",
            "« Le pont, a déclaré Jan Holm, est tombé. » « Tout est fermé », a dit lundi le maire.",
            [
                ("direct", "Le pont, a déclaré Jan Holm, est tombé.", "Jan Holm"),
                ("direct", "Tout est fermé", "le maire"),
            ],
        ),
        (
            "de",
            "Am 5. Juni sagte Holm, die Lage sei ernst. „Wir gehen“, sagte sie der Orla Post.",
            [("indirect", "die Lage sei ernst", "Holm"), ("direct", "Wir gehen", "sie")],
        ),
        (
            "es",
            "«El puente cayó», dijo la alcaldesa. Según la policía, el molino está cerrado.",
            [("direct", "El puente cayó", "la alcaldesa"), ("indirect", "el molino está cerrado", "la policía")],
        ),
        (
            "ar",
            "قال جان هولم إن الجسر سقط. وقالت مارا تيسين: «الطرق مقطوعة». “هذه كارثة”، قال هولم.",
            [
                ("direct", "الطرق مقطوعة", "مارا تيسين"),
                ("direct", "هذه كارثة", "هولم"),
            ],
        ),
        (
            "de",
            "Wie die Polizei am Montag mitteilte, stieg der Fluss, als es regnete. Der Stadt zufolge ist er hoch.",
            [
                ("indirect", "stieg der Fluss, als es regnete", "die Polizei"),
                ("indirect", "ist er hoch", "Der Stadt"),
            ],
        ),
        (
            "de",
            "Nach Angaben von Mara Holm stieg der Fluss. Die Brücke ist offen, wie die Stadt mitteilte.",
            [("indirect", "stieg der Fluss", "Mara Holm"), ("indirect", "Die Brücke ist offen", "die Stadt")],
        ),
        ("de", "Die Brücke bleibt, wie die Stadt mitteilte, gesperrt.", []),
        (
            "fr",
            "Le pont est tombé, a précisé la maire de Velmark. D’après Jan Holm, le moulin est fermé.",
            [
                ("indirect", "Le pont est tombé", "la maire de Velmark"),
                ("indirect", "le moulin est fermé", "Jan Holm"),
            ],
        ),
        (
            "es",
            "—El puente cayó ayer —dijo Mara Holm el lunes—. Nadie murió.",
            [("direct", "El puente cayó ayer", "Mara Holm"), ("direct", "Nadie murió.", "Mara Holm")],
        ),
        ("zh", "市长说：“我们失去了三座桥。”", [("direct", "我们失去了三座桥。", None)]),
    ],
)
def test_languages(language: str, text: str, said: list[tuple[str, str, str | None]]) -> None:
    """The same rules read the marks and the words of other languages; without words, only the marks."""
    assert [one[:3] for one in found(text, language)] == said


@pytest.mark.parametrize(
    ("language", "text", "speakers"),
    [
        ("de", "Zugleich mahnte sie: „Wir müssen alle gehen.“", ["sie"]),
        ("de", "Es gibt drei Dinge: So viele Berichte gab es, so wenig wussten wir.", []),
        ("de", "„Viel ist neu“, so urteilt Mara Holm von der Stadt.", ["Mara Holm"]),
        ("fr", "Les prix varient beaucoup selon les types de ponts. Or : « Les ponts sont tous fermés. »", [None]),
        ("es", "Finalmente, indicaron que “el puente grande está cerrado”.", [None]),
        ("ar", "«الجسر مغلق اليوم تماما»، وقال هولم إن الطريق مفتوح اليوم.", [None, "هولم"]),
        ("ar", "وأكد للصحيفة «لقد غادرنا المدينة كلنا أمس».", [None]),
    ],
)
def test_words_of_other_languages_that_nobody_is(language: str, text: str, speakers: list[str | None]) -> None:
    """Adverbs, cases and the next sentence's verb are not given a speaker's place: blank is better than wrong."""
    assert [one[2] for one in found(text, language)] == speakers


def test_a_question_in_marks_ends_a_sentence() -> None:
    """What follows a question quoted at the end of a sentence is said by its own speaker."""
    text = "Holm asked “who is to pay for it?” The farmers said the dam was late."
    assert [one[1:3] for one in found(text)] == [
        ("who is to pay for it?", "Holm"),
        ("the dam was late", "The farmers"),
    ]


def test_a_quotation_is_not_cut_by_the_sentences_within() -> None:
    """However many sentences somebody says, it is one quotation with one speaker."""
    assert [one[1:3] for one in found("“It rose. It fell. Why?” Holm asked. He left.")] == [
        ("It rose. It fell. Why?", "Holm")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\n ",
        "“",
        '""""',
        "said said said",
        "According to",
        "قال “said «Holm» إن",
        "Holm said that",
        "“" * 3000 + "”" * 3000,
        "the mayor of Velmark said that the river rose and " * 3000,
        "“It rose,” said Holm, " * 3000,
        "他说：“水”。" * 3000,
        "(" * 3000 + "Holm said" + ")" * 3000,
    ],
)
def test_odd_texts(text: str) -> None:
    """Nothing at all, marks without end, a sentence without end, and mixed scripts are read without a slip."""
    whole = article(text, language=None)
    for one in quotations(whole, sentences(text)):
        assert 0 <= one.start < one.end <= len(text)
        assert one.speaker is None or text[one.speaker.start : one.speaker.end] == one.speaker.text
