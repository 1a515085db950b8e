"""The formats that other programs read: their names, and what draws them. A new one is a module and a line here."""

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # --help needs the names alone
    from lint.record import shape
    from lint.run import Failure, Seen

NAMES = (
    "sarif",
    "sarif-full",
    "junit",
    "github",
    "github-summary",
    "gitlab",
    "rdjson",
    "checkstyle",
    "markdown",
    "csv",
)


class Drawing(Protocol):
    """Draws one run over many reports piece by piece: the joined texts of the calls, in their order, are the output.
    `begin` and `finish` are called once."""

    def begin(self) -> str: ...
    def report(self, run: "Seen", report: "shape.Report") -> str: ...
    def failure(self, failure: "Failure") -> str: ...
    def policy(self, finding: "shape.PolicyFinding") -> str: ...
    def finish(self) -> str: ...


def drawing(kind: str) -> Drawing:
    """A fresh drawing of a format; paths are relative to the git working tree of the current folder, or else to that
    folder. Raises ValueError for a name that is none of NAMES."""
    from lint.render.locations import repository_root  # noqa: PLC0415

    root = repository_root()
    match kind:
        case "sarif":
            from lint.render.sarif import Sarif  # noqa: PLC0415

            return Sarif(root)
        case "sarif-full":
            from lint.render.sarif_full import SarifFull  # noqa: PLC0415

            return SarifFull(root)
        case "junit":
            from lint.render.junit import Junit  # noqa: PLC0415

            return Junit(root)
        case "github":
            from lint.render.github import Github  # noqa: PLC0415

            return Github(root)
        case "github-summary":
            from lint.render.github_summary import GithubSummary  # noqa: PLC0415

            return GithubSummary(root)
        case "gitlab":
            from lint.render.gitlab import gitlab  # noqa: PLC0415

            return gitlab(root)
        case "rdjson":
            from lint.render.rdjson import rdjson  # noqa: PLC0415

            return rdjson(root)
        case "checkstyle":
            from lint.render.checkstyle import Checkstyle  # noqa: PLC0415

            return Checkstyle(root)
        case "markdown":
            from lint.render.markdown import Markdown  # noqa: PLC0415

            return Markdown(root)
        case "csv":
            from lint.render.csv_table import CsvTable  # noqa: PLC0415

            return CsvTable(root)
    raise ValueError(kind)
