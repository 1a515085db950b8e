"""How layouts are told: a habit of most of the text, or exceptions in it; sizes by their names."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from lint.checklist.model import LayoutRule
from lint.checks.results import Finding, SourceSpan
from lint.checks.rules.say import finding

_SIZES = {
    42.0: "初号", 36.0: "小初", 26.0: "一号", 24.0: "小一号", 22.0: "二号", 18.0: "小二号", 16.0: "三号",
    15.0: "小三号", 14.0: "四号", 12.0: "小四号", 10.5: "五号", 9.0: "小五号", 7.5: "六号", 6.5: "小六号",
}  # fmt: skip
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Odd:
    """Something that is not as it should be: what it is like ("单倍"), where, and how many characters it is."""

    label: str
    place: SourceSpan
    weight: int = 1


def told(
    rule: LayoutRule, habit: str, message: str, places: Iterable[SourceSpan], severity: str = "warning"
) -> Finding:
    """A finding of the rule under a name of its own, so that it can be waived apart from the rule's others."""
    found = finding(rule, message, places, severity=severity)
    return replace(found, rule=f"{rule.id}.{habit}")


def size_name(points: float) -> str:
    """三号 for 16 points; a size without a name in points."""
    return _SIZES.get(points, f" {points:g} 磅")


def mostly(odd: Sequence[Odd], whole: int) -> bool:
    """Whether more than half of the whole is odd, by weight."""
    return 2 * sum(one.weight for one in odd) > whole


def commonest(odd: Sequence[Odd]) -> str:
    """The label with the greatest weight, the first of equals."""
    weights: Counter[str] = Counter()
    for one in odd:
        weights[one.label] += one.weight
    return max(weights, key=weights.__getitem__)


def listed(odd: Sequence[Odd]) -> str:
    """宋体 2 处、楷体 1 处, the commonest first."""
    counts = Counter(one.label for one in odd)
    names = sorted(counts, key=lambda label: -counts[label])
    more = "等" if len(names) > _SHOWN else ""
    return "、".join(f"{name.strip()} {counts[name]} 处" for name in names[:_SHOWN]) + more
