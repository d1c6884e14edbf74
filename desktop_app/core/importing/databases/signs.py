"""The marks of databases whose exports are runs of paragraphs, looked for before a parser is loaded."""

import re

# What each document has at its end: Lexis a line in the language of its interface, Factiva a number.
LEXIS_ENDS = frozenset(
    ("end of document", "ende des dokuments", "fin du document", "fin del documento", "fine del documento",
     "einde van het document", "einde van document", "fim do documento")
)  # fmt: skip
FACTIVA_NUMBER = r"[A-Z][A-Z0-9]{7}(?:19|20)\d{6}[a-z0-9]{9}"

_LEXIS = tuple(end.encode() for end in LEXIS_ENDS)
_NEXIS = re.compile(
    rb"\d of \d+ DOCUMENT|Do[ck]ument(?:o)? \d+ (?:von|de|di|van) \d|\d (?:van|di|de) \d+ DO[CK]UMENT",
    re.IGNORECASE,
)
_FACTIVA = re.compile(rf"\b{FACTIVA_NUMBER}\b".encode())
_DIGITS, _DAY = bytes.maketrans(b"123456789", b"000000000"), b"00000000"


def signed(original: bytes) -> list[str]:
    """Return the databases whose marks an original holds, each by the name of its module."""
    small = original.lower()  # most texts lack the word, and a word is found far faster than a pattern
    names = []
    if b"document" in small or b"dokument" in small:
        names += ["nexis"] * bool(_NEXIS.search(original))
        names += ["lexis"] * any(map(small.__contains__, _LEXIS))
    if _DAY in small.translate(_DIGITS):
        names += ["factiva"] * bool(_FACTIVA.search(original))
    return names
