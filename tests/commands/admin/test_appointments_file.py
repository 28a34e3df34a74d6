"""A file of appointments is booked whole or not at all, may come twice, and answers with the numbers it gave."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from commands.admin.appointments_file import fresh_number
from commands.admin.command import run
from hall.appointments.model.appointment import Appointment
from hall.kernel.ids import ServiceCode
from tests.helpers.hall_in_a_thread import SETUP, RunningHall, good, hall_in_a_thread

NOW = datetime(2026, 11, 25, 5, tzinfo=UTC)
ANOTHER = Appointment("48217390", ServiceCode("A"), NOW.date(), NOW, NOW, "file")


@pytest.fixture
def row() -> str:
    """Return day and time of a slot that is not over yet: the hall in these tests goes by the machine's clock."""
    return f"{datetime.now(ZoneInfo('Asia/Muscat')) + timedelta(minutes=20):%Y-%m-%d,%H:%M}"


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[RunningHall]:
    with hall_in_a_thread(tmp_path, setup=SETUP + "\n[appointments]\noffered = true\n") as running:
        yield running


def give(hall: RunningHall, text: str, encoding: str = "utf-8") -> int:
    file = hall.hall.config.data.parent / "booked.csv"
    file.write_bytes(text.encode(encoding))
    return run(["--data", str(hall.hall.config.data), "appointments", str(file)])


def test_a_file_is_booked_in_a_running_hall_and_its_holder_comes_in(
    hall: RunningHall, capsys: pytest.CaptureFixture[str], row: str
) -> None:
    day, at = row.split(",")
    assert give(hall, f"number,service,day,time\n48217390,A,{row}\n,A,{row}\n") == 0
    said = capsys.readouterr()
    rows = list(csv.DictReader(io.StringIO(said.out)))
    assert said.err == "2 booked, 0 known already\n"
    assert rows[0] == {"number": "48217390", "service": "A", "day": day, "time": at}
    hall.clock.move_on(minutes=20)  # the slot's day is today, whenever this test runs
    for booked in rows:
        ticket = good(hall.post(f"/appointments/{booked['number']}/check-in", "kiosk"), 201)
        assert ticket["lane"] == "appointment"


def test_a_file_may_come_twice_and_in_any_spreadsheets_habit(
    hall: RunningHall, capsys: pytest.CaptureFixture[str], row: str
) -> None:
    text = f"Number;Service;Day;Time\r\n48217390;A;{row.replace(',', ';')}\r\n;;;\r\n"
    assert give(hall, text, "utf-8-sig") == 0
    assert give(hall, text) == 0
    assert capsys.readouterr().err.splitlines() == ["1 booked, 0 known already", "0 booked, 1 known already"]


def test_every_mistake_is_told_with_its_line_and_nothing_is_booked(
    hall: RunningHall, capsys: pytest.CaptureFixture[str], row: str
) -> None:
    wrong = (
        f"12,A,{row}",
        f",Z,{row}",
        ",A,soon,09:30",
        ",A,2020-01-01,09:30",
        ",A,0001-01-01,00:00",
        f"48217390,A,{row.partition(',')[0]},00:01",
    )
    text = "\n".join(["number,service,day,time", f"48217390,A,{row}", *wrong])
    assert give(hall, text) == 2
    told = capsys.readouterr().err
    for line in range(3, 9):
        assert f"line {line}:" in told
    assert "line 2:" not in told
    assert good(hall.get("/appointments", "head")) == []


@pytest.mark.parametrize("text", ["", "service,day\nA,2026-11-25\n", "\x00"])
def test_a_file_without_its_columns_is_refused(
    hall: RunningHall, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    assert give(hall, text) == 2
    assert "missing" in capsys.readouterr().err


def test_a_hall_without_appointments_takes_no_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], row: str
) -> None:
    with hall_in_a_thread(tmp_path) as plain:
        assert give(plain, f"service,day,time\nA,{row}\n") == 2
    assert "offered = true" in capsys.readouterr().err


def test_a_number_that_is_drawn_twice_is_drawn_again() -> None:
    tries = list[str]()

    def standing(number: str) -> Appointment | None:
        tries.append(number)
        return ANOTHER if len(tries) < 3 else None

    assert fresh_number(standing) == tries[-1]
    assert len(tries) == 3
