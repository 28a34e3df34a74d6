"""A demo started as a separate process: it comes up, ends whole, and says why when it cannot come up."""

from __future__ import annotations

import json
from pathlib import Path

import psutil
import pytest

from bench.running_demo import DemoFailedError, RunningDemo, read_demo
from commands.hall_client import HallClient
from tools.qt_driver.driven_program import until


@pytest.mark.full
def test_it_answers_as_soon_as_it_is_entered_and_all_its_processes_end_with_it(tmp_path: Path) -> None:
    with RunningDemo(tmp_path / "demo", size="small") as demo:
        assert demo.description == read_demo(tmp_path / "demo")
        kiosk = HallClient(demo.description["hall"], demo.description["tokens"]["kiosk"])
        assert kiosk.post("/visits", {"service": kiosk.get("/hall")["services"][0]["code"]})["ticket"]
        kiosk.close()
        family = processes_of(tmp_path / "demo")
        assert len(family) >= 3, "demo, centre and hall"
        assert demo.stop() == 0, "ended by request is ended well"
        assert demo.stop() is None
    until(lambda: not any(map(psutil.pid_exists, family)), "the demo's processes end", lambda: family)
    assert not (tmp_path / "demo" / "demo.json").exists()


def processes_of(folder: Path) -> list[int]:
    """Return the ids of all processes whose command line names the folder."""
    return [p.pid for p in psutil.process_iter(["cmdline"]) if any(str(folder) in w for w in p.info["cmdline"] or ())]


def test_one_that_does_not_come_up_tells_the_end_of_what_it_said(tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    folder.mkdir()
    (folder / "demo-tokens.json").write_text("{")
    with pytest.raises(DemoFailedError, match=r"did not come up: .*demo-tokens.json is damaged.*$"):
        RunningDemo(folder).__enter__()
    assert processes_of(folder) == []


@pytest.mark.parametrize("text", [None, "", "{", "[]", "7", json.dumps({"hall": "http://127.0.0.1:1"})])
def test_a_folder_without_a_running_demo_is_named(tmp_path: Path, text: str | None) -> None:
    if text is not None:
        (tmp_path / "demo.json").write_text(text)
    with pytest.raises(DemoFailedError, match=str(tmp_path)):
        read_demo(tmp_path)
