"""The feedback sheet as a Word file: a Word template filled in, with what it takes to read the sheet back."""

from typing import cast

from lint.policy import sheet_keys as keys
from lint.readers.docx_package import main_part, open_package, parse_xml
from lint.readers.errors import ReadError
from lint.readers.limits import Limits
from lint.record import shape
from lint.render.sheet.content import Group, Row, Sheet, sheet
from lint.render.sheet.controls import Numbers, bookmarked, boxes, note
from lint.render.sheet.package import finished
from lint.render.sheet.placeholders import BadTemplate, Scope, fill
from lint.render.sheet.template_files import DOCX, content, find
from lint.render.words import neutral, shorten
from lint.render.write import OutputError
from lint.run import Run

_RUNNING = 36  # characters of the file's name in the head of each page


_NAMES = """
单位 年度 报告标题 成文日期 文件名 页眉文件名 文件校验 文件校验全文 清单 清单编号 清单版本 清单校验 清单校验全文
工具 体检日期 数字 总的结论 备注 备注文字 图例 不查
组 组名 项 序号 要求 依据 有依据 同行依据 原文 符号 结论 说明 勾选 意见 此前 此前复核
链 不足栏 原因栏 整改栏 安排栏 链条 链条序号 不足 原因 整改 安排
问题 其余问题 其余条数 提问 提问序号 提问要求 提问内容 另记 另记表 另记事项 另记说明 来源 有组 有问题
"""
NAMES = frozenset(_NAMES.split())  # what a template may use


def sheet_docx(run: Run, report: shape.Report, template: str | None = None) -> bytes:
    """The sheet of one report, from the folder `template` where it holds one. Raises OutputError for a bad template."""
    path = find(DOCX, template)
    said = sheet(run, report)
    scope = cast(Scope, _neutral(_scope(said)))
    try:
        package = open_package(content(path), Limits())
        main = main_part(package)
        filled = {}
        for name in package.names.values():
            if name == main or _is_head_or_foot(name):
                filled[name] = parse_xml(package.member(name) or b"")
                found = fill(filled[name], scope, NAMES)
                if name == main and not found:
                    raise BadTemplate("正文里没有“{{…}}”，填不进内容；严格（Strict）格式的请另存为普通的 .docx。")
        return finished(package, main, filled, said, report)
    except ReadError as error:
        raise OutputError(f"反馈单模板 {path} 打不开：{error}") from None
    except BadTemplate as error:
        raise OutputError(f"反馈单模板 {path} 不能用。{error}改好后再运行；写法见自带的模板。") from None


def _is_head_or_foot(name: str) -> bool:
    return name.lower().startswith(("word/header", "word/footer")) and name.lower().endswith(".xml")


def _neutral(value: object) -> object:
    """Every text of a scope with what cannot be seen shown by its code point."""
    if isinstance(value, str):
        return neutral(value)
    if isinstance(value, dict):
        return {name: _neutral(inner) for name, inner in value.items()}
    return [_neutral(inner) for inner in value] if isinstance(value, list) else value


def _scope(said: Sheet) -> Scope:
    """The placeholders of a template and what is put in their place."""
    numbers = Numbers()
    return {
        "单位": said.issuer,
        "年度": said.year,
        "报告标题": said.title,
        "成文日期": said.date,
        "文件名": said.file,
        "页眉文件名": shorten(said.file, _RUNNING),
        "文件校验": said.sha,
        "文件校验全文": said.sha256 or "无",
        "清单": said.checklist["title"],
        "清单编号": said.checklist["id"],
        "清单版本": said.checklist["version"],
        "清单校验": said.checklist_sha,
        "清单校验全文": said.checklist["sha256"] or "无",
        "工具": said.tool,
        "体检日期": said.today,
        "数字": said.numbers,
        "总的结论": said.advice,
        "备注": [{"备注文字": text} for text in said.remarks],
        "图例": said.legend,
        "组": [_group(group, numbers) for group in said.groups],
        "链": [_chain(said)] if said.chain else [],
        "问题": [_row(row, numbers) for row in said.findings],
        "其余问题": [{"其余条数": str(said.more)}] if said.more else [],
        "提问": [
            {"提问序号": str(question.number), "提问要求": question.title, "提问内容": question.text}
            for question in said.questions
        ],
        "另记": [{"另记表": [{"另记事项": aside.text, "另记说明": aside.why} for aside in said.asides]}]
        if said.asides
        else [],
        "来源": "；".join(said.sources) or "无",
        "有组": [{}] if said.groups else [],
        "有问题": [{}] if said.findings else [],
        "不查": "；".join(said.limits),
    }


def _group(group: Group, numbers: Numbers) -> Scope:
    return {"组名": group.title, "项": [_row(row, numbers) for row in group.rows]}


def _row(row: Row, numbers: Numbers) -> Scope:
    return {
        "序号": bookmarked(str(row.number), row.fingerprint, numbers),
        "要求": row.title,
        "依据": "\n".join(row.basis),
        "有依据": [{}] if row.basis else [],
        "同行依据": "；".join(row.basis),
        "原文": "\n".join(row.found),
        "符号": row.sign,
        "结论": row.word,
        "说明": row.message,
        "勾选": boxes(row.fingerprint, row.choices, numbers) if row.choices else "",
        "意见": note(row.fingerprint, numbers) if row.choices else "",
        "此前": [{"此前复核": keys.EARLIER_LABEL + row.earlier}] if row.earlier else [],
    }


def _chain(said: Sheet) -> Scope:
    heads = dict(zip(("不足栏", "原因栏", "整改栏", "安排栏"), said.chain_heads, strict=False))
    return {
        **{name: heads.get(name, name[:2]) for name in ("不足栏", "原因栏", "整改栏", "安排栏")},
        "链条": [
            {
                "链条序号": str(row.number),
                "不足": f"{row.label}\n{row.said}",
                "原因": row.answers[0],
                "整改": row.answers[1],
                "安排": row.answers[2],
            }
            for row in said.chain
        ],
    }
