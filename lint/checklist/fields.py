"""What the tables of a checklist are made of: kinds of strings with what they stand for, and the common table."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

Severity = Literal["error", "warning", "hint"]
Rank = Literal["法律法规", "党内法规", "国家标准", "政策文件", "地方要求", "惯例"]
IssuerKind = Literal["乡", "镇", "街道", "县", "市", "区", "部门"]
Standing = Literal["done", "planned", "lacking", "none", "cited", "announced", "topic", "required", "foreign", "past"]


def says(text: str, *examples: object) -> Meta:
    """What a key means, for authors of checklists, with examples: shown by editors, written into the schema. The keys
    of the tool itself have theirs in schema_examples.py."""
    return Meta(description=text, examples=list(examples) or None)


# `names` tells validation what a string stands for; a new key of such a type is checked without further ado.
Phrase = Annotated[
    str,
    Meta(
        min_length=1,
        description="短语模式：普通文字；… 同句内间隔；(甲|乙)；{词表}；# 数字；\\ 转义",
        extra={"names": "phrase"},
    ),
]
Regex = Annotated[str, Meta(min_length=1, description="正则表达式", extra={"names": "regex"})]
RoleName = Annotated[str, Meta(description="作用的名称，须在 [roles] 里", extra={"names": "role"})]
BasisId = Annotated[str, Meta(description="依据的 id，须在 [[basis]] 里", extra={"names": "basis"})]
Phrases = tuple[Phrase, ...]
Ident = Annotated[str, Meta(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.-]*$", description="标识：字母、数字、-、_、.")]
Sha256 = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}$", description="SHA-256，64 位小写十六进制")]
Date = Annotated[str, Meta(pattern=r"^\d{4}-\d{2}-\d{2}$", description="日期，写作 2019-04-15")]


class Table(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, rename="kebab"):
    pass


class Example(Table, frozen=True, kw_only=True):
    """随清单携带的例子：text 是一句话或一份小报告。

    要素的例子写 expect（met/thin/absent/na/review/none…）；规则的例子写 finds（应当找到的原文）或 clean = true。
    """

    text: Annotated[str, says("一句话，或一份小报告")]
    role: Annotated[RoleName | None, says("这句话写在哪种作用的部分里")] = None
    year: Annotated[int | None, says("报告年度")] = None
    expect: Annotated[Literal["met", "thin", "absent", "na", "review"] | None, says("要素的例子：应得的结果")] = None
    finds: Annotated[tuple[str, ...], says("规则的例子：应当找到的原文")] = ()
    clean: Annotated[bool, says("规则的例子：应当什么也找不到")] = False
    known_gap: Annotated[bool, says("已知做不到；不算失败，做到了会提醒")] = False
    kind: Annotated[IssuerKind | None, says("发文机关的种类")] = None
