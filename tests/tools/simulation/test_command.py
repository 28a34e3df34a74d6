"""A simulated day on a real hall, and on halls that are away, foreign or gone in the middle of it."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.hall_in_a_thread import RunningHall, good, hall_in_a_thread
from tools.qt_driver.driven_program import until
from tools.simulation.command import run


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[tuple[RunningHall, Path]]:
    """A hall with two signed-in counters, described as a demo describes itself."""
    with hall_in_a_thread(tmp_path) as hall:
        sessions = {"1": hall.sign_in(1), "2": hall.sign_in(2, "maryam", "802946")}
        tokens = {"kiosk": hall.tokens["kiosk"], "counters": sessions}
        described = {"hall": hall.base, "centre": "http://127.0.0.1:9", "tokens": tokens, "head_page": "-"}
        (tmp_path / "demo.json").write_text(json.dumps(described))
        yield hall, tmp_path


def test_everyone_of_the_day_is_served_and_the_hall_agrees(
    demo: tuple[RunningHall, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    hall, folder = demo
    # Fast enough for a test, slow enough that this machine's own pauses are no long waits of the day.
    assert run(["--demo", str(folder), "--hall", "small", "--speed", "5000", "--json", "--seed", "3"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["issued"] == 46
    assert figures["finished"] + figures["no_show"] == 46
    assert (figures["left"], figures["refusals"]) == (0, {})
    assert 0 <= figures["mean_wait_min"] <= figures["longest_wait_min"]
    queues = good(hall.get("/queues", "head"))
    assert sum(service["served"] for service in queues["services"]) == figures["finished"]


def test_a_hall_that_goes_away_ends_the_day_with_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ended: list[int] = []
    with hall_in_a_thread(tmp_path) as hall:
        tokens = {"kiosk": hall.tokens["kiosk"], "counters": {"1": hall.sign_in(1)}}
        described = {"hall": hall.base, "centre": "-", "tokens": tokens, "head_page": "-"}
        (tmp_path / "demo.json").write_text(json.dumps(described))
        options = ["--demo", str(tmp_path), "--speed", "3000", "--patience-s", "0.3"]
        day = threading.Thread(target=lambda: ended.append(run(options)))
        day.start()
        until(lambda: came(hall), "somebody has come", lambda: ended)
    day.join(60)
    assert ended == [1]
    said = capsys.readouterr()
    assert "the hall did not answer for 0.3 s, so the day ends here" in said.err
    assert "hall_away" in said.out


def came(hall: RunningHall) -> bool:
    return any(hall.get(f"/visits?ticket={number}", "head").status_code == 200 for number in ("A001", "B001"))


@pytest.mark.parametrize(
    "wrong",
    [["--speed", "0"], ["--speed", "-1"], ["--speed", "nan"], ["--speed", "inf"], ["--speed", "fast"],
     ["--patience-s", "0"], ["--hall", "huge"], ["--seed", "x"]],
)  # fmt: skip
def test_what_cannot_be_is_told_before_anything_starts(wrong: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        run(wrong)
    assert ended.value.code == 2
    assert wrong[0] in capsys.readouterr().err


def test_a_folder_without_a_demo_and_a_demo_that_is_away_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["--demo", str(tmp_path)]) == 1
    assert f"simulate: no demo runs in {tmp_path}" in capsys.readouterr().err
    described = {
        "hall": "http://127.0.0.1:9",
        "centre": "-",
        "tokens": {"kiosk": "k", "counters": {}},
        "head_page": "-",
    }
    (tmp_path / "demo.json").write_text(json.dumps(described))
    assert run(["--demo", str(tmp_path)]) == 1
    assert "simulate: http://127.0.0.1:9 does not answer" in capsys.readouterr().err


def test_a_token_that_is_not_of_this_hall_is_told(
    demo: tuple[RunningHall, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    hall, folder = demo
    described = {"hall": hall.base, "centre": "-", "tokens": {"kiosk": "x" * 43, "counters": {}}, "head_page": "-"}
    (folder / "demo.json").write_text(json.dumps(described))
    assert run(["--demo", str(folder)]) == 1
    assert "simulate: 401 token_unknown" in capsys.readouterr().err
