"""Hatchling's hook: puts the package `dawr` into a wheel, and the commit, where no git can tell it later."""

from __future__ import annotations

import runpy
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class BuildHook(BuildHookInterface[Any]):
    """Adds files to wheel and source archive; an editable installation needs none."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Name the files to add, with their places in the archive; those of a wheel are below `dawr`."""
        if version == "editable":
            return
        root = Path(self.root)
        added: dict[str, str] = build_data["force_include"]
        if self.target_name == "wheel":
            added |= {
                str(root / "deploy/wheel/dawr" / name): name for name in ("__init__.py", "__main__.py", "py.typed")
            }
        commit = runpy.run_path(str(root / "common" / "version.py"))["commit"]()
        if commit is not None:
            with tempfile.NamedTemporaryFile("w", prefix="dawr-", suffix=".txt", delete=False) as file:
                file.write(f"{commit}\n")
            self._written = Path(file.name)
            added[file.name] = "common/commit.txt"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """Delete the temporary file."""
        if hasattr(self, "_written"):
            self._written.unlink(missing_ok=True)
