"""Figures are found with what they count, and numbers that are no figures are not."""

import pytest

from desktop_app.core.analysis.evidence import Figure
from desktop_app.core.analysis.figures import figures
from desktop_app.core.analysis.sentences import sentences
from desktop_app.core.article import Article, Part


def found(text: str, language: str = "en") -> tuple[Figure, ...]:
    article = Article(text, (Part(0, len(text), "body"),), language=language)
    return figures(article, sentences(text))


def only(text: str, language: str = "en") -> Figure:
    (figure,) = found(text, language)
    assert figure.text == text[figure.start : figure.end]
    return figure


@pytest.mark.parametrize(
    ("text", "low", "thing"),
    [
        ("The flood drove at least 700 river boats ashore.", 700, "river boats"),
        ("Police counted half a dozen broken gates on Friday.", 6, "broken gates"),
        ("Eight pumps failed.", 8, "pumps"),
        ("Some 2,000 UN soldiers came to Velmark.", 2000, "UN soldiers"),
        ("About 1.2 million people live on the Orla.", 1_200_000, "people"),
        ("It drove out twenty-one families.", 21, "families"),
        ("They closed two port and fire stations.", 2, "port and fire stations"),
        ("A hundred of the oldest houses are empty.", 100, "oldest houses"),
        ("Nine members of the council left.", 9, "members of the council"),
        ("Guards held 40 more men in the tower.", 40, "men"),
        ("The death toll rose to 43.", 43, "death toll"),
        ("One in five Velmarkers has left.", 0.2, "Velmarkers"),
        ("Nearly two-thirds of voters agreed.", 0.6667, "voters"),
        ("The clinic has a 120-bed ward.", 120, "bed ward"),
        ("Tens of thousands of eels died.", 20_000, "eels"),
        ("Half its boats sank.", 0.5, "boats"),
        ("More than half a million eels died.", 500_000, "eels"),
        ("The port wants 100M ORLA-19 shots.", 100e6, "ORLA-19 shots"),
        ("Officials read 250,000 written complaints.", 250_000, "written complaints"),
    ],
)
def test_counts(text: str, low: float, thing: str) -> None:
    """The thing counted is the noun phrase behind the figure, or the subject that leads to it."""
    figure = only(text)
    assert (figure.low, figure.thing, figure.unit) == (low, thing, None)


@pytest.mark.parametrize(
    ("text", "low", "unit", "thing"),
    [
        ("More than 85 per cent of the boats sank.", 85, "%", "boats"),
        ("The gate is 60 kilometres from Velmark.", 60, "km", "from Velmark"),
        ("A camp lies about 30 km (20 miles) north of Velmark.", 30, "km", "north of Velmark"),
        ("Police seized 5 tonnes of eels.", 5, "tonne", "eels"),
        ("The port got $1.2bn in aid.", 1.2e9, "USD", "aid"),
        ("The firm paid a £40m fine.", 40e6, "GBP", "fine"),
        ("A $2T plan was read.", 2e12, "USD", "plan"),
        ("Ferry fares rose 4.5 percent.", 4.5, "%", "Ferry fares"),
        ("Eels cost $60 a barrel.", 60, "USD per barrel", "Eels"),
        ("The court heard of a loss of 3 million euros.", 3e6, "EUR", "loss"),
        ("The city cut its ferry budget to 5 million yen.", 5e6, "JPY", "ferry budget"),
        ("She got a 10-year sentence.", 10, "year", "sentence"),
        ("Orla Steel, the mill at Velmark, fell 3 percent.", 3, "%", "Orla Steel"),
        ("Traders like Orla Steel, up 3 percent.", 3, "%", "Orla Steel"),
        ("Orla Steel ( 123.V ) fell 3 percent.", 3, "%", "Orla Steel"),
        ("The city raised fees on a range of boats to 20 percent.", 20, "%", "fees"),
        ("They paid a tax rate of 36 percent.", 36, "%", "tax rate"),
        ("He pays, in exchange for $5.7 billion in funding.", 5.7e9, "USD", "funding"),
        ("The plan would yield savings of 160 million euros.", 160e6, "EUR", "savings"),
        ("The bank cut rates by half a percentage point.", 0.5, "percentage point", "rates"),
        ("It was 31 degrees Celsius at noon.", 31, "°C", None),
        ("They walked for three hours.", 3, "hour", None),
        ("Hundreds of miles of dykes are weak.", 200, "mile", "dykes"),
        ("The mill told of an 11 percent fall in eel sales.", 11, "%", "eel sales"),
        ("It reported a 9 percent drop in April.", 9, "%", "drop"),
        ("A $60-a-share bid was refused.", 60, "USD per share", "bid"),
        ("They refused a 3 million pound ($5 million) cash bid.", 3e6, "GBP", "cash bid"),
        ("They raised a 40-foot tall cross.", 40, "foot", "cross"),
        ("Oil has since fallen to $40.", 40, "USD", "Oil"),
        ("Oil hit a record high of $92.", 92, "USD", "Oil"),
        ("The mill raised its price for eels by 4 percent.", 4, "%", "price"),
        ("The news lifted the stock by 5 percent.", 5, "%", "stock"),
        ("They see eel sales to range from $5 million.", 5e6, "USD", "eel sales"),
        ("They bought it in a deal worth $3 million.", 3e6, "USD", "deal"),
        ("Claims for 2006 revenue of $3 million failed.", 3e6, "USD", "revenue"),
        ("It doubled its price target last year to $20 million.", 20e6, "USD", "price target"),
        ("The fleet has a budget that totals $9 million.", 9e6, "USD", "budget"),
        ("Traders polled were expecting fares to rise 2 percent.", 2, "%", "fares"),
        ("Profit of the Velmark, Orla, company came to $3 million.", 3e6, "USD", "Profit of the Velmark"),
        ("Orla Steel shares dipped, but later rose to $9.", 9, "USD", "Orla Steel shares"),
        ("Eel stocks fell last week by 3 million barrels.", 3e6, "barrel", "Eel stocks"),
        ("Gross margins, a measure of health, were down 2 points.", 2, "point", "Gross margins"),
        ("The Velmark, Orla, company said its profit was $3 million.", 3e6, "USD", "profit"),
        ("The main rate was unchanged at 5 percent.", 5, "%", "main rate"),
        ("It plans to raise up to $3 million.", 3e6, "USD", None),
        ("Eel margins are now forecast at 5 percent.", 5, "%", "Eel margins"),
        ("Traders polled by Orla forecast fares would rise 2 percent.", 2, "%", "fares"),
        ("Job gains for January and March were revised up by 3 percent.", 3, "%", "Job gains"),
        ("It raised its debt with the Orla Bank to $5 million.", 5e6, "USD", "debt"),
        ("They wrote 20 years of legal and political advice.", 20, "year", "legal and political advice"),
    ],
)
def test_units(text: str, low: float, unit: str, thing: str | None) -> None:
    """A unit has a plain name, a conversion in brackets belongs to the figure, and its thing is on either side."""
    figure = only(text)
    assert (figure.low, figure.unit, figure.thing) == (low, unit, thing)


