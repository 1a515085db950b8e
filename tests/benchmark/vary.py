"""Reports for measuring: the examples, varied so that no two are the same text, and grown to any length."""

import random
import re
from pathlib import Path

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "reports"
_NAMES = "青松柏溪桥石沙麦禾竹柳枫槐荷泉渠坪岭湾河塘洲岸峰谷"
_FIGURE = re.compile(r"(?<![\d.〔（—])[1-9]\d{0,3}(?=[件次份名条项场台人个村户])")


def examples() -> list[str]:
    """The texts of the plain-text examples."""
    return [path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("*.txt"))]


def varied(count: int, seed: int = 1) -> list[str]:
    """That many reports: other names, other figures, some sentences gone, some changed in order."""
    chance = random.Random(seed)
    texts = examples()
    return [_vary(texts[number % len(texts)], chance) for number in range(count)]


def grown(characters: int, seed: int = 2) -> str:
    """One report of about that many characters: the measures of the fullest example over and over, with other figures."""
    chance = random.Random(seed)
    text = max(examples(), key=len)
    head, rest = text.split("\n二、", 1)
    body = head[head.index("（一）") :]
    pieces = [head]
    size = len(text)
    while size < characters:
        pieces.append(_figures(body, chance))
        size += len(body) + 1
    return "\n".join(pieces) + "\n二、" + rest


def _vary(text: str, chance: random.Random) -> str:
    for town in re.findall(r"(?:县|区)([\u4e00-\u9fff]{2})(?:镇|乡|街道)", text)[:1]:
        text = text.replace(town, "".join(chance.sample(_NAMES, 2)))
    lines = []
    for line in text.split("\n"):
        sentences = [s for s in re.findall(r"[^。]*。|[^。]+$", line) if len(s) < 12 or chance.random() > 0.06]
        if len(sentences) > 3 and chance.random() < 0.3:
            sentences[1:] = chance.sample(sentences[1:], len(sentences) - 1)
        lines.append("".join(sentences))
    return _figures("\n".join(lines), chance)


def _figures(text: str, chance: random.Random) -> str:
    return _FIGURE.sub(lambda found: str(chance.randint(1, 10 ** len(found.group()) - 1)), text)
