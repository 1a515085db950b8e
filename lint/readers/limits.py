"""How much a reader takes on before it refuses: a guard against archive bombs and files that are no reports."""

from dataclasses import dataclass

from lint.readers.errors import ReadError


@dataclass(frozen=True, slots=True)
class Limits:
    """Upper bounds of one file. Bytes unless said otherwise.

    `max_bytes` is the file itself, `max_unpacked` all members of a package together, `max_ratio` how many times larger
    than its packed form a member may be (only members above 1 MB are judged by it), `max_text` characters of the text,
    `max_pages` pages of a PDF, `max_scanned` pages whose text is recognised in a picture, `max_seconds` what another
    program may take for one file.
    """

    max_bytes: int = 60_000_000
    max_unpacked: int = 200_000_000
    max_ratio: int = 200
    max_text: int = 12_000_000
    max_pages: int = 2_000
    max_scanned: int = 200
    max_seconds: int = 120


def check_text_size(size: int, limits: Limits) -> None:
    """Raise ReadError when a text of `size` characters is longer than the limits allow."""
    if size > limits.max_text:
        raise ReadError(
            f"文字过多（超过 {limits.max_text // 10_000} 万字），不像是一份报告；请确认文件无误，或拆分后再检。"
        )
