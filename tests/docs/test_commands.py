"""Commands, options and settings on the pages exist."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import typer.main

from engine.cli.main import app
from tests.docs.pages import ROOT, pages

_CALL = re.compile(r"\bcongvan (?P<verb>[a-z]+)(?: (?P<inner>[a-z]+))?(?P<rest>[^`\n#&|]*)")
_OPTION = re.compile(r"(?<!\S)--[a-z-]+")
_SETTING = re.compile(r"\bCONGVAN_[A-Z]+\b")


def _options(verb: str, inner: str) -> set[str]:
    root: Any = typer.main.get_command(app)
    assert verb in root.commands, f"congvan {verb}"
    command = root.commands[verb]
    if inner and (below := getattr(command, "commands", {})):
        assert inner in below, f"congvan {verb} {inner}"
        command = below[inner]
    return {name for parameter in command.params for name in parameter.opts}


@pytest.mark.parametrize("page", pages(), ids=lambda p: p.name)
def test_pages_name_only_commands_and_options_that_exist(page: Path) -> None:
    code = re.findall(r"```sh\n(.*?)```|`([^`\n]+)`", page.read_text(encoding="utf-8"), re.DOTALL)
    for text in ("".join(found) for found in code):
        for call in _CALL.finditer(text):
            options = _options(call["verb"], call["inner"] or "")
            assert set(_OPTION.findall(call["rest"])) <= options, call[0]


@pytest.mark.parametrize("page", pages(), ids=lambda p: p.name)
def test_pages_name_only_settings_that_are_read(page: Path) -> None:
    files = [p for folder in ("engine", "flows") for p in (ROOT / folder).rglob("*.py")]
    known = {name for p in files for name in _SETTING.findall(p.read_text(encoding="utf-8"))}
    assert set(_SETTING.findall(page.read_text(encoding="utf-8"))) <= known
