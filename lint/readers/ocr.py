"""Pictures of pages → characters with their places, by rapidocr (the extra "ocr"). It works without a network."""

import io
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from lint.readers.errors import ReadError
from lint.readers.pdf_lines import Glyph

MISSING = (
    "这是扫描件或图片，识别文字要先安装识别组件（python -m pip install 'qingdan-lint[ocr]'，约 400 MB）；"
    "也可以提供 Word 版再检。"
)
NOTHING = "扫描件上没有识别出文字；请换一份清楚的扫描件，或提供 Word 版再检。"
DAMAGED = "图片已损坏或过大，打不开；请重新扫描，或提供 Word 版再检。"
LONGEST = 2_000  # pixels; the recogniser makes larger pictures smaller
_NARROW = 0.55  # the width of an ASCII character beside a Chinese one


@dataclass(frozen=True, slots=True)
class Recognised:
    """A page as it was seen: its characters, and its size in points."""

    glyphs: list[Glyph]
    width: float
    height: float


def need_recogniser() -> None:
    """Raises ReadError, which says what to do, where the recogniser and what comes with it are not installed."""
    _engine()


def recognise(picture: Any, scale: float) -> Recognised:
    """The characters of a picture (an array of rows of RGB pixels) that has `scale` pixels a point.

    Lines are what is recognised; their characters are spread evenly over them. Raises ReadError.
    """
    height, width = picture.shape[:2]
    found = _engine()(picture)
    glyphs: list[Glyph] = []
    for box, text in zip(() if found.boxes is None else found.boxes, found.txts or (), strict=True):
        x0, x1 = float(min(box[:, 0])) / scale, float(max(box[:, 0])) / scale
        y = (height - float(sum(box[:, 1])) / 4) / scale
        glyphs += _spread(text.strip(), x0, x1, y)
    return Recognised(glyphs, width / scale, height / scale)


def read_photo(data: bytes) -> Recognised:
    """The characters of a .png or .jpg file, taken for a page of A4 height. Raises ReadError."""
    _engine()
    import numpy  # noqa: PLC0415  comes with the recogniser
    from PIL import Image, ImageOps  # noqa: PLC0415

    try:
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as photo:
            upright = ImageOps.exif_transpose(photo).convert("RGB")
            upright.thumbnail((LONGEST, LONGEST))
            picture = numpy.asarray(upright)[:, :, ::-1]  # the recogniser wants BGR
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        raise ReadError(DAMAGED) from None
    return recognise(picture, max(picture.shape[:2]) / 842)


def _spread(text: str, x0: float, x1: float, y: float) -> Iterable[Glyph]:
    weights = [_NARROW if char.isascii() else 1.0 for char in text]
    unit = (x1 - x0) / sum(weights) if weights else 0.0
    for char, weight in zip(text, weights, strict=True):
        yield Glyph(x0, x0 + unit * weight, y, char)
        x0 += unit * weight


@lru_cache(maxsize=1)
def _engine() -> Any:
    try:
        from rapidocr import RapidOCR  # noqa: PLC0415
    except ImportError:
        raise ReadError(MISSING) from None
    return RapidOCR(params={"Global.log_level": "critical", "Global.use_cls": False})
