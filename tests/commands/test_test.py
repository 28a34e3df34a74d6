"""The closing line of all tests."""

from __future__ import annotations

from pathlib import Path

from commands.test import Tally, _lanes

REPORT = """<testsuites><testsuite tests="5" failures="1" errors="1" skipped="1">
<testcase name="one"><skipped message="no printer"/></testcase></testsuite></testsuites>"""


def test_reports_are_added_and_skips_are_named(tmp_path: Path) -> None:
    (tmp_path / "r.xml").write_text(REPORT)
    tally = Tally()
    tally.add("lane", tmp_path / "r.xml", 1)
    assert (tally.passed, tally.failed, tally.skipped, tally.broken) == (2, 2, 1, [])
    assert tally.skips == ["one: no printer"]


def test_a_run_that_died_without_counting_is_broken(tmp_path: Path) -> None:
    tally = Tally()
    tally.add("lane", tmp_path / "none.xml", -9)
    assert tally.broken == ["lane (exit -9)"]


def test_every_folder_of_tests_is_in_exactly_one_lane() -> None:
    first, second = _lanes()
    folders = {path.name for path in (Path(__file__).resolve().parents[1]).iterdir() if path.is_dir()}
    named = [Path(path).name for path in [*first, *second] if Path(path).is_dir()]
    assert sorted(named) == sorted(folders - {"__pycache__"})
