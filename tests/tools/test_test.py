"""The closing line of all tests."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tools.test import _LEFT_OUT_OF_QUICK, _SLOW, ROOT, Tally, _parts, _quick_parts, _speed, run

REPORT = """<testsuites><testsuite tests="5" failures="1" errors="1" skipped="1">
<testcase name="one"><skipped message="no printer"/></testcase></testsuite></testsuites>"""


def test_reports_are_added_and_skips_are_named(tmp_path: Path) -> None:
    (tmp_path / "r.xml").write_text(REPORT)
    tally = Tally()
    tally.add("lane", tmp_path / "r.xml", 1)
    assert (tally.passed, tally.failed, tally.skipped, tally.broken) == (2, 2, 1, [])
    assert tally.skips == {"no printer": 1}


def test_the_closing_line_names_what_was_skipped() -> None:
    reasons = Counter({"emupos: needs python3.13": 1330, "emupos: no network": 2, "xvfb-run: no screen": 1, "root": 1})
    tally = Tally(passed=5, failed=1, skipped=1334, skips=reasons)
    assert tally.closing() == "tests: 5 passed, 1 failed, 1334 skipped (emupos: 1332, root: 1, xvfb-run: 1)"
    assert Tally(passed=3).closing() == "tests: 3 passed, 0 failed, 0 skipped"


def test_a_run_that_died_without_counting_is_broken(tmp_path: Path) -> None:
    tally = Tally()
    tally.add("lane", tmp_path / "none.xml", -9)
    assert tally.broken == ["lane (exit -9)"]


def test_every_test_is_in_exactly_one_part() -> None:
    tests = Path(__file__).resolve().parents[1]
    taken: Counter[Path] = Counter()
    for path in (Path(path) for paths in _parts().values() for path in paths):
        assert path.exists(), f"{path} is named and is not there"
        taken.update([path] if path.is_file() else path.rglob("test_*.py"))
    assert taken == Counter(tests.rglob("test_*.py"))


@pytest.mark.process
def test_programs_that_tests_start_find_their_modules_compiled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    (tmp_path / "test_it.py").write_text("import sys\n\ndef test_it():\n    assert not sys.dont_write_bytecode\n")
    assert run([str(tmp_path / "test_it.py")]) == 0


def test_what_is_quick_is_there() -> None:
    paths = [Path(path) for paths in _quick_parts().values() for path in paths]
    assert [path for path in paths if not path.exists()] == []
    assert len(paths) == len(set(paths))


def test_each_speed_leaves_out_less_than_the_one_before() -> None:
    quick, default, full = (
        _speed(quick=True, full=False),
        _speed(quick=False, full=False),
        _speed(quick=False, full=True),
    )
    left_out = "not full and not postgres and not browser and not window and not process"
    slow = [ROOT / "tests" / name for name in _SLOW]
    assert quick == ["-m", left_out, *(f"--ignore={path}" for path in slow), "--hypothesis-profile=quick"]
    assert [path for path in slow if not path.exists()] == []
    assert default == ["-m", "not full"]
    assert full == ["--hypothesis-profile=full"]


def test_what_quick_leaves_out_are_marks_that_exist(pytestconfig: pytest.Config) -> None:
    assert set(_LEFT_OUT_OF_QUICK) <= {line.partition(":")[0] for line in pytestconfig.getini("markers")}
