"""Which columns of a table hold the title, the text, the date: proposed by name and content, or set by the user."""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Literal, get_args

from desktop_app.core.importing.documents.date_column import looks_like_date

ColumnField = Literal["title", "byline", "source", "published", "url", "text", "language"]
COLUMN_FIELDS: tuple[ColumnField, ...] = get_args(ColumnField)
Mapped = Mapping[str, ColumnField]
SAMPLE = 100  # rows that are enough to propose from

_NAMES: dict[ColumnField, str] = {
    "title": "title|headline|heading|article title|news title|hl|hd|name|subject|titel|überschrift|"
    "schlagzeile|titre|título|titulo|titular|titolo|título da notícia|manchete|kop|titulek|"
    "tytuł|nagłówek|nadpis|otsikko|rubrik|overskrift|cím|titlu|naslov|başlık|baslik|заголовок|"
    "название|τίτλος|العنوان|عنوان|כותרת|标题|標題|題名|見出し|タイトル|제목|tiêu đề|judul",
    "text": "text|texts|full text|fulltext|body|content|article text|article body|article|main text|"
    "maintext|body text|content text|content html|story|story text|raw text|tx|volltext|inhalt|"
    "artikeltext|artikel|texte|texte intégral|contenu|corps|texto|texto completo|contenido|"
    "cuerpo|testo|contenuto|corpo|conteúdo|tekst|treść|inhoud|obsah|teksti|sisältö|innehåll|"
    "brødtekst|szöveg|tartalom|conținut|besedilo|metin|içerik|текст|содержание|полный текст|"
    "κείμενο|النص|نص|المحتوى|טקסט|תוכן|正文|内容|全文|內容|文章|本文|記事|본문|내용|nội dung|isi|abstract|"
    "abstract note|summary|description|excerpt|lead paragraph|lead|snippet|selection|quote|"
    "message|tweet",
    "byline": "byline|author|authors|author name|author names|by|writer|creator|journalist|reporter|au|"
    "autor|autorin|autoren|verfasser|auteur|auteurs|autores|autore|autori|auteur s|autorzy|"
    "kirjoittaja|författare|forfatter|szerző|avtor|yazar|автор|авторы|συγγραφέας|الكاتب|كاتب|"
    "المؤلف|מחבר|כתב|מאת|作者|记者|記者|著者|저자|기자|tác giả|penulis",
    "source": "source|source name|publication|publication title|publisher|newspaper|outlet|news outlet|"
    "media|medium|media name|media outlet|site|site name|website|journal|journal title|magazine|"
    "provider|pubtitle|source title|source hostname|hostname|source domain|domain|quelle|zeitung|"
    "publikation|journal name|fuente|medio|periódico|publicación|fonte|testata|giornale|jornal|"
    "veículo|bron|krant|źródło|zdroj|lähde|källa|kilde|forrás|sursă|sursa|vir|kaynak|gazete|"
    "источник|издание|сми|πηγή|المصدر|مصدر|الصحيفة|מקור|עיתון|来源|來源|媒体|媒體|出典|媒体名|新聞|출처|"
    "언론사|매체|nguồn|sumber",
    "published": "published|publication date|date published|publish date|published date|published at|"
    "published on|pub date|pubdate|date publish|date publication|publication day|issue date|"
    "release date|posted|posted at|posted on|date posted|web publication date|publication datetime|"
    "date|datetime|date time|date gmt|day|pd|year|publication year|py|veröffentlicht|"
    "veröffentlichungsdatum|erscheinungsdatum|datum|publié le|date de publication|publicado|fecha|"
    "fecha de publicación|data|data pubblicazione|data di pubblicazione|data de publicação|"
    "publicatiedatum|data publikacji|datum vydání|päivämäärä|julkaistu|publiceringsdatum|dato|"
    "dátum|dátuma|tarih|yayın tarihi|дата|дата публикации|ημερομηνία|تاريخ|التاريخ|تاريخ النشر|"
    "תאריך|日期|发布时间|發布時間|发布日期|日付|掲載日|公開日|날짜|일자|게재일|ngày|tanggal",
    "url": "url|link|web url|web link|permalink|article url|article link|source url|page url|news url|"
    "document url|documenturl|canonical url|external url|address|web address|href|uri|webseite|"
    "adresse|lien|enlace|dirección|indirizzo|endereço|adres|adres url|odkaz|osoite|länk|lenke|"
    "bağlantı|ссылка|адрес|σύνδεσμος|الرابط|رابط|קישור|链接|網址|网址|リンク|링크|주소|liên kết|tautan",
    "language": "language|lang|langue|sprache|idioma|lingua|taal|język|jazyk|kieli|språk|sprog|nyelv|"
    "limba|dil|язык|γλώσσα|اللغة|לשון|שפה|语言|語言|言語|언어|ngôn ngữ|bahasa",
}
_RANKS = {field: {name: rank for rank, name in enumerate(names.split("|"))} for field, names in _NAMES.items()}
# The day something else was done than published.
_OTHER_DAY = re.compile(
    r"modif|updat|access|creat|captur|added|crawl|import|index|download|saved|retriev|scrap|load|collect|fetch"
    r"|edit|birth|born|geburt|expir|deleted|geändert|aktualisiert|abruf|abger|mise? à jour|consult|изм|обновл",
    re.IGNORECASE,
)
_ENGLISH_OR_YEAR_FIRST = re.compile(r"date|publi|post|issue|day|year|\bp[dy]\b|dátum|[\u3040-\u9fff\uac00-\ud7af]")
_PICTURE = re.compile(r"image|img|thumb|photo|picture|icon|logo|avatar|cover|video|bild|foto", re.IGNORECASE)
_INNER = re.compile(r"(?:\.(?:name|names|title|main|original|value|text|rendered|en|0))+$", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
SHORTEST_TEXT = 120  # characters on average from which a column is text
NAMED_COUNTS = 4  # how much longer a column counts whose name says that it is text
MOSTLY = 0.6  # share of the filled cells that must be what the column is taken for


@dataclass(frozen=True)
class Columns:
    """The columns of a table: their headers, some rows, and which field each is proposed for."""

    headers: tuple[str, ...]
    sample: tuple[tuple[str, ...], ...]
    mapping: Mapped


def propose(headers: Sequence[str], rows: Sequence[Sequence[str]]) -> dict[str, ColumnField]:
    """Return which column is which field, as far as names and the cells of some rows tell it."""
    cells = {
        header: [row[place] for row in rows[:SAMPLE] if place < len(row) and row[place].strip()]
        for place, header in enumerate(headers)
    }
    found: dict[str, ColumnField] = {}
    for field in COLUMN_FIELDS:
        named = sorted((rank, header) for header in headers if (rank := _rank(header, field)) is not None)
        fitting = [header for _, header in named if header not in found and _fits(field, cells[header])]
        if fitting and field != "text":
            found[fitting[0]] = field
    for header, field in _by_content([header for header in headers if header not in found], cells):
        if field not in found.values():
            found[header] = field
    return found


def day_first(header: str) -> bool:
    """Tell whether the name of a date's column is in a language that puts the day before the month."""
    name = _plain(header)
    return _rank(header, "published") is not None and not _ENGLISH_OR_YEAR_FIRST.search(name)


def remembered(path: Path, headers: Sequence[str]) -> dict[str, ColumnField] | None:
    """Return the mapping kept for tables with these headers, None where none is, or the file cannot be read."""
    kept = _kept(path).get(_signature(headers))
    if not isinstance(kept, dict):
        return None
    mapping = {header: field for header, field in kept.items() if header in headers and field in COLUMN_FIELDS}
    return mapping or None


def remember(path: Path, headers: Sequence[str], mapping: Mapped) -> None:
    """Keep a mapping for tables with these headers; raises OSError where the file cannot be written."""
    kept = {**_kept(path), _signature(headers): dict(mapping)}
    half = path.with_suffix(".new")
    path.parent.mkdir(parents=True, exist_ok=True)
    half.write_text(json.dumps(kept, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    half.replace(path)


def _kept(path: Path) -> dict[str, object]:
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return kept if isinstance(kept, dict) else {}


def _signature(headers: Sequence[str]) -> str:
    """Return what tables with the same headers share, whatever the order of their columns."""
    return sha256("\n".join(sorted(map(_plain, headers))).encode()).hexdigest()[:16]


def _plain(header: str) -> str:
    """Return a header as the tables of names write it: publishDate and publish_date are publish date."""
    spaced = re.sub(r"(?<=[a-zа-я])(?=[A-ZА-Я])", " ", header)
    return re.sub(r"[\W_]+", " ", spaced).strip().casefold()


def _rank(header: str, field: ColumnField) -> int | None:
    """Return how far down the names of a field a header is, None where it is none; inner records come later."""
    deep = header.count(".")
    if field == "url" and _PICTURE.search(header):
        return None
    ranks = _RANKS[field]
    for name in (header, _INNER.sub("", header), _INNER.sub("", header).rpartition(".")[2]):
        if (rank := ranks.get(_plain(name))) is not None:
            return rank + 1000 * deep
    return None


def _fits(field: ColumnField, cells: Sequence[str]) -> bool:
    """Tell whether the cells of a column can be what its name promises."""
    if not cells:
        return False
    addresses = _share(cells, lambda cell: bool(_ADDRESS.fullmatch(cell.strip())))
    if field == "published":
        return _share(cells, looks_like_date) >= MOSTLY
    if field == "url":
        return addresses >= MOSTLY
    if field == "language":
        return max(map(len, cells)) <= 20
    if field in ("byline", "source", "title") and _average(cells) > 300:
        return False
    return addresses < MOSTLY and _share(cells, lambda cell: any(map(str.isalpha, cell))) >= MOSTLY


def _by_content(headers: Sequence[str], cells: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, ColumnField]]:
    """Yield the column with the text, and what columns are whose names say nothing."""
    lengths = {header: _average(cells[header]) for header in headers if _fits("text", cells[header])}
    for header in lengths:
        lengths[header] *= NAMED_COUNTS if _rank(header, "text") is not None else 1
    longest = max(lengths, key=lengths.__getitem__, default="")
    if longest and lengths[longest] >= SHORTEST_TEXT:
        yield longest, "text"
    for header in headers:
        if not _OTHER_DAY.search(header) and _fits("published", cells[header]) and _exact(cells[header]):
            yield header, "published"
        if not _PICTURE.search(header) and _fits("url", cells[header]):
            yield header, "url"


def _exact(cells: Sequence[str]) -> bool:
    """Tell whether dates are more than years, which may count anything."""
    return _share(cells, lambda cell: sum(map(str.isdigit, cell)) > 4) >= MOSTLY


def _share(cells: Sequence[str], holds: Callable[[str], bool]) -> float:
    return sum(map(holds, cells)) / len(cells) if cells else 0.0


def _average(cells: Sequence[str]) -> float:
    return sum(map(len, cells)) / len(cells) if cells else 0.0