def test_a_share_of_a_count() -> None:
    """A part of a counted whole is a figure of its own, of the same thing."""
    assert [(each.low, each.thing) for each in found("A third of the 20 boats sank.")] == (
        [(0.3333, "boats"), (20, "boats")]
    )


def test_a_conversion_in_brackets_is_in_the_text() -> None:
    """A distance in two units is one figure, as written."""
    assert only("A camp lies about 30 km (20 miles) north of Velmark.").text == (
        "about 30 km (20 miles) north of Velmark"
    )


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Between 20 and 30 boats sank.", 20, 30),
        ("Some 20-30 boats sank.", 20, 30),
        ("Two or three boats sank.", 2, 3),
        ("Fares may rise 8 to 10 percent.", 8, 10),
        ("It needs 2 to 3 million stones.", 2e6, 3e6),
        ("The firm sees profit of $4.45 to $4.65 a share.", 4.45, 4.65),
        ("Dozens of boats sank.", 24, 119),
        ("Several hundred boats sank.", 200, 999),
    ],
)
def test_ranges(text: str, low: float, high: float) -> None:
    """A range has two ends, and so has a word that tells only the size."""
    figure = only(text)
    assert (figure.low, figure.high) == (low, high)


@pytest.mark.parametrize(
    "text",
    [
        "Arrests jumped 137 to 853 boats.",
        "Fares rose 5 percent to 10 percent.",
        "Shares gained $2 to $45.",
        "Traffic went from 12 to 45 boats.",
    ],
)
def test_a_change_is_no_range(text: str) -> None:
    """By how much something rose and how high it stands then are two figures."""
    assert [figure.low == figure.high for figure in found(text)][-1:] == [True]


