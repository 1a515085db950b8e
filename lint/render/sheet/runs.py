"""Runs of a Word paragraph: text put into them, a text taken out of their middle, a placeholder in one piece."""

import re
from copy import deepcopy
from itertools import accumulate

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
P, R, T, TC, TR, TBL, R_PR = (f"{{{W}}}{name}" for name in ("p", "r", "t", "tc", "tr", "tbl", "rPr"))


def text_runs(model: etree._Element, text: str) -> list[etree._Element]:
    """A run with this text in the format of another; line ends become line breaks. Nothing for no text."""
    if not text:
        return []
    run = etree.Element(R)
    if (properties := model.find(R_PR)) is not None:
        run.append(deepcopy(properties))
    for at, line in enumerate(text.split("\n")):
        if at:
            etree.SubElement(run, f"{{{W}}}br")
        node = etree.SubElement(run, T)
        node.text = line
        node.set(XML_SPACE, "preserve")
    return [run]


def split_run(run: etree._Element, node: etree._Element, pieces: list[etree._Element]) -> None:
    """Put the pieces in the place of one text of a run; what stood beside it in the run stays beside it."""
    parent = run.getparent()
    if parent is None:
        return
    after = list(run)[run.index(node) + 1 :]
    spot = parent.index(run) + 1
    if after:
        rest = etree.Element(R)
        if (properties := run.find(R_PR)) is not None:
            rest.append(deepcopy(properties))
        rest.extend(after)
        pieces = [*pieces, rest]
    run.remove(node)
    for piece in reversed(pieces):
        parent.insert(spot, piece)
    if all(other.tag == R_PR for other in run):
        parent.remove(run)


def join(paragraph: etree._Element, marks: re.Pattern[str]) -> None:
    """Bring each placeholder into one text: Word splits them over runs as it likes."""
    nodes = [node for node in paragraph.iter(T) if node.text]
    whole = "".join(node.text or "" for node in nodes)
    if not marks.search(whole):
        return
    texts = [node.text or "" for node in nodes]
    ends = list(accumulate(map(len, texts)))
    spans = list(zip([0, *ends], ends, strict=False))
    for mark in marks.finditer(whole):
        touched = [at for at, (start, end) in enumerate(spans) if start < mark.end() and mark.start() < end]
        first, *rest = touched
        texts[first] += whole[spans[first][1] : mark.end()]
        for index in rest:
            texts[index] = whole[min(mark.end(), spans[index][1]) : spans[index][1]]
    for node, text in zip(nodes, texts, strict=True):
        node.text = text
        node.set(XML_SPACE, "preserve")
