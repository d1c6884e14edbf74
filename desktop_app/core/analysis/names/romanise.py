"""Names of any alphabet in plain Latin letters, so that their spellings can be laid beside each other.

Our own tables for Arabic, Persian, Cyrillic, Greek, Hebrew, Georgian, Armenian and Korean; a sign of any other
script stays as it is. Hamza, ayn and apostrophes are left out, since most spellings leave them out.
"""

import re
import unicodedata
from functools import lru_cache

_APOSTROPHES = "'’‘ʼ＇`´ʿʾʻʹʺ\u05f3\u05f4"

_LATIN = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i", "ħ": "h",
    "ə": "a", "ŋ": "ng", "ƶ": "z", "ğ": "gh", "ş": "sh", "š": "sh", "ș": "sh", "ž": "zh", "č": "ch", "ć": "ch",
    "ç": "ch", "ñ": "n", "ţ": "ts", "ț": "ts", "ḫ": "kh", "ẖ": "kh", "ġ": "gh", "ḏ": "dh", "ṯ": "th", "ǧ": "j",
}  # fmt: skip

_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "yo", "ж": "zh", "з": "z", "и": "i",
    "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t",
    "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "",
    "э": "e", "ю": "yu", "я": "ya", "і": "i", "ї": "yi", "є": "ye", "ґ": "g", "ў": "u", "ђ": "dj", "ј": "y",
    "цз": "z", "љ": "l", "њ": "n", "ћ": "ch", "џ": "j", "ѓ": "g", "ќ": "k", "ѕ": "dz", "қ": "k", "ғ": "gh",
    "ң": "ng", "ү": "u", "ұ": "u", "һ": "h", "ә": "a", "ө": "o", "ҳ": "h", "ҷ": "j", "ӣ": "i", "ӯ": "u", "ѣ": "e",
}  # fmt: skip

_GREEK = {
    "ου": "ou", "αι": "e", "ει": "i", "οι": "i", "υι": "i", "αυ": "av", "ευ": "ev", "μπ": "b", "ντ": "d",
    "γκ": "g", "γγ": "ng", "γχ": "nch", "τσ": "ts", "τζ": "tz",
    "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "th", "ι": "i", "κ": "k",
    "λ": "l", "μ": "m", "ν": "n", "ξ": "ks", "ο": "o", "π": "p", "ρ": "r", "σ": "s", "ς": "s", "τ": "t",
    "υ": "y", "φ": "f", "χ": "kh", "ψ": "ps", "ω": "o",
}  # fmt: skip

_ARABIC = {
    "ا": "a", "أ": "a", "إ": "i", "آ": "a", "ٱ": "a", "ء": "", "ؤ": "u", "ئ": "i", "ب": "b", "ت": "t",
    "ث": "th", "ج": "j", "ح": "h", "خ": "kh", "د": "d", "ذ": "dh", "ر": "r", "ز": "z", "س": "s", "ش": "sh",
    "ص": "s", "ض": "dh", "ط": "t", "ظ": "z", "ع": "", "غ": "gh", "ف": "f", "ق": "q", "ك": "k", "ل": "l",
    "م": "m", "ن": "n", "ه": "h", "و": "u", "ي": "i", "ى": "a", "ة": "a", "پ": "p", "چ": "ch", "ژ": "zh",
    "گ": "g", "ک": "k", "ی": "i", "ڤ": "v", "ڨ": "g", "ڭ": "g", "ہ": "h", "ھ": "h", "ے": "e", "ٹ": "t",
    "ڈ": "d", "ڑ": "r", "ں": "n", "ـ": "",
}  # fmt: skip

_HEBREW = {
    "ג׳": "j", "צ׳": "ch", "ץ׳": "ch", "ז׳": "zh", "ת׳": "th", "ד׳": "dh", "וו": "v", "יי": "ai",
    "א": "a", "ב": "b", "ג": "g", "ד": "d", "ה": "h", "ו": "u", "ז": "z", "ח": "kh", "ט": "t", "י": "i",
    "כ": "k", "ך": "kh", "ל": "l", "מ": "m", "ם": "m", "נ": "n", "ן": "n", "ס": "s", "ע": "", "פ": "p",
    "ף": "f", "צ": "ts", "ץ": "ts", "ק": "k", "ר": "r", "ש": "sh", "ת": "t",
}  # fmt: skip