def test_linked_figures_share_their_thing() -> None:
    """What a figure rose to and from is the same thing."""
    assert [figure.thing for figure in found("Walls lost 2.6 million bricks, Orla 1.1 million.")] == ["bricks"] * 2
    text = "Net income fell to $74 million, or 40 cents per share, from $91 million."
    assert [figure.thing for figure in found(text)] == ["Net income"] * 3
    text = "The stock closed at $117 in Velmark, down $2 or 2 percent, before easing back to $116."
    assert [figure.thing for figure in found(text)] == ["stock"] * 4
    text = "Eel sales fell 4 percent, compared to a 9 percent decline a year earlier."
    assert [figure.thing for figure in found(text)] == ["Eel sales"] * 2


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("At least 12 boats sank.", "At least"),
        ("Close to 660 boats sank.", "Close to"),
        ("Nearly  12 boats sank.", "Nearly"),
        ("Up to about 12 boats sank.", "Up to about"),
        ("12 or more boats sank.", "or more"),
        ("12 boats sank.", None),
    ],
)
def test_qualifier_as_written(text: str, qualifier: str | None) -> None:
    """The qualifier is kept in the words of the text and belongs to the figure."""
    figure = only(text)
    assert figure.qualifier == qualifier
    assert figure.text.endswith("boats")


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        ("The blast killed 12 guards and wounded 30 others.", ["kill", "wound"]),
        ("12 guards were killed; 30 fishermen were arrested.", ["kill", "arrest"]),
        ("It resulted in the deaths of 18 guards.", ["kill"]),
        ("There were two fatalities, and five wounded.", ["kill", "wound"]),
        ("The house sold 40 boats.", ["sell"]),
        ("Fares rose 5 percent while a man was killed.", ["rise"]),
        ("The dyke is 5 km from where he was killed.", [None]),
    ],
)
def test_action(text: str, actions: list[str | None]) -> None:
    """The nearest action counts, in its base form; a distance takes no part in one."""
    assert [figure.action for figure in found(text)] == actions


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Since Monday, 30 boats sank.", "Since Monday"),
        ("30 boats sank on Tuesday in Velmark.", "on Tuesday"),
        ("30 boats sank in 2015.", "in 2015"),
        ("The port loses 200 tonnes a year.", "a year"),
        ("The mayor said on Tuesday that 30 boats sank.", None),
        ("30 boats sank.", None),
    ],
)
def test_period(text: str, period: str | None) -> None:
    """The time of the figure is kept as written; when it was said is not its time."""
    assert only(text).period == period


@pytest.mark.parametrize(
    "text",
    [
        "The 34-year-old mayor came.",
        "Mara Holm, 45, a clerk, came with Jan Tessin, 51.",
        "They met at 10:30 a.m. and at 3 p.m., then at 1400 GMT.",
        "On June 5, 2015 and in 1998 it burned.",
        "A Boeing 737 flew over Highway 61 and Article 50 was read.",
        "The G20, the Group of Seven and Formula One met.",
        "Fighters took an area known as 700.",
        "Since 9/11 they count.",
        "One of the guards and no one else saw the two leaders.",
        "Call 555-123-4567 or +44 20 7946 0000.",
        "The Eels won 3-1 after a 52-48 vote.",
        "It was the 21st race, No. 5 on page 12.",
        "He was there two weeks ago and in the past three years.",
        "In the 1990s the F-16 and Covid-19 were new.",
        "The ratio is 2 to 1.",
        "It was closed for a fourth day in a decade and a half.",
        "The 737 Max is built for ages between 25 and 64.",
        "She is a mother of 12 and he was dead at 99.",
        "The Eels (25-7) met at 10 Harbour Street.",
        "They raised the age for boats from 18 to 21.",
        "At one point the yield of the 10-year Treasury note fell.",
        "The second half of the year was quiet on Ground Zero.",
        "1. Open the gate.",
        "Orla Steel ( 6857.T ) rose.",
    ],
)
def test_what_is_no_figure(text: str) -> None:
    """Ages, clock times, dates, names, scores, telephone numbers, ordinals and list numbers are left out."""
    assert found(text) == ()


@pytest.mark.parametrize(
    ("language", "text", "low", "unit", "thing"),
    [
        ("de", "Der Damm ist rund 1.234,5 Kilometer lang.", 1234.5, "km", None),
        ("de", "Mindestens 12 Menschen starben.", 12, None, "Menschen"),
        ("fr", "Plus de 12 000 personnes sont venues.", 12_000, None, "personnes"),
        ("fr", "Cela coûte 3,5 milliards d’euros.", 3.5e9, "EUR", None),
        ("es", "Murieron al menos 12 personas.", 12, None, "personas"),
        ("ar", "تبعد المدينة أكثر من ٧٠٠ كيلومتر.", 700, "km", None),
        ("hi", "बाँध ७०० km लंबा है।", 700, "km", None),
        ("zh", "大坝长３０公里。", 30, "km", None),
    ],
)
def test_other_languages(language: str, text: str, low: float, unit: str | None, thing: str | None) -> None:
    """Digits of any script are read as the language writes them, with its units and words for people."""
    figure = only(text, language)
    assert (figure.low, figure.unit, figure.thing) == (low, unit, thing)


def test_only_what_reports_is_read() -> None:
    """A figure of the title is one; page furniture is not read, and positions are those of the whole text."""
    text = "700 boats sink\n12 comments\nA storm sank 30 boats."
    parts = (Part(0, 14, "title"), Part(15, 26, "furniture"), Part(27, len(text), "body"))
    marks = figures(Article(text, parts, language="en"), sentences(text, 27))
    assert [text[each.start : each.end] for each in marks] == ["700 boats", "30 boats"]
