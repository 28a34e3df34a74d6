"""The table of OWASP ASVS 5.0 names every requirement of level 2, and only tests and files that there are."""

from __future__ import annotations

import ast
import re
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "asvs.md"
NUMBERS = ROOT / "tests" / "asvs_levels_1_and_2.txt"
"""Number and level of each requirement of levels 1 and 2 of version 5.0.0."""
VERDICTS = ("test", "review", "n/a", "accepted", "open")
ROW = re.compile(r"^\| (\d+\.\d+\.\d+) \| ([12]) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", re.MULTILINE)
FILE = re.compile(r"`([\w./-]+\.(?:py|js|mjs|md|toml|txt|html|conf))(?:::(\w+))?`")


class Line(NamedTuple):
    """One line of the table."""

    number: str
    level: str
    about: str
    verdict: str
    by: str


LINES = [Line(*found) for found in ROW.findall(PAGE.read_text(encoding="utf-8"))]


def names_of_tests(path: Path) -> set[str]:
    """Return the names of the tests in a file."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {one.name for one in ast.walk(tree) if isinstance(one, ast.FunctionDef) and one.name.startswith("test_")}


def missing(line: Line) -> list[str]:
    """Return what a line names and does not exist."""
    found = FILE.findall(line.by)
    gone = [path for path, _ in found if not (ROOT / path).is_file()]
    named = [(path, test) for path, test in found if test and path not in gone]
    return gone + [f"{path}::{test}" for path, test in named if test not in names_of_tests(ROOT / path)]


def test_each_requirement_of_levels_1_and_2_has_one_line_in_the_order_of_the_standard() -> None:
    wanted = [tuple(line.split()) for line in NUMBERS.read_text(encoding="utf-8").splitlines()]
    assert Counter(level for _, level in wanted) == {"1": 70, "2": 183}, "as the standard counts them"
    assert [(line.number, line.level) for line in LINES] == wanted


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.number)
def test_a_line_names_tests_and_files_that_there_are(line: Line) -> None:
    assert line.verdict in VERDICTS
    assert missing(line) == []
    if line.verdict == "test":
        assert any(path.startswith("tests/") for path, _ in FILE.findall(line.by))
    if line.verdict == "review":
        assert FILE.search(line.by), "a review names what was read"
    if line.verdict in {"n/a", "open"}:
        assert len(line.by) >= len("no LDAP")


def test_the_page_counts_its_own_verdicts() -> None:
    counted = Counter(line.verdict for line in LINES)
    told = ", ".join(f"{counted[verdict]} {verdict}" for verdict in VERDICTS)
    assert f"Today: {told}, of {len(LINES)}." in PAGE.read_text(encoding="utf-8")


def test_the_other_pages_on_security_name_tests_that_there_are() -> None:
    for page in ("security.md", "privacy.md"):
        named = Line("", "", "", "test", (ROOT / "docs" / page).read_text(encoding="utf-8"))
        assert missing(named) == [], page


def test_the_check_finds_a_test_and_a_file_that_are_gone() -> None:
    gone = Line("1.1.1", "2", "about", "test", "`tests/test_asvs.py::test_of_yesterday` and `docs/none.md`")
    assert missing(gone) == ["docs/none.md", "tests/test_asvs.py::test_of_yesterday"]
