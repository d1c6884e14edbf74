"""The letters of languages, the commonest first, and the old encodings they were written in.

Plain data, from which `guessing` tells in which encoding a text makes sense. Of languages in Latin script only the
letters beyond ASCII are given, for all encodings agree on the others.
"""

from typing import NamedTuple


class Alphabet(NamedTuple):
    """The small letters of a language, the commonest first, and its encodings, the commonest first."""

    letters: str
    encodings: tuple[str, ...]


_WESTERN = ("cp1252", "iso8859_15", "mac_roman", "cp850", "cp437")
_NORTHERN = ("cp1252", "mac_roman", "mac_iceland", "cp850", "cp865", "cp861", "iso8859_10")
_CENTRAL = ("cp1250", "iso8859_2", "mac_latin2", "cp852")
_BALTIC = ("cp1257", "iso8859_13", "iso8859_4", "cp775", "iso8859_10")
_TURKIC = ("cp1254", "mac_turkish", "cp857", "iso8859_3")
_CYRILLIC = ("cp1251", "koi8_r", "iso8859_5", "cp866", "mac_cyrillic", "cp855")
_UKRAINIAN = ("cp1251", "koi8_u", "iso8859_5", "cp1125", "mac_cyrillic", "cp855")

ALPHABETS = (
    Alphabet("éèàêçùôîâûïœëü", _WESTERN),  # French
    Alphabet("üäößé", _WESTERN),  # German
    Alphabet("óíáéñúü¿¡ºª", _WESTERN),  # Spanish
    Alphabet("ãçéáóíêõúâôàüºª", (*_WESTERN, "cp860")),  # Portuguese
    Alphabet("èàòùéì", _WESTERN),  # Italian
    Alphabet("ëéïèöüá", _WESTERN),  # Dutch
    Alphabet("àéèóíòçúïü·", _WESTERN),  # Catalan
    Alphabet("áíéúó", _WESTERN),  # Irish
    Alphabet("âôîŵêŷûïáë", ("iso8859_14", "cp1252")),  # Welsh
    Alphabet("ëç", _WESTERN),  # Albanian
    Alphabet("äåöéü", _NORTHERN),  # Swedish, Finnish
    Alphabet("øåæéóòâô", _NORTHERN),  # Danish, Norwegian
    Alphabet("íðáóæéþöúý", _NORTHERN),  # Icelandic
    Alphabet("äõüöšž", ("cp1252", "iso8859_15", *_BALTIC)),  # Estonian
    Alphabet("ąęłóżśćńź", _CENTRAL),  # Polish
    Alphabet("íáéěřčžýšůúóťďň", _CENTRAL),  # Czech
    Alphabet("áíéčýžšúľťôóňäďĺŕ", _CENTRAL),  # Slovak
    Alphabet("áéöóőüíúű", _CENTRAL),  # Hungarian
    Alphabet("ăîşâţ", (*_CENTRAL, "mac_romanian")),  # Romanian, with cedillas
    Alphabet("ăîșâț", ("iso8859_16", "mac_romanian")),  # Romanian, with commas
    Alphabet("čšžćđ", (*_CENTRAL, "mac_croatian")),  # Croatian, Slovene
    Alphabet("ėšųūįžčąę", _BALTIC),  # Lithuanian
    Alphabet("āīēšūžņļģčķ", _BALTIC),  # Latvian
    Alphabet("ışüğçöİâî", _TURKIC),  # Turkish
    Alphabet("ĝĉŝŭĵĥ", ("iso8859_3",)),  # Esperanto
    Alphabet("ħżġċà", ("iso8859_3",)),  # Maltese
    Alphabet("đưàáôơêâ\u0323\u0301\u0309\u0300\u0303ăéóíúùè", ("cp1258",)),  # Vietnamese
    Alphabet("оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё", _CYRILLIC),  # Russian
    Alphabet("оаніиртвекслудмпзяьбгйчхцїжюєшщфґ", _UKRAINIAN),  # Ukrainian
    Alphabet("аніоелрстквдумяпыізьбгчшйўцхжюёфэ", _UKRAINIAN),  # Belarusian
    Alphabet("аиоентрсвлкдпмзгъяубчцжщйхфшюь", _CYRILLIC),  # Bulgarian
    Alphabet("аиоенрсјтквдмлупзгбчшцжћљњђхфџѓќѕ", _CYRILLIC),  # Serbian, Macedonian
    Alphabet("аентрылідсмқкобиуғжңзшйпгөяүвұхчьюфцһэёщъ", ("kz1048", "ptcp154")),  # Kazakh
    Alphabet("аиорнтедмкбсуишавлгҳқяӣзпҷхӯҷғёюфчэъ", ("koi8_t",)),  # Tajik
    Alphabet("αοιετνσρπκςυμλίηόγάέδήωύχθφώβξζψϊϋΐΰ", ("cp1253", "iso8859_7", "mac_greek", "cp737", "cp869")),
    Alphabet("יוהלרבתמאשנעםדקחפסכגטצןזךףץ", ("cp1255", "iso8859_8", "cp862")),  # Hebrew
    Alphabet("اليمونرتبةعدسفهكقأحجشطصىخإذضزثئظءغآؤ،؟", ("cp1256", "iso8859_6", "cp864", "cp720")),  # Arabic
    Alphabet("ایردنهومتبسلکشزفگعخقجآپحطصچغضئذظثژءأؤ،؟", ("cp1256",)),  # Persian
    Alphabet(
        "านรอกเงมยลวดทสตะปบคหแจพชขใไผถซโธฉณฟษภศญฐฎฏฆฌฤฒฬฮ่้ัิีืุู์ำึ็๊๋ๆฯ", ("cp874",)
    ),  # Thai
)  # fmt: skip

# Signs of writing that any language may hold beside its letters.
SIGNS = frozenset("“”„‘’‚«»‹›–—…•·°§©®™€£№¿¡º\xa0\xad\u200e\u200f")
WIDE_SIGNS = frozenset("　、。，．「」『』（）・：；！？【】《》〈〉“”‘’…—～·●■◆★☆◎○▲▼※→←")

# The commonest characters of languages that have thousands.
SIMPLIFIED = (
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成"
    "方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使"
    "情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产新己制身果加西斯月话合回特代内信表化老给"
)
TRADITIONAL = (
    "的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡用道行所然家種事成"
    "方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心她本前開但因只從想實日軍者意無力它與長把機十民第公此已工使"
    "情明性知全三又關點正業外將兩高間由問很最重並物手應戰向頭文體政美相見被利什二等產新己制身果加西斯月話合回特代內信表化老給"
)
KANA = (
    "のにるたとはしいをでてがなれからさっりすあもこまうくよきんめおけそつだやえどわちみせじばへびずろほげむべひょゆぶごゃねふ"
    "ぐぎぼゅづざぞぬぜぱぽぷぴぃぁぇぺーンスルトリイアラックドシレジタフロカテマィグバムプオコデニウメサビナブャエュチキズダパ"
    "ミェョハセベガモツネボソノァヴワポペピケゴギザホゲヤヒユヨヘゼヌゥゾヶ"
)
HANGUL = (
    "이다에의는로하을가고지서한은기으년대사시를리도인스일자수부아정어해나주전라장과제선여그동구상원관만보장소있국들문면안성비신경우"
    "했연유당공계방진마조세생학위화회된내러게위했치미트실교작오요무분용영할것적와개발네데습니까거저야모바중차단터심통"
)
