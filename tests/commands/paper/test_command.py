"""`main.py paper` with a running hall: sheets with the hall's own numbers, and tables that are entered whole or not."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from commands.paper.command import run
from common.text.digits import ARABIC_INDIC, in_digits
from tests.helpers.hall_in_a_thread import RunningHall, good, hall_in_a_thread

TODAY = datetime.now(UTC).astimezone(ZoneInfo("Asia/Muscat")).date()


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[RunningHall]:
    with hall_in_a_thread(tmp_path) as running:
        yield running


def paper(hall: RunningHall, *words: str) -> int:
    return run([*words, "--hall", hall.base, "--token", hall.tokens["head"], "--json"])


@pytest.mark.usefixtures("qapp")
def test_the_sheets_are_a_pdf_with_numbers_of_each_service(
    hall: RunningHall, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "paper.pdf"
    assert paper(hall, "sheets", "--out", str(file), "--each", "30") == 0
    assert json.loads(capsys.readouterr().out) == {"file": str(file), "services": 2, "numbers": 60}
    assert file.read_bytes().startswith(b"%PDF-")


def table(tmp_path: Path, *lines: str) -> list[str]:
    file = tmp_path / "table.csv"
    file.write_text("\n".join(["ticket,time,outcome", *lines]) + "\n", encoding="utf-8")
    return ["enter", str(file), "--day", TODAY.isoformat()]


def test_a_table_is_entered_with_numbers_or_words_for_outcomes(
    hall: RunningHall, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = good(hall.post("/paper/numbers", "head"))["blocks"][0]["first"]
    lines = (f"A{first},08:05,1", f"A{first + 1},08:07,documents_missing", f"A{first + 2},08:10,")
    assert paper(hall, *table(tmp_path, *lines)) == 0
    assert json.loads(capsys.readouterr().out)["entered"] == 3
    found = good(hall.get("/visits/of-day", "head"))["visits"]
    states = [one["state"] for one in sorted(found, key=lambda one: str(one["ticket"]))]
    assert states == ["finished", "finished", "waiting"]


@pytest.mark.parametrize(("between", "encoding"), [(";", "utf-8-sig"), ("\t", "utf-16")])
def test_a_table_as_spreadsheets_write_it_is_entered(
    hall: RunningHall, tmp_path: Path, capsys: pytest.CaptureFixture[str], between: str, encoding: str
) -> None:
    first = good(hall.post("/paper/numbers", "head"))["blocks"][0]["first"]
    numbers = f"a{first};8:05;1", f"A{in_digits(str(first + 1), ARABIC_INDIC)};٠٨:٠٧;٣"
    file = tmp_path / "table.csv"
    lines = "\r\n".join(["ticket;time;outcome", *numbers, ""]).replace(";", between)
    file.write_text(lines, encoding=encoding, newline="")
    assert paper(hall, "enter", str(file), "--day", TODAY.isoformat()) == 0
    assert json.loads(capsys.readouterr().out)["entered"] == 2


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("A900,8 o'clock,1", "line 3"),
        ("A900,08:05,served", "line 3"),
        ("A001,08:05,1", "A001 is no number of the paper sheets"),
    ],
)
def test_a_wrong_line_is_named_and_nothing_is_entered(
    hall: RunningHall, tmp_path: Path, capsys: pytest.CaptureFixture[str], line: str, why: str
) -> None:
    first = good(hall.post("/paper/numbers", "head"))["blocks"][0]["first"]
    assert paper(hall, *table(tmp_path, f"A{first},08:05,1", line)) == 2
    assert why in capsys.readouterr().err
    assert good(hall.get("/visits/of-day", "head"))["visits"] == []


def test_an_empty_table_and_one_without_its_columns_are_refused(
    hall: RunningHall, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert paper(hall, *table(tmp_path)) == 2
    assert "has no line" in capsys.readouterr().err
    (tmp_path / "table.csv").write_text("number\nA900\n", encoding="utf-8")
    assert paper(hall, "enter", str(tmp_path / "table.csv"), "--day", TODAY.isoformat()) == 2
    assert "no column ticket" in capsys.readouterr().err


@pytest.mark.usefixtures("qapp")
def test_sheets_that_were_declared_void_are_no_longer_entered(
    hall: RunningHall, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = good(hall.post("/paper/numbers", "head"))["blocks"][0]["first"]
    assert paper(hall, "void", "A") == 0
    assert json.loads(capsys.readouterr().out) == {"void": "A"}
    assert paper(hall, *table(tmp_path, f"A{first},08:05,1")) == 2
    assert "is no number of the paper sheets" in capsys.readouterr().err
    assert paper(hall, "void", "A") == 2


def test_the_table_of_another_day_is_entered_only_when_that_is_said(
    hall: RunningHall, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = good(hall.post("/paper/numbers", "head"))["blocks"][0]["first"]
    enter = table(tmp_path, f"A{first},00:01,1", f"A{first + 1},00:02,1")
    yesterday = [*enter[:-1], (TODAY - timedelta(days=1)).isoformat()]
    assert paper(hall, *yesterday) == 0
    capsys.readouterr()
    assert paper(hall, *[*enter[:-1], (TODAY - timedelta(days=2)).isoformat()]) == 2
    told = capsys.readouterr().err
    assert (yesterday[-1] in told, "--sure" in told) == (True, True)
    assert paper(hall, *[*enter[:-1], (TODAY - timedelta(days=2)).isoformat(), "--sure"]) == 0
