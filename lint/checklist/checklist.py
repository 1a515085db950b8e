"""A checklist ready to run: the merged file, its identity and its patterns."""

from dataclasses import dataclass, field, replace
from functools import cached_property

from lint.checklist.model import Basis, ChecklistFile, Identity
from lint.checklist.pins import Inherited
from lint.patterns import PatternBook
from lint.patterns.watched import WatchedBook


@dataclass(frozen=True)
class Checklist:
    """`file` is the checklist with everything it extends merged in; `sources` are the paths or names it was read from,
    its own first, and `inherited` are the checklists it extends; `sha256` is over the bytes of all of them; `shipped`
    says that it is one of those that come with the tool, whose patterns are known to be sound."""

    file: ChecklistFile
    sha256: str = ""
    sources: tuple[str, ...] = ()
    inherited: tuple[Inherited, ...] = ()
    shipped: bool = False
    book: PatternBook = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "book", PatternBook(self.file.vocabulary, sound=self.shipped))

    def watched(self, seen: set[str]) -> "Checklist":
        """The same checklist, whose patterns put their source into `seen` whenever they match."""
        copy = replace(self)
        object.__setattr__(copy, "book", WatchedBook(self.file.vocabulary, seen))
        return copy

    def having(self, file: ChecklistFile) -> "Checklist":
        """The same checklist with another content that has the same vocabulary; patterns compiled are kept."""
        copy = replace(self, file=file)
        object.__setattr__(copy, "book", self.book)
        return copy

    @property
    def identity(self) -> Identity:
        return self.file.checklist

    @cached_property
    def basis(self) -> dict[str, Basis]:
        """Legal sources by id."""
        return {basis.id: basis for basis in self.file.basis}
