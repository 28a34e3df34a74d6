"""Known mistakes are put into a copy of a tiny project, of which the tests notice one."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tools import mutations

CODE = """def is_full(waiting, room):
    return waiting >= room


def left(waiting, room):
    return room - waiting
"""
TESTS = """from rooms import is_full, left


def test_a_room_with_its_number_of_people_is_full():
    assert is_full(3, 3)


def test_room_that_is_left_is_counted():
    assert left(0, 3) == 3
"""
CAUGHT = ("one-more", "return waiting >= room", "return waiting > room")
MISSED = ("more-left", "return room - waiting", "return room + waiting")


def entry(name: str, text: str, becomes: str) -> str:
    return f"""
[[mutation]]
id = "{name}"
package = "rooms"
file = "rooms.py"
text = "{text}"
becomes = "{becomes}"
breaks = "The room is wrong ({name})."
tests = ["test_rooms.py"]
"""


Project = Callable[..., Path]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """Make a project of one file with two tests, and a table of these mistakes."""

    def make(*mistakes: tuple[str, str, str], tests: str = TESTS) -> Path:
        root, table = tmp_path / "project", tmp_path / "mutations.toml"
        root.mkdir()
        (root / "rooms.py").write_text(CODE)
        (root / "test_rooms.py").write_text(tests)
        for command in (
            ["init", "-q"],
            ["add", "."],
            ["-c", "user.name=t", "-c", "user.email=t@t", "commit", "-qm", "t"],
        ):
            subprocess.run(["git", *command], cwd=root, check=True)
        table.write_text("".join(entry(*mistake) for mistake in mistakes))
        monkeypatch.setattr(mutations, "ROOT", root)
        monkeypatch.setattr(mutations, "TABLE", table)
        return root

    return make


def test_a_caught_and_a_missed_mistake_are_told_apart(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    root = project(CAUGHT, MISSED)
    assert mutations.run([]) == 1
    caught, missed, closing = capsys.readouterr().out.splitlines()
    assert caught.startswith("caught  one-more in ")
    assert caught.endswith("by test_rooms.py::test_a_room_with_its_number_of_people_is_full")
    assert missed == "MISSED  more-left: The room is wrong (more-left)."
    assert closing == "mutations: 1 caught, 1 missed"
    assert (root / "rooms.py").read_text() == CODE


@pytest.mark.full
def test_only_the_named_mistake_is_tried_and_told_as_json(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    project(CAUGHT, MISSED)
    assert mutations.run(["--only", "one-more", "--json"]) == 0
    (result,) = json.loads(capsys.readouterr().out)
    assert (result["id"], result["package"], result["caught"]) == ("one-more", "rooms", True)
    assert result["first_failure"] == "test_rooms.py::test_a_room_with_its_number_of_people_is_full"


def test_a_text_that_is_no_longer_in_the_code_is_an_error(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    project(CAUGHT, ("gone", "return waiting == room", "return False"))
    assert mutations.run([]) == 2
    assert "gone: its text stands 0 times in rooms.py" in capsys.readouterr().err


@pytest.mark.full
def test_tests_that_fail_without_any_mistake_are_an_error(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    project(CAUGHT, tests=TESTS.replace("is_full(3, 3)", "is_full(2, 3)"))
    assert mutations.run([]) == 2
    failing = "test_rooms.py::test_a_room_with_its_number_of_people_is_full"
    assert f"{failing} fails without any mistake" in capsys.readouterr().err


@pytest.mark.full
def test_a_commit_is_tried_as_it_was_and_the_folder_as_it_stands(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project(MISSED)
    (root / "test_rooms.py").write_text(TESTS.replace("left(0, 3) == 3", "left(1, 3) == 2"))
    assert mutations.run([]) == 0
    assert mutations.run(["--at", "HEAD"]) == 1
    assert mutations.run(["--at", "nothing"]) == 2
    assert "nothing" in capsys.readouterr().err


def test_a_mistake_that_nobody_listed_is_an_error(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    project(CAUGHT)
    assert mutations.run(["--only", "another"]) == 2
    assert "no mutation has the id another" in capsys.readouterr().err


def test_an_id_that_stands_twice_is_an_error(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    project(CAUGHT, CAUGHT)
    assert mutations.run([]) == 2
    assert "ids twice: one-more" in capsys.readouterr().err


@pytest.mark.full
def test_a_mistake_that_stops_the_tests_from_being_imported_is_caught(project: Project) -> None:
    project(("renamed", "def left(waiting, room):", "def rest(waiting, room):"))
    assert mutations.run([]) == 0


def test_each_mistake_of_the_table_fits_the_code() -> None:
    table = mutations.read_table(mutations.TABLE)
    problems = [problem for one in table if (problem := mutations._problem(one, mutations.ROOT))]
    assert problems == []
    assert len(table) >= 60
    assert {one.package for one in table} == {"engine", "printing", "sync", "access", "presenters"}
    assert [one.id for one in table if one.text == one.becomes or not one.breaks.endswith(".")] == []
