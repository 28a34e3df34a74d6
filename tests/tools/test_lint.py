"""The checks see their subject."""

from __future__ import annotations

import json
import subprocess
import tomllib
from pathlib import Path

import pytest

from tools.lint import _JAVASCRIPT, CHECKS, ROOT, _program


def test_every_check_is_a_tool_that_is_installed_and_every_package_is_checked() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
    packages = {path.parent.name for path in ROOT.glob("*/__init__.py")} - {"tests"}
    assert packages <= set(settings["mypy"]["files"])
    assert packages == set(settings["importlinter"]["root_packages"])
    python = {"ruff format", "ruff", "mypy --strict", "import-linter", "codespell", "plain words"}
    assert set(CHECKS) == {*python, "tsc --checkJs", "eslint"}


@pytest.mark.full
def test_a_misspelt_name_and_an_unused_one_in_javascript_are_found(tmp_path: Path) -> None:
    (tmp_path / "page.js").write_text('let unused;\ndocument.getElementById("x").noSuchName = 1;\n', encoding="utf-8")
    settings = {"extends": str(_JAVASCRIPT / "tsconfig.json"), "include": [str(_JAVASCRIPT / "pages.d.ts"), "page.js"]}
    (tmp_path / "tsconfig.json").write_text(json.dumps(settings), encoding="utf-8")
    types = [*_program(CHECKS["tsc --checkJs"])[:-1], tmp_path]
    rules = [*_program(CHECKS["eslint"])[:2], "-c", _JAVASCRIPT / "eslint.config.mjs", "page.js"]
    said = [
        subprocess.run(one, cwd=tmp_path, check=False, capture_output=True, text=True).stdout for one in (types, rules)
    ]
    assert "'noSuchName' does not exist" in said[0]
    assert "'unused' is defined but never used" in said[1]


def test_the_lock_of_javascript_names_no_registry() -> None:
    assert '"resolved"' not in (_JAVASCRIPT / "package-lock.json").read_text(encoding="utf-8")
