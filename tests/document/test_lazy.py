"""Expressions that are compiled when they are first used."""

import importlib
import pkgutil
import re

import lint
from lint.document.lazy import _Lazy, lazy


def test_a_lazy_expression_does_what_a_compiled_one_does() -> None:
    late, early = lazy("^([甲乙])丙", re.MULTILINE), re.compile("^([甲乙])丙", re.MULTILINE)
    text = "甲丙\n乙丙\n丁丙"
    assert [m.span(1) for m in late.finditer(text)] == [m.span(1) for m in early.finditer(text)]
    assert late.sub("", text) == early.sub("", text)
    assert late.match(text, 1) is None
    assert (late.pattern, late.flags, late.groups) == (early.pattern, early.flags, early.groups)


def test_nothing_is_compiled_before_it_is_used() -> None:
    broken = lazy("(")
    assert broken.pattern == "("


def test_every_lazy_expression_of_the_program_can_be_compiled() -> None:
    modules = [
        importlib.import_module(m.name)
        for m in pkgutil.walk_packages(lint.__path__, "lint.")
        if m.name != "lint.__main__"
    ]
    found = [value for module in modules for value in vars(module).values() if isinstance(value, _Lazy)]
    assert len(found) > 100
    for expression in found:
        assert expression.compiled
