"""Modules are compiled where nobody wrote their byte code yet."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from commands.byte_code import compile_all


def test_a_program_finds_its_modules_compiled_even_where_it_may_not_write_them(tmp_path: Path) -> None:
    package = tmp_path / "shown"
    package.mkdir()
    (package / "__init__.py").write_text("", encoding="utf-8")
    (package / "word.py").write_text("WORD = 'said'\n", encoding="utf-8")
    assert compile_all(tmp_path)
    told = "import sys; sys.path.insert(0, sys.argv[1]); from shown import word; print(word.WORD)"
    done = subprocess.run(
        [sys.executable, "-v", "-B", "-c", told, str(tmp_path)], capture_output=True, text=True, check=True
    )
    assert done.stdout == "said\n"
    assert any("word" in line and " matches " in line for line in done.stderr.splitlines())


def test_what_is_no_python_is_told_and_the_rest_is_compiled(tmp_path: Path) -> None:
    for name, text in (("one", "x = 1\n"), ("two", "x =\n")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "__init__.py").write_text(text, encoding="utf-8")
    assert not compile_all(tmp_path)
    assert list((tmp_path / "one" / "__pycache__").glob("*.pyc"))
