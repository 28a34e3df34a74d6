"""Compile our modules once, as the first start of each program does where it may write beside them.

Where `PYTHONDONTWRITEBYTECODE` is set or the folder was never started from, every process would compile them anew: two
thirds of a second of a hall's start that is not the hall's, and as much memory.
"""

from __future__ import annotations

import compileall
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def compile_all(root: Path = ROOT) -> bool:
    """Write the byte code of every package in `root` that is older than its source; False where one is no Python."""
    packages = [folder for folder in root.iterdir() if (folder / "__init__.py").exists()]
    compiled = [compileall.compile_dir(folder, quiet=2) for folder in packages]  # each one, whatever became of another
    return all(compiled)
