"""Print number sheets for a day without hall and kiosks, and enter later what was written on them."""

from __future__ import annotations

import argparse
import codecs
import csv
import io
import json
import os
import sys
from datetime import date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

from commands.hall_client import HallAwayError, HallClient, HallRefusedError
from common.configuration.command_parser import CommandParser
from common.text.digits import WESTERN, in_digits
from common.text.program_name import program_name
from contracts.words.hall import Outcome

TOKEN = "DAWR_TOKEN"  # noqa: S105 - the name of a variable, not a token
COLUMNS = ("ticket", "time", "outcome")
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class PaperTableError(Exception):
    """The table cannot be entered; the message names the line."""


def run(argv: list[str]) -> int:
    """Draw the sheets or enter a table; 0 when it is done, 2 with a sentence and nothing entered when it cannot be."""
    given = _parser().parse_args(argv)
    token = given.token or os.environ.get(TOKEN, "")
    if not token:
        print(f"{program_name()} paper: give a token of the hall head: --token, or {TOKEN}", file=sys.stderr)
        return 2
    hall = HallClient(given.hall, token, hall_ca=given.hall_ca)
    try:
        found = {"sheets": _sheets, "enter": _enter, "void": _void}[given.part](hall, given)
    except (HallRefusedError, HallAwayError, PaperTableError, OSError, UnicodeDecodeError) as error:
        print(f"{program_name()} paper: {error}", file=sys.stderr)
        return 2
    finally:
        hall.close()
    print(json.dumps(found, ensure_ascii=False) if given.json else " · ".join(f"{k}: {v}" for k, v in found.items()))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = CommandParser(prog="paper", description=__doc__)
    parts = parser.add_subparsers(dest="part", required=True, metavar="sheets|enter|void")
    sheets = parts.add_parser("sheets", help="draw the sheets as PDF: print them once, keep them in a drawer")
    sheets.add_argument("--out", type=Path, default=Path("paper.pdf"), metavar="FILE", help="where they go (paper.pdf)")
    sheets.add_argument("--each", type=int, default=50, metavar="N", help="numbers of each service (50)")
    enter = parts.add_parser("enter", help="enter a table: CSV with the columns ticket, time (HH:MM), outcome")
    enter.add_argument("file", type=Path, metavar="FILE", help="the table; outcome is empty where somebody still waits")
    enter.add_argument("--day", type=date.fromisoformat, required=True, metavar="YYYY-MM-DD", help="the service day")
    enter.add_argument("--sure", action="store_true", help="enter it though another day has the same table")
    void = parts.add_parser("void", help="declare the printed sheets of a service void, before its letter is changed")
    void.add_argument("service", metavar="SERVICE", help="the code of the service")
    for part in (sheets, enter, void):
        part.add_argument("--hall-ca", type=Path, metavar="FILE", help="PEM file of the hall's authority, for https://")
        part.add_argument("--hall", required=True, metavar="URL", help="the hall service")
        part.add_argument("--token", metavar="TOKEN", help=f"of the hall head or an administrator; better in {TOKEN}")
        part.add_argument("--json", action="store_true", help="print the answer as JSON")
    return parser


def _sheets(hall: HallClient, given: argparse.Namespace) -> dict[str, object]:
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415 - to enter a table needs no screen library

    from qtkit.reports.number_sheets import ServiceSheet, draw_sheets  # noqa: PLC0415

    about = hall.get("/hall")
    names = {one["code"]: one["names"] for one in about["services"]}
    sheets = []
    for block in hall.post("/paper/numbers")["blocks"]:
        numbers = range(block["first"], min(block["last"], block["first"] + given.each - 1) + 1)
        called = names[block["service"]]
        tickets = tuple(f"{block['prefix']}{number:03}" for number in numbers)
        sheets.append(ServiceSheet(called.get("ar", ""), called.get("en", ""), tickets))
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication.instance() or QGuiApplication(["paper"])
    given.out.write_bytes(draw_sheets(about["names"].get("ar") or about["names"].get("en", ""), sheets))
    del application
    return {"file": str(given.out), "services": len(sheets), "numbers": sum(len(one.tickets) for one in sheets)}


def _enter(hall: HallClient, given: argparse.Namespace) -> dict[str, object]:
    zone = ZoneInfo(hall.get("/hall")["time_zone"])
    lines = [_line(number, row, given.day, zone) for number, row in enumerate(_rows(given.file), 2)]
    if not lines:
        raise PaperTableError(f"{given.file} has no line; its columns are {', '.join(COLUMNS)}")
    asked = {"service_day": given.day.isoformat(), "tickets": lines, "sure": given.sure}
    try:
        answer = hall.post("/paper/tickets", asked)
    except HallRefusedError as refusal:
        if refusal.code != "paper_other_day":
            raise
        raise PaperTableError(f"{refusal.problem['detail']} If it is, add --sure.") from refusal
    return {"entered": len(answer["visits"]), "day": given.day.isoformat()}


def _rows(file: Path) -> csv.DictReader[str]:
    """Read a table as spreadsheets write it: with commas, semicolons or tabs (then in UTF-16), and with any digits."""
    table = file.read_bytes()
    text = in_digits(table.decode("utf-16" if table.startswith(_UTF_16) else "utf-8-sig"), WESTERN)
    heading = text.partition("\n")[0]
    return csv.DictReader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=heading.count))


def _void(hall: HallClient, given: argparse.Namespace) -> dict[str, object]:
    hall.post("/paper/void", {"service": given.service})
    return {"void": given.service}


def _outcome(text: str) -> Outcome:
    """Return the outcome of a word or, as on the sheets, of its number from 1."""
    by_number = dict(enumerate(Outcome, 1))
    return by_number[int(text)] if text.isdigit() and int(text) in by_number else Outcome(text)


def _line(number: int, row: dict[str, str | None], day: date, zone: ZoneInfo) -> dict[str, str]:
    try:
        ticket, at, outcome = ((row[name] or "").strip() for name in COLUMNS)
        issued = datetime.combine(day, time.fromisoformat(f"0{at}" if at[1:2] == ":" else at), zone)
        named = {"outcome": _outcome(outcome).value} if outcome else {}
    except KeyError as error:
        raise PaperTableError(f"the table has no column {error.args[0]}; it needs {', '.join(COLUMNS)}") from error
    except ValueError as error:
        outcomes = ", ".join(one.value for one in Outcome)
        raise PaperTableError(
            f"line {number}: {error}; a time is HH:MM, an outcome 1 to 5 or one of {outcomes}"
        ) from error
    return {"ticket": ticket.upper(), "issued_at": issued.isoformat(), **named}
