"""How much the local page takes on before it refuses, and how long it waits."""

from dataclasses import dataclass

from lint.readers import Limits


@dataclass(frozen=True, slots=True)
class Bounds:
    """Upper bounds of one server. Bytes and seconds.

    `file_bytes` is one report, `files` how many are kept, `total_bytes` all of them together, `uploads` how many come
    in at a time; `stall_seconds` is the pause between two pieces of an upload, `upload_seconds` the whole upload,
    `head_seconds` the head of a request. `check_seconds` is what a worker may take for one report, `memory_bytes` its
    address space, `reports_per_worker` after how many it is started anew. `tab_seconds` is how long a page that fell
    silent (a sleeping computer) is waited for, `closed_seconds` how long after the last page was closed.
    """

    file_bytes: int = Limits().max_bytes
    files: int = 2_000
    total_bytes: int = 2_000_000_000
    uploads: int = 8
    stall_seconds: float = 15
    upload_seconds: float = 300
    head_seconds: float = 15
    check_seconds: float = 60
    memory_bytes: int = 3_000_000_000
    reports_per_worker: int = 200
    connections: int = 400
    tab_seconds: float = 1_800
    closed_seconds: float = 10
