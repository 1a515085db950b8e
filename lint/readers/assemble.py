"""Puts lines together into the canonical text, with their places and origins: the last step of the package readers."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from lint.document.document import Line, Origin
from lint.readers.limits import Limits, check_text_size


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters of one line that stand together in one node of the source (see Origin for `node` and `offset`)."""

    text: str
    member: str = ""
    node: int = -1
    offset: int = 0
    generated: bool = False


@dataclass(slots=True)
class Assembly:
    """A text being put together line by line. Lines are separated by one "\\n", which has no origin."""

    limits: Limits
    lines: list[Line] = field(default_factory=list)
    origins: list[Origin] = field(default_factory=list)
    _pieces: list[str] = field(default_factory=list)
    _length: int = 0

    def add(
        self,
        stretches: Iterable[Stretch],
        *,
        part: str = "body",
        paragraph: int | None = None,
        page: int | None = None,
    ) -> None:
        """Append one line. Stretches without a member (a format without a package) leave no origin.

        Raises ReadError when the text grows beyond the limits.
        """
        if self.lines:
            self._pieces.append("\n")
            self._length += 1
        start = self._length
        for stretch in stretches:
            if not stretch.text:
                continue
            begin = self._length
            self._pieces.append(stretch.text)
            self._length += len(stretch.text)
            if stretch.member:
                self.origins.append(
                    Origin(begin, self._length, stretch.member, stretch.node, stretch.offset, stretch.generated)
                )
        self.lines.append(Line(start, self._length, part, paragraph, page))
        check_text_size(self._length, self.limits)

    def text(self) -> str:
        """The text so far."""
        return "".join(self._pieces)
