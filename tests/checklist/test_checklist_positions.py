"""Positions against tomli: every path of any document is known, and what stands there is what tomli read."""

import string
from datetime import date
from typing import Any

import tomli
from hypothesis import given, settings
from hypothesis import strategies as st

from lint.checklist.positions import Path, positions, string_offsets

# --- TOML text written by chance, with all the ways of writing it -----------------------------------------------------
CHARS = st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from(list("\"'\\#[]{}=,.中…“”\U00020000"))
TEXTS = st.text(CHARS, max_size=12)
BARE = st.text(string.ascii_letters + string.digits + "-_", min_size=1, max_size=5)
BLANK = st.sampled_from(["", " ", "\t "])


def _escaped(text: str, every: bool) -> str:
    short = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}
    return "".join(short.get(c) or (f"\\U{ord(c):08x}" if every and ord(c) > 0xFFFF else f"\\u{ord(c):04x}" if every and
                   ord(c) <= 0xFFFF else c) for c in text)  # fmt: skip


@st.composite
def strings(draw: st.DrawFn) -> str:
    text = draw(TEXTS)
    kind = draw(st.sampled_from(["basic", "escapes", "literal", "long", "long literal", "folded"]))
    if kind == "literal":
        return "'" + text.replace("'", "") + "'"
    if kind == "long":
        first = draw(st.sampled_from(["", "\n"]))
        quotes = draw(st.sampled_from(["", '"', '""']))
        return '"""' + first + _escaped(text, False).replace('\\"', '"\\"\\n') + "x" + quotes + '"""'
    if kind == "long literal":
        body = text.replace("'", "").replace("\\", "\\\n")
        return (
            "'''" + draw(st.sampled_from(["", "\n"])) + "a''b" + body + draw(st.sampled_from(["", "'", "''"])) + "'''"
        )
    if kind == "folded":
        return '"""' + "\\\n  \n ".join(_escaped(text, False)[:0] + _escaped(c, False) for c in text) + '"""'
    return '"' + _escaped(text, kind == "escapes") + '"'


@st.composite
def keys(draw: st.DrawFn) -> str:
    part = BARE | TEXTS.map(lambda text: '"' + _escaped(text, False) + '"')
    return (draw(BLANK) + "." + draw(BLANK)).join(draw(st.lists(part, min_size=1, max_size=3)))


SCALARS = strings() | st.sampled_from(
    ["1", "-2.5e3", "true", "inf", "0xff", "2024-03-01", "2024-03-01 08:00:00", "07:32:00"]
)
SPACE = st.sampled_from(["", " ", "\n", ' # 注 ]}"\n', "\n\t\n"])


