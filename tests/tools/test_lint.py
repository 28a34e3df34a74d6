"""The checks see their subject."""

from __future__ import annotations

import tomllib

from tools.lint import CHECKS, ROOT


def test_every_check_is_a_tool_that_is_installed_and_every_package_is_checked() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
    packages = {path.parent.name for path in ROOT.glob("*/__init__.py")} - {"tests"}
    assert packages <= set(settings["mypy"]["files"])
    assert packages == set(settings["importlinter"]["root_packages"])
    assert set(CHECKS) == {"ruff format", "ruff", "mypy --strict", "import-linter", "codespell"}
