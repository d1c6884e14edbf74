"""Stems: the form under which the forms of a word are one, by the language of the article.

Each word is stemmed by the article's language when it is written in that language's script, else by the language
its script is most used for: Latin script as English. Runs of a script without spaces are cut into pairs of signs,
and a Korean word loses its particle.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import Any

from desktop_app.core.search.words import Word, fold, spaceless
from desktop_app.paths import shipped

ENGLISH = "en"
_ALGORITHMS = {
    "ar": "arabic", "ca": "catalan", "cs": "czech", "da": "danish", "de": "german", "el": "greek", "en": "english",
    "es": "spanish", "et": "estonian", "eu": "basque", "fa": "persian", "fi": "finnish", "fr": "french",
    "ga": "irish", "hi": "hindi", "hu": "hungarian", "hy": "armenian", "id": "indonesian", "it": "italian",
    "lt": "lithuanian", "nb": "norwegian", "ne": "nepali", "nl": "dutch", "nn": "norwegian", "no": "norwegian",
    "pl": "polish", "pt": "portuguese", "ro": "romanian", "ru": "russian", "sv": "swedish", "ta": "tamil",
    "tr": "turkish", "yi": "yiddish",
}  # fmt: skip
_OTHERS = {
    "he": "hebrew", "ja": "japanese", "ko": "korean", "th": "thai", "uk": "ukrainian", "ur": "urdu",
    "vi": "vietnamese", "zh": "chinese",
}  # fmt: skip
# The scripts our stemmers know by the beginning of the Unicode name of their letters, and whose words they are
# when the article is in a language of another script.
_SCRIPTS = {
    "LATIN": "en", "CYRILLIC": "ru", "ARABIC": "ar", "GREEK": "el", "DEVANAGARI": "hi", "TAMIL": "ta",
    "ARMENIAN": "hy", "HEBREW": None, "HANGUL": "ko",
}  # fmt: skip
_OTHER_SCRIPTS = {
    "ru": "CYRILLIC", "uk": "CYRILLIC", "be": "CYRILLIC", "bg": "CYRILLIC", "mk": "CYRILLIC", "sr": "CYRILLIC",
    "ar": "ARABIC", "fa": "ARABIC", "ur": "ARABIC", "ps": "ARABIC", "ckb": "ARABIC", "ug": "ARABIC",
    "el": "GREEK", "hi": "DEVANAGARI", "ne": "DEVANAGARI", "mr": "DEVANAGARI", "ta": "TAMIL", "hy": "ARMENIAN",
    "he": "HEBREW", "yi": "HEBREW", "ko": "HANGUL", "zh": "HAN", "ja": "HAN", "th": "THAI",
}  # fmt: skip
# Longest first: what is said of a Korean noun hangs on its end.
_PARTICLES = (
    *("에서는", "으로는", "에게서", "이라고", "까지", "부터", "에게", "에서", "으로", "처럼", "보다", "한테"),
    *("께서", "이나", "에는", "은", "는", "이", "가", "을", "를", "의", "에", "로", "와", "과", "도", "만"),
)

# What Arabic and Hebrew write before the article as one word with it: and, so, by, as, that.
_ARABIC_PREFIX = re.compile("^[وفبك](?=ال...)")
_HEBREW_ARTICLE = re.compile("^(?:ו|ש|כש)?ה(?=...)")


def stems(words: Sequence[Word], text: str, language: str | None) -> Iterator[str]:
    """Give the stem of each word of a text; for a run of a script without spaces its pairs of signs."""
    for at, word in enumerate(words):
        if not spaceless(word.folded):
            yield stem(word.folded, text[word.start : word.end].lower(), language)
            continue
        after = words[at + 1] if at + 1 < len(words) else None
        if after and spaceless(after.folded) and after.start == word.end:
            yield word.folded + after.folded


@lru_cache(maxsize=60_000)
def stem(folded: str, written: str, language: str | None) -> str:
    """Return the stem of a word of an article in a language (ISO 639, or None when it is not known)."""
    code = _language_of(_script(folded[0]), language)
    if code == "ko":
        return _without_particle(folded)
    if code == "he":
        return _HEBREW_ARTICLE.sub("", folded)
    if code not in _ALGORITHMS:
        return folded
    whole = written.lower() if written.isascii() else unicodedata.normalize("NFC", written.lower())
    if code == "ar":
        letters = "".join(sign for sign in whole if sign.isalpha())
        whole = _ARABIC_PREFIX.sub("", letters)
    stemmed = _stemmer(_ALGORITHMS[code]).stemWord(whole if whole.isalpha() else folded)
    return (stemmed if stemmed.isascii() else fold(stemmed)) or folded


def query_stems(folded: str, written: str, languages: Iterable[str]) -> frozenset[str]:
    """Return the stems a word has in any of the languages of an archive, or in an article of unknown language."""
    return frozenset(stem(folded, written, language) for language in (None, *languages))


def language_code(name: str) -> str:
    """Return the code of a language by its English name; a code stays what it is."""
    written = name.strip().lower()
    return next((code for code, known in {**_OTHERS, **_ALGORITHMS}.items() if known == written), written)


@cache
def light_words(languages: frozenset[str]) -> frozenset[str]:
    """Return the words that say little in these languages, folded; English when there is no list for any."""
    lists = _light_words()
    chosen = [lists[language] for language in languages if language in lists] or [lists[ENGLISH]]
    return frozenset(fold(word) for listed in chosen for word in listed)


@cache
def _light_words() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    file = shipped("resources") / "language" / "light_words.txt"
    for line in file.read_text(encoding="utf-8").splitlines():
        language, colon, listed = line.partition(": ")
        if colon and not line.startswith("#"):
            found.setdefault(language, []).extend(listed.split())
    return found


@cache
def _language_of(script: str, language: str | None) -> str | None:
    """Return the language a word in a script is stemmed in, None for none."""
    code = (language or "").lower().replace("_", "-").partition("-")[0]
    if code and _OTHER_SCRIPTS.get(code, "LATIN") == script:
        return code
    return _SCRIPTS.get(script)


@cache
def _script(sign: str) -> str:
    return "LATIN" if sign.isascii() and sign.isalpha() else unicodedata.name(sign, "").partition(" ")[0]


def _without_particle(folded: str) -> str:
    for particle in _PARTICLES:
        if folded.endswith(particle) and len(folded) >= len(particle) + 2:
            return folded[: -len(particle)]
    return folded


@cache
def _stemmer(algorithm: str) -> Any:
    from Stemmer import Stemmer

    return Stemmer(algorithm, 0)  # with no cache of its own: `stem` has one
