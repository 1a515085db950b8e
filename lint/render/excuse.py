"""Why a finding counts no longer, in one line."""

from lint.record import shape
from lint.render.flat import flat
from lint.render.words import EXCUSE_LABEL

IGNORED = "配置里写明不提示"
_PLAIN = ("verdict", "reason")


def answered(element: shape.Element) -> bool:
    """Whether a person has answered the question of an element."""
    return element["verdict"] is not None and element["verdict"]["verdict"] in ("met", "unmet")


def excuse(finding: shape.Finding) -> str:
    """可以保留：已另行报告（同意机关：县司法局；有效期至：2026-12-31）. Empty for a finding that counts."""
    waived = {key: flat(value) for key, value in (finding["waived"] or {}).items() if value}
    if not waived:
        return ""
    labels = {**EXCUSE_LABEL, "authority": EXCUSE_LABEL["office"]} if "verdict" in waived else EXCUSE_LABEL
    said = "：".join(waived[key] for key in _PLAIN if key in waived) or "已说明理由"
    rest = "；".join(f"{labels.get(key, key)}：{value}" for key, value in waived.items() if key not in _PLAIN)
    return f"{said}（{rest}）" if rest else said
