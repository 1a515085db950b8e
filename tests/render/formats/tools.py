"""Checkers that are not ours, from npm packages: looked for, never fetched (`QINGDAN_TOOLS` names their folder)."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]


def module(*parts: str) -> Path:
    """A file of an npm package, or a visible skip."""
    for root in (os.environ.get("QINGDAN_TOOLS"), str(ROOT)):
        if root and (found := Path(root, "node_modules", *parts)).exists():
            return found
    name = "/".join(parts[:2])
    pytest.skip(f"{name} is not installed (npm install {name}; set QINGDAN_TOOLS to its folder)")


def node(*arguments: str) -> "subprocess.CompletedProcess[str]":
    """Node with these arguments, or a visible skip."""
    program = shutil.which("node")
    if program is None:
        pytest.skip("node is not installed")
    return subprocess.run([program, *arguments], capture_output=True, encoding="utf-8", check=False, timeout=60)
