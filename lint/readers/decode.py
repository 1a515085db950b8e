"""Bytes → text, decided here and nowhere else.

The cascade: what the caller names; a byte order mark; strict UTF-8; else the best of damaged UTF-8, GB18030 (which
contains GBK and GB2312) and UTF-16 without a mark, judged by how many of its characters are common Chinese ones. Other
encodings (Big5, Shift-JIS) look alike too often to be guessed: they are only taken by name.
"""

import codecs
import re
from collections import Counter
from dataclasses import dataclass

from lint.readers.errors import ReadError

# The most frequent characters of modern Chinese prose and its punctuation. Formal Chinese read in the right encoding
# consists of them to 50–80 %, in a wrong one to less than 10 %.
COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多"
    "定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由"
    "其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意"
    "建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统"
    "接知较将组见计别手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器"
    "压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议"
    "声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复"
    "容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标"
    "写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严乡镇村司街党"
    "，。、；：？！“”‘’（）《》〔〕【】—…·　○〇"
)
BOMS = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8 (BOM)"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32LE (BOM)"),  # before UTF-16LE, whose mark is the beginning of this one
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32BE (BOM)"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16LE (BOM)"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16BE (BOM)"),
)
CANDIDATES = (("utf-8", "UTF-8"), ("gb18030", "GB18030"), ("utf-16-le", "UTF-16LE"), ("utf-16-be", "UTF-16BE"))
# Codecs that are no encodings of files; some of them take quadratic time.
NO_FILE_ENCODINGS = frozenset({"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined"})

ENOUGH_COMMON = 0.25  # share of common characters below which an encoding is not believed
MOST_DAMAGE = 0.05  # share of undecodable places above which the encoding is not believed
SAMPLE = 1 << 20  # bytes; even, so that it does not cut UTF-16
UNKNOWN = (
    "看不出文字编码，可能不是文字文件；请用记事本打开后另存为 UTF-8，"
    "或用 --encoding 指明原来的编码（例如 --encoding big5）。"
)
_CONTROLS = re.compile("[\x00-\x08\x0e-\x19\x1b\x7f-\x84\x86-\x9f]")
_SURROGATES = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the name of the encoding it was read in, and what the user should know about that (Chinese)."""

    text: str
    encoding: str
    remarks: tuple[str, ...] = ()


def decode(data: bytes, *, encoding: str | None = None) -> Decoded:
    """Decode `data`, without its byte order mark; line ends stay as they are. `encoding` is what the user named.

    Raises ReadError when the encoding is unknown or undecidable, or the bytes are no text.
    """
    if not data:
        raise ReadError("文件是空的（0 字节），没有可以核对的文字；请确认是否保存成功。")
    if encoding is not None:
        return _checked(_as_named(data, encoding))
    for mark, codec, name in BOMS:
        if data.startswith(mark):
            return _checked(_decoded(data[len(mark) :], codec, name))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _checked(_best_guess(data))
    # ASCII written as UTF-16 is valid UTF-8 with a NUL beside every letter.
    return _checked(_best_guess(data) if "\0" in text else Decoded(text, "UTF-8"))


def _as_named(data: bytes, encoding: str) -> Decoded:
    try:
        codec = codecs.lookup(encoding).name
        b"a".decode(codec)
    except UnicodeError:  # UTF-16 wants two bytes
        pass
    except (LookupError, ValueError):
        codec = "undefined"
    if codec.replace("-", "_") in NO_FILE_ENCODINGS:
        raise ReadError(f"不认识 --encoding 指明的编码“{encoding}”；常用的有 utf-8、gb18030、utf-16、big5。")
    if codec in ("gb2312", "gbk"):
        codec = "gb18030"  # a superset; files that say GBK hold characters beyond it
    for mark, marked_codec, name in BOMS:
        if data.startswith(mark) and marked_codec.startswith(codec.removesuffix("-sig")):
            return _decoded(data[len(mark) :], marked_codec, name)
    return _decoded(data, codec, codec.upper())


def _decoded(data: bytes, codec: str, name: str) -> Decoded:
    """Decode; a few undecodable places are replaced and remarked on, many are an error."""
    try:
        return Decoded(data.decode(codec), name)
    except UnicodeError:
        pass
    try:
        text = data.decode(codec, errors="replace")
    except (UnicodeError, ValueError):  # some codecs know no replacement
        raise ReadError(f"文件不能按 {name} 解码；请用 --encoding 指明正确的编码，或另存为 UTF-8。") from None
    damaged = text.count("\ufffd")
    if damaged > max(2, len(text) * MOST_DAMAGE):
        raise ReadError(
            f"文件不能按 {name} 解码（{damaged} 处不合规则）；请用 --encoding 指明正确的编码，或另存为 UTF-8。"
        )
    return Decoded(text, name, (f"文件有损坏：{damaged} 处不能按 {name} 解码，已用“\ufffd”代替，请核对原文。",))


def _best_guess(data: bytes) -> Decoded:
    best, best_score = None, ENOUGH_COMMON
    sample = data[:SAMPLE]
    for codec, name in CANDIDATES:
        text = sample.decode(codec, errors="replace")
        score = _chineseness(text)
        if score > best_score:
            best, best_score = (codec, name), score
    if best is None:
        raise ReadError(UNKNOWN)
    return _decoded(data, *best)


def _chineseness(text: str) -> float:
    """The share of common Chinese characters among all that is not ASCII, from 0 to 1; damage counts against it.

    0 for a text with NULs, 1 for ASCII only (so that ASCII in UTF-16 without a mark is recognised).
    """
    counts = Counter(text)
    damage = counts["\ufffd"]
    if "\0" in counts or damage > max(2, len(text) * MOST_DAMAGE):
        return 0.0
    foreign = sum(number for char, number in counts.items() if char > "\x7f")
    if not foreign:
        return 1.0
    common = sum(number for char, number in counts.items() if char in COMMON)
    return max(0.0, common / foreign - 2 * damage / len(text))


def _checked(decoded: Decoded) -> Decoded:
    """The same, after making sure that it is a text: no NULs, hardly any control characters, not blank."""
    text = decoded.text
    if "\0" in text or len(_CONTROLS.findall(text)) > len(text) * 0.02 + 2:
        raise ReadError("文件里是二进制内容，不是文字；请提供 .docx、.txt、.md、.html 或 .pdf 格式的报告。")
    if not text.strip():
        raise ReadError("文件是空的（只有空白），没有可以核对的文字；请确认是否保存成功。")
    if _SURROGATES.search(text):
        return Decoded(_SURROGATES.sub("\ufffd", text), decoded.encoding, decoded.remarks)
    return decoded