def _parted(sounds: str) -> list[str]:
    return sounds.split(" ")


def _alphabet(letters: str, sounds: str) -> dict[str, str]:
    """Return a table from the letters of an alphabet and their sounds, parted by spaces."""
    return dict(zip(letters, _parted(sounds), strict=True))


_GEORGIAN = _alphabet(
    "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
    "a b g d e v z t i k l m n o p zh r s t u p k gh q sh ch ts dz ts ch kh j h",
)
_ARMENIAN = _alphabet(
    "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆև",
    "a b g d e z e y t zh i l kh ts k h dz gh ch m y n sh o ch p j r s v t r ts v p k o f ev",
)
_KOREAN_FIRST = _parted("k kk n t tt r m p pp s ss  ch jj ch k t p h")
_KOREAN_MIDDLE = _parted("a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i")
_KOREAN_LAST = _parted(" k kk ks n nj nh t l lk lm lp ls lt lp lh m p ps t t ng t t k t p t")
_HANGUL = range(0xAC00, 0xD7A4)

# Alphabets that leave most vowels unwritten, and the marks by which they may be written after all.
_UNVOWELLED = re.compile(r"[\u0590-\u05ff\u0600-\u06ff\u0750-\u077f]")
_VOWEL_MARKS = re.compile(r"[\u0591-\u05bd\u05bf-\u05c7\u064b-\u065f\u0670]")
_TABLE = _LATIN | _CYRILLIC | _GREEK | _ARABIC | _HEBREW | _GEORGIAN | _ARMENIAN
_SIGNS = str.maketrans(
    {letter: sound for letter, sound in _TABLE.items() if len(letter) == 1} | dict.fromkeys(_APOSTROPHES, "")
)
_PAIRS = re.compile("|".join(re.escape(letters) for letters in _TABLE if len(letters) > 1))
_HEBREW_APOSTROPHE = re.compile("(?<=[א-ת])['’]")
# Letters of these alphabets that sound otherwise where they stand; the article is parted from its word before.
_ARTICLE = re.compile(r"(?<![\w׳])(?:ال|ٱل)(?=\w{2})")
_BY_PLACE = re.compile(
    r"(?P<w>(?<![\w׳])[وו](?=\w)|و(?=ا))|(?P<y>(?<![\w׳])[يיی](?=\w)|[يی](?=ا))"
    r"|(?P<a>(?<![\w׳])ع(?=[بلمصطثدزك])|(?<=[א-ת])ה(?!\w))|(?P<u>(?<![\w׳])[اأא][וو])|(?P<i>(?<![\w׳])[اأא][יي])"
)


def unvowelled(text: str) -> bool:
    """Tell whether a text is in an alphabet that leaves most vowels unwritten."""
    return not text.isascii() and _UNVOWELLED.search(text) is not None


@lru_cache(maxsize=100_000)
def romanised(text: str) -> str:
    """Return a text in small Latin letters, without accents, apostrophes, hamza and ayn."""
    text = text.casefold()
    if text.isascii():
        return text.replace("'", "").replace("`", "")
    text = unicodedata.normalize("NFC", text)
    if _UNVOWELLED.search(text):
        if not text.isalpha():
            text = _HEBREW_APOSTROPHE.sub("׳", _VOWEL_MARKS.sub("", text))
        text = _BY_PLACE.sub(lambda match: match.lastgroup or "", _ARTICLE.sub("al ", text))
    text = _PAIRS.sub(lambda match: _TABLE[match.group()], text).translate(_SIGNS)
    return text if text.isascii() else _without_marks("".join(map(_syllable, text)))


def _without_marks(text: str) -> str:
    """Return a text without accents; letters the tables know only without them are romanised."""
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    return unicodedata.normalize("NFC", bare.translate(_SIGNS))


def _syllable(sign: str) -> str:
    """Return a Korean syllable in Latin letters, any other sign as it is."""
    if ord(sign) not in _HANGUL:
        return sign
    first, rest = divmod(ord(sign) - _HANGUL.start, 588)
    middle, last = divmod(rest, 28)
    return _KOREAN_FIRST[first] + _KOREAN_MIDDLE[middle] + _KOREAN_LAST[last]
