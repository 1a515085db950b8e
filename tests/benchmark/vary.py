"""Reports for measuring: examples and marked cases, varied so that no two are alike, and grown to any length."""

import random
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples" / "reports"
CASES = ROOT / "tests" / "cases" / "reports"
_NAMES = "青松柏溪桥石沙麦禾竹柳枫槐荷泉渠坪岭湾河塘洲岸峰谷"
_FIGURE = re.compile(r"(?<![\d.〔（—])[1-9]\d{0,3}(?=[件次份名条项场台人个村户])")


def examples() -> list[str]:
    """The texts of the plain-text examples."""
    return [path.read_text(encoding="utf-8-sig") for path in sorted(EXAMPLES.glob("*.txt"))]


def varied(count: int, seed: int = 1) -> list[str]:
    """That many reports: other names, other figures, some sentences gone, some changed in order, of usual length."""
    chance = random.Random(seed)
    texts = examples() + [path.read_text(encoding="utf-8-sig") for path in sorted(CASES.glob("*.txt"))]
    paragraphs = [line for text in texts for line in text.splitlines() if len(line) > 60 and "20" not in line]
    return [_vary(_filled(texts[number % len(texts)], paragraphs, chance), chance) for number in range(count)]


def grown(characters: int, seed: int = 2) -> str:
    """One report of about that many characters: the measures of the fullest example again and again, other figures."""
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


def _filled(text: str, paragraphs: list[str], chance: random.Random) -> str:
    """The text with paragraphs of other reports before its second part, until it is as long as real reports are."""
    length = chance.randint(2200, 4500)
    head, found, rest = text.partition("\n二、")
    while found and len(head) + len(rest) < length:
        head += "\n" + chance.choice(paragraphs)
    return head + found + rest


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
