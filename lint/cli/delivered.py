"""Where the files of a run are, said once at its end, with what could not be written."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

_WORD = {"html": "网页", "sheet": "反馈单", "annotate": "批注副本"}


@dataclass(frozen=True)
class Delivered:
    """What an output has written: the option's kind, where, and how many reports are in it (None for a file of data);
    `left_out` are files that are no such report, for which nothing is written."""

    kind: str
    path: str
    count: int | None = None
    left_out: int = 0


@runtime_checkable
class Delivering(Protocol):
    """An output that writes files."""

    @property
    def delivered(self) -> Delivered: ...


class Ledger:
    """What became of the outputs of a run that write files."""

    def __init__(self, outputs: Sequence[object]) -> None:
        self._outputs = [output for output in outputs if isinstance(output, Delivering)]
        self._lost: dict[int, int] = {}
        self._stopped: dict[int, str] = {}

    def lost(self, output: object) -> None:
        """One report of an output could not be written."""
        self._lost[id(output)] = self._lost.get(id(output), 0) + 1

    def stopped(self, output: object, why: str) -> None:
        """An output could not be written, and nothing more is."""
        self._stopped[id(output)] = why

    def lines(self) -> list[str]:
        """One line for each output."""
        return [self._line(output) for output in self._outputs]

    def _line(self, output: Delivering) -> str:
        done = output.delivered
        name = _WORD.get(done.kind, f"{done.kind} 格式的结果")
        why, lost = self._stopped.get(id(output)), self._lost.get(id(output), 0)
        if why:
            some = f"只写了 {done.count} 份" if done.count else "没有写成"
            return f"{name}：{some}。{why}"
        aside = f"没有写成 {lost} 份，原因见上" if lost else ""
        if done.count == 0:
            others = f"不是这类报告的有 {done.left_out} 份" if done.left_out else ""
            return f"{name}：没有写" + "".join(f"，{said}" for said in (aside, others) if said)
        count = f"{done.count} 份" if done.count is not None else ""
        others = f"不是这类报告的 {done.left_out} 份没有写" if done.left_out else ""
        asides = "；".join(said for said in (count, aside, others) if said)
        return f"{name}：{done.path}" + (f"（{asides}）" if asides else "")
