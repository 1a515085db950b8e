"""What became of a task that its process gave no result for, and what is said of it."""

from typing import Literal

Lost = Literal["late", "died"]
"""Its time was over, or its process died."""


def lost_said(how: Lost, seconds: float | None) -> str:
    """The sentence for the file that was being checked, without a full stop; `seconds` is the time it had."""
    if how == "late":
        return (
            f"这份文件查了 {seconds:g} 秒还没有完成，已经停止，别的文件不受影响；"
            "请用 Word 或 WPS 打开后另存为新的 .docx 再检"
        )
    return (
        "检查这份文件时进程意外结束（可能是内存不足，或者文件有问题），没有查成，别的文件不受影响；"
        "请用 Word 或 WPS 打开后另存为新文件再检"
    )
