"""Whether a checklist recognises the reports that it says are its own, and leaves those that it says are not.

Told by the titles given with [checklist.recognise], and by the examples that are whole reports with a title.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from lint.checklist.checklist import Checklist
from lint.checklist.examples import examples_of
from lint.checklist.extend import Layer
from lint.checklist.positions import Path as Keys
from lint.document.document import Document, plain_lines
from lint.document.understand import Begun, begin
from lint.fitting import Choice, says


@dataclass(frozen=True)
class Told:
    """A report that a checklist must recognise, or (`wanted` False) must not. `path` is its place in the merged data,
    `text` what is shown of it."""

    path: Keys
    text: str
    wanted: bool
    begun: Begun


def told(checklist: Checklist, layer: Layer) -> list[Told]:
    """What the checklist's own file says of recognition; nothing of what it extends, which is for other reports."""
    asked = checklist.identity.recognise
    found: list[Told] = []
    for key, titles, wanted in (("example", asked.example, True), ("not-example", asked.not_example, False)):
        for number, title in enumerate(titles):
            found.append(
                Told(
                    ("checklist", "recognise", key, number),
                    title,
                    wanted,
                    _begun(f"{title}\n各项工作按计划完成。\n", title),
                )
            )
    if asked.title or asked.text:
        for path, _, example in examples_of(checklist):
            if "\n" not in example.text.strip() or layer.place(path)[0] is not layer.files[0]:
                continue
            begun = _begun(example.text)
            if begun.front.title is not None:
                found.append(Told(path, example.text, True, begun))
    return found


def mistaken(checklist: Checklist, reports: Iterable[Told]) -> list[Told]:
    """Those of the reports of which the checklist does not think what it should. Raises PatternError."""
    choice = Choice("", checklist.identity, len(checklist.sources), checklist.book)
    return [one for one in reports if bool(says(choice, one.begun)) is not one.wanted]


def _begun(text: str, title: str = "") -> Begun:
    """`title` is taken for the title that a page gives where the text is not seen to have one: that of a notice."""
    return begin(Document("例", "txt", text, plain_lines(text), metadata={"title": title} if title else {}))
