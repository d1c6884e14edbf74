"""An encoding is guessed by what its characters would say: writing in some language, or nonsense."""

import pytest

from desktop_app.core.importing.decoding.alphabets import ALPHABETS
from desktop_app.core.importing.decoding.encoding import CHOICES
from desktop_app.core.importing.decoding.guessing import guess, seven_bit, unmarked_unicode

RUSSIAN = "Новый мост через реку открыли во вторник, сообщил мэр города. Движение начнётся в среду утром."
CZECH = "Nový most přes řeku byl otevřen v úterý; podle starosty šlo o nejdražší stavbu za dvacet let."
POLISH = "Nowy most przez rzekę został otwarty we wtorek. Jak mówi burmistrz, żadna budowa nie była droższa."
HUNGARIAN = (
    "Kedden megnyitották az új hidat a folyó fölött; a polgármester szerint húsz éve nem épült ilyen drága mű."
)
TURKISH = "Nehrin üzerindeki yeni köprü salı günü açıldı. Başkan, yirmi yıldır böyle iş görülmediğini söyledi."
LATVIAN = "Jaunais tilts pār upi tika atklāts otrdien; mērs teica, ka tā ir dārgākā būve pēdējos divdesmit gados."
FRENCH = "Le pont a été inauguré mardi près de l’écluse ; les élus, très émus, ont traversé la rivière à pied."
GREEK = "Η νέα γέφυρα πάνω από το ποτάμι άνοιξε την Τρίτη, είπε ο δήμαρχος της πόλης στους κατοίκους."
HEBREW = "הגשר החדש מעל הנהר נפתח ביום שלישי, אמר ראש העיר לתושבים שהגיעו לטקס."
ARABIC = "افتتح الجسر الجديد فوق النهر يوم الثلاثاء، وقال رئيس البلدية إن العمل استمر أربع سنوات."
THAI = "สะพานใหม่ข้ามแม่น้ำเปิดใช้งานเมื่อวันอังคาร นายกเทศมนตรีกล่าวกับประชาชนที่มาร่วมงาน"
SIMPLIFIED = "市长星期二说，新的大桥已经开通，这个项目用了四年时间，人们可以走过去。"
TRADITIONAL = "市長星期二說，新的大橋已經開通，這個項目用了四年時間，人們可以走過去。"
JAPANESE = "新しい橋が火曜日に開通した。市長は「四年間の工事が終わった」と話している。"
KOREAN = "새로운 다리가 화요일에 개통되었다. 시장은 사년 동안의 공사가 끝났다고 말했다."
VIETNAMESE = (
    "Cây câ\u0300u mơ\u0301i qua sông đa\u0303 đươ\u0323c mơ\u0309 va\u0300o thư\u0301 ba, "
    "ông thi\u0323 trươ\u0309ng no\u0301i."
)
WRITTEN = [
    (RUSSIAN, ("cp1251", "koi8_r", "iso8859_5", "cp866", "mac_cyrillic", "cp855")),
    (CZECH, ("cp1250", "iso8859_2", "cp852")),
    (POLISH, ("cp1250", "iso8859_2", "cp852")),
    (HUNGARIAN, ("cp1250",)),
    (TURKISH, ("cp1254", "cp857")),
    (LATVIAN, ("cp1257", "cp775")),
    (FRENCH, ("cp1252", "mac_roman")),
    (GREEK, ("cp1253", "cp737")),
    (HEBREW, ("cp1255", "cp862")),
    (ARABIC, ("cp1256", "iso8859_6")),
    (THAI, ("cp874",)),
    (SIMPLIFIED, ("gb18030",)),
    (TRADITIONAL, ("big5hkscs",)),
    (JAPANESE, ("cp932", "euc_jp")),
    (KOREAN, ("cp949", "johab")),
    (VIETNAMESE, ("cp1258",)),
]


@pytest.mark.parametrize(("text", "encoding"), [(text, each) for text, codecs in WRITTEN for each in codecs])
def test_a_sentence_is_enough(text: str, encoding: str) -> None:
    """A sentence in an old encoding is read as it was written, whatever its name is called."""
    original = text.encode(encoding)
    assert original.decode(guess(original), "replace") == text


def test_mark_up_does_not_mislead() -> None:
    """Most of a page may be English names of elements; only words beyond ASCII tell."""
    original = ('<div class="teaser">' * 400 + RUSSIAN).encode("koi8_r")
    assert guess(original) == "koi8_r"


def test_one_long_word_costs_no_more_than_a_text() -> None:
    """A file without a blank is not searched again from each of its bytes."""
    assert guess(b"\xff\xfe\xfd" * 300_000) in {encoding for each in ALPHABETS for encoding in each.encodings} | {
        *CHOICES
    }


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("text", ["The bridge is open.\n", RUSSIAN, f"{SIMPLIFIED}\n{JAPANESE}\n"])
def test_unicode_without_its_mark(text: str, encoding: str) -> None:
    """Programs of Windows leave the mark out; the pattern of the bytes tells."""
    assert unmarked_unicode(text.encode(encoding)) == encoding


@pytest.mark.parametrize("original", [b"", b"\x00", b"plain", RUSSIAN.encode(), bytes(range(256)) * 20])
def test_other_bytes_are_no_unicode(original: bytes) -> None:
    """Text in other encodings, and what is no text, is left to others."""
    assert unmarked_unicode(original) is None


@pytest.mark.parametrize(
    ("text", "encoding"),
    [(JAPANESE, "iso2022_jp"), (KOREAN, "iso2022_kr"), (SIMPLIFIED, "hz"), ("About ~{40} days", None)],
)
def test_shifting_encodings_show_themselves(text: str, encoding: str | None) -> None:
    """ISO-2022 and HZ consist of ASCII bytes only, and say where they shift; a lone tilde says nothing."""
    original = text.encode(encoding or "ascii")
    found = seven_bit(original)
    assert original.decode(found or "ascii") == text
    assert bool(found) == bool(encoding)
