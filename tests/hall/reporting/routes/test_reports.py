"""Scheduled reports, over HTTP: into a folder that exists, and one that does not exist yet."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.helpers.hall_in_a_thread import SETUP, RunningHall, good, hall_in_a_thread, refused

REPORT = '\n[[report]]\nname = "daily"\nformats = ["csv"]\nfolder = "{folder}"\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "share"


@pytest.fixture
def sending(tmp_path: Path, folder: Path) -> Iterator[RunningHall]:
    with hall_in_a_thread(tmp_path, setup=SETUP + REPORT.format(folder=folder)) as running:
        yield running


def until(holds: Callable[[], bool]) -> None:
    """Look until it holds: the thread that sends is not ours to drive here."""
    deadline = time.monotonic() + 20
    while not holds():
        assert time.monotonic() < deadline
        threading.Event().wait(0.02)


def way(hall: RunningHall) -> dict[str, Any]:
    (report,) = good(hall.get("/reports", "analyst"))["reports"]
    return dict(report["ways"][0])


def stands(hall: RunningHall, state: str) -> Callable[[], bool]:
    return lambda: way(hall)["state"] == state


@pytest.mark.allow_logs
def test_a_report_is_sent_on_a_wish_and_says_why_it_does_not_leave(sending: RunningHall, folder: Path) -> None:
    assert way(sending)["state"] is None
    sending.issue()
    good(sending.post("/day/close", "head"))
    good(sending.post("/reports/daily/send", "head"))
    until(stands(sending, "failing"))
    assert way(sending)["why"] == f"there is no folder {folder}: make it, or mount the share"
    until(lambda: "report_failing:daily" in sending.get("/healthz").json()["reasons"])
    folder.mkdir()
    good(sending.post("/reports/daily/send", "admin"))
    until(stands(sending, "sent"))
    assert [file.suffix for file in folder.iterdir()] == [".csv"]
    until(lambda: "report_failing:daily" not in sending.get("/healthz").json()["reasons"])


def test_a_report_that_is_not_there_is_refused_with_those_that_are(sending: RunningHall) -> None:
    problem = refused(sending.post("/reports/weekly/send", "head"), "report_unknown", 404)
    assert "there are daily" in problem["detail"]
    refused(sending.post("/reports/daily/send", "analyst"), "role_refused", 403)


def test_a_hall_without_reports_has_none(hall: RunningHall) -> None:
    assert good(hall.get("/reports", "head"))["reports"] == []
