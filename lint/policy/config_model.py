"""What a configuration may say: `qingdan.toml`, or [tool.qingdan] in pyproject.toml."""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from lint.checklist.fields import Date, Table, says

Wanted = Literal["error", "warning", "hint", "off"]
"""The severity that a rule shall have; "off" is as good as ignoring it."""

Name = Annotated[str, Meta(min_length=1)]
Fingerprint = Annotated[str, Meta(pattern=r"^[0-9a-f]{8,32}$")]
Year = Annotated[int, Meta(ge=1900, le=2099)]
FailOn = Literal["error", "warning", "never"]


class PathRules(Table, frozen=True, kw_only=True):
    """其他写法只对这些路径起作用；几条都合适时，后面的优先。"""

    match: Annotated[Name, says("路径，可用 *、**、?；相对于配置文件所在的文件夹")]
    checklist: Annotated[Name | None, says("用哪份清单")] = None
    year: Annotated[Year | None, says("报告年度")] = None
    ignore: Annotated[tuple[Name, ...], says("不提示的要素和规则")] = ()
    severity: Annotated[dict[str, Wanted], says("要素和规则的级别")] = msgspec.field(default_factory=dict)


class Waiver(Table, frozen=True, kw_only=True):
    """一条例外：哪份报告的哪个问题可以不改，理由是什么，谁同意的。"""

    rule: Annotated[Name, says("要素或规则的编号")]
    reason: Annotated[Name, says("理由")]
    authority: Annotated[Name, says("同意人或同意的机关")]
    path: Annotated[Name | None, says("哪些路径，写法与 [[path]] 的 match 相同")] = None
    issuer: Annotated[Name | None, says("哪个机关的报告")] = None
    year: Annotated[Year | None, says("哪一年度的报告")] = None
    fingerprint: Annotated[Fingerprint | None, says("只对这一个问题，取自 JSON 输出的 fingerprint")] = None
    date: Annotated[Date | None, says("同意的日期")] = None
    until: Annotated[Date | None, says("有效期至（含当天）")] = None


class ConfigFile(Table, frozen=True, kw_only=True):
    """一份配置。"""

    checklist: Annotated[Name | None, says("用哪份清单：名称，或相对于本文件的路径")] = None
    year: Annotated[Year | None, says("报告年度")] = None
    layout: Annotated[bool | None, says("连版式一起查")] = None
    fail_on: Annotated[FailOn | None, says("有哪一级问题时退出码为 1")] = None
    ignore: Annotated[tuple[Name, ...], says("不提示的要素和规则")] = ()
    severity: Annotated[dict[str, Wanted], says("要素和规则的级别")] = msgspec.field(default_factory=dict)
    outputs: Annotated[tuple[Name, ...], says("另存的输出，写作 种类:文件")] = ()
    baseline: Annotated[Name | None, says("基线文件")] = None
    review: Annotated[Name | None, says("复核意见的文件")] = None
    path: Annotated[tuple[PathRules, ...], says("按路径的写法，写作 [[path]]")] = ()
    waiver: Annotated[tuple[Waiver, ...], says("例外，写作 [[waiver]]")] = ()