def _inner(values: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    @st.composite
    def array(draw: st.DrawFn) -> str:
        rows = draw(st.lists(st.tuples(SPACE, values, SPACE), max_size=3))
        return (
            "["
            + ",".join("".join(row) for row in rows)
            + ("," if rows and draw(st.booleans()) else "")
            + draw(SPACE)
            + "]"
        )

    @st.composite
    def table(draw: st.DrawFn) -> str:
        pairs = draw(st.lists(st.tuples(SPACE, keys(), BLANK, values, SPACE), max_size=3))
        written = (f"{a}{key} ={b}{value}{c}" for a, key, b, value, c in pairs)
        return "{" + ",".join(written) + "}"

    return array() | table()


VALUES = st.recursive(SCALARS, _inner, max_leaves=6)


@st.composite
def documents(draw: st.DrawFn) -> str:
    lines = []
    for _ in range(draw(st.integers(0, 8))):
        kind, key = draw(st.sampled_from(["pair", "pair", "pair", "table", "rows", "space"])), draw(keys())
        if kind == "pair":
            lines.append(f"{draw(BLANK)}{key}{draw(BLANK)}={draw(BLANK)}{draw(VALUES)}{draw(BLANK)}# 注")
        elif kind == "table":
            lines.append(f"[{draw(BLANK)}{key}{draw(BLANK)}]")
        elif kind == "rows":
            lines.extend(f"[[{key}]]{draw(BLANK)}\nn = {number}" for number in range(draw(st.integers(1, 3))))
        else:
            lines.append(draw(SPACE))
    return "\n".join(lines)


def _paths(data: Any, path: Path = ()) -> list[tuple[Path, Any]]:
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [(path, data)] + [pair for key, value in inner for pair in _paths(value, (*path, key))]


@settings(max_examples=600, deadline=None)
@given(documents())
def test_every_path_is_known_and_stands_where_it_is_written(text: str) -> None:
    try:
        data = tomli.loads(text)
    except tomli.TOMLDecodeError:
        return
    found = positions(text)
    for path, value in _paths(data):
        assert path in found.keys
        if not path:
            continue
        at = found.key(path)
        if isinstance(path[-1], str):
            token = text[at:]
            bare = token[0] not in "\"'"
            end = (
                len(token) - len(token.lstrip(string.ascii_letters + string.digits + "-_")) if bare else _literal(token)
            )
            assert next(iter(tomli.loads(token[:end] + "=0"))) == path[-1]
        if path in found.values and not isinstance(value, dict | list):
            start = found.value(path)
            end = _literal(text[start:]) if text[start] in "\"'" else len(text[start:].split("\n", maxsplit=1)[0])
            while True:  # a scalar ends where a shorter piece still reads as the same value
                try:
                    read = tomli.loads("v=" + text[start : start + end])["v"]
                    break
                except tomli.TOMLDecodeError:
                    end -= 1
            assert read == value


def _literal(text: str) -> int:
    """The length of the string literal at the beginning of a text, found by asking tomli."""
    for end in range(2, len(text) + 1):
        if text[end - 1] not in "\"'" or (text[end : end + 1] == text[0] and text[:3] == text[0] * 3):
            continue
        try:
            tomli.loads("v=" + text[:end])
        except tomli.TOMLDecodeError:
            continue
        return end
    raise AssertionError(text)


@settings(max_examples=600, deadline=None)
@given(strings())
def test_every_character_of_a_string_stands_where_it_is_written(literal: str) -> None:
    text = "k = " + literal + " # 后"
    value = tomli.loads(text)["k"]
    offsets = string_offsets(text, 4)
    assert len(offsets) == len(value) + 1
    assert offsets == sorted(set(offsets))
    for char, at in zip(value, offsets, strict=False):
        if text[at] != "\\" or literal.startswith("'"):
            assert text[at] == char
        else:
            length = {"u": 6, "U": 10}.get(text[at + 1], 2)
            assert tomli.loads(f'k="{text[at : at + length]}"')["k"] == char
    quote = 3 if literal[:3] in ('"""', "'''") else 1
    assert offsets[-1] == 4 + len(literal) - quote


def test_positions_of_a_document_by_hand() -> None:
    text = (
        'a.b = 1\n["表 一".c]\nx = { y = [\n  "中",\n  "\\u4e2d文"] }\n[[e]]\n[[e.f]]\nd = 2024-01-02\n[[e.f]]\n[[e]]\n'
    )
    found = positions(text)
    line = {path: text.count("\n", 0, at) + 1 for path, at in found.keys.items()}
    assert line[("a",)] == line[("a", "b")] == 1
    assert text[found.key(("a", "b"))] == "b"
    assert line[("表 一",)] == line[("表 一", "c")] == 2
    assert (line[("表 一", "c", "x", "y", 0)], line[("表 一", "c", "x", "y", 1)]) == (4, 5)
    assert text[found.inside(("表 一", "c", "x", "y", 1), 1)] == "文"
    assert (line[("e", 0)], line[("e", 0, "f", 0)], line[("e", 0, "f", 1)], line[("e", 1)]) == (6, 7, 9, 10)
    assert tomli.loads(text)["e"][0]["f"][0]["d"] == date(2024, 1, 2)
    assert found.key(("e", 1, "nowhere", 3)) == found.key(("e", 1))
    assert found.inside(("e", 0, "f", 0, "d"), 3) == found.value(("e", 0, "f", 0, "d"))
