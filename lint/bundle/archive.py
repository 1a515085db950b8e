"""ZIP archives that come out the same for the same content."""

import zipfile
from collections.abc import Iterable
from typing import IO

_DATE = (2020, 2, 2, 0, 0, 0)
_FILE, _PROGRAM = 0o100644, 0o100755
_UNIX = 3


def write_zip(stream: IO[bytes], members: Iterable[tuple[str, bytes, bool]], method: int) -> None:
    """Writes members (name, content, whether it is a program) in the order given. Names that are not ASCII are marked
    as UTF-8, which Windows understands since version 8."""
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data, is_program in members:
            entry = zipfile.ZipInfo(name, _DATE)
            entry.compress_type = method
            entry.create_system = _UNIX
            entry.external_attr = (_PROGRAM if is_program else _FILE) << 16
            archive.writestr(entry, data)
