"""Exported figures: say whether a file is as the hall made it; list scheduled reports, and send one now."""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

from commands.hall_client import HallAwayError, HallClient, HallRefusedError
from common.configuration.command_parser import CommandParser
from figures.reports.seal import Verdict, verdict

SAYS = {
    Verdict.RIGHT: "is as it was made: its digest is right",
    Verdict.CHANGED: "was changed after it was made: its digest is not that of its content",
    Verdict.UNSEALED: "carries no digest: another program wrote it again, or it is no export of this system",
}


TOKEN = "DAWR_TOKEN"  # noqa: S105 - the name of a variable, not a token
PATIENCE_S = 90.0
LOOK_EVERY_S = 0.5
_LEAVES = {"due", "sending"}


def run(argv: list[str]) -> int:
    """Do one part; 0 when all is well, 1 when a file was changed or a report did not leave, else 2."""
    arguments = _parser().parse_args(argv)
    if arguments.part == "verify":
        return _verify(arguments.files, as_json=arguments.json)
    token = arguments.token or os.environ.get(TOKEN, "")
    if not token:
        print(f"report: give a token of the hall head or an administrator: --token, or {TOKEN}", file=sys.stderr)
        return 2
    hall = HallClient(arguments.hall, token, hall_ca=arguments.hall_ca)
    try:
        found = _sent(hall, arguments.name) if arguments.part == "send" else hall.get("/reports")["reports"]
    except (HallRefusedError, HallAwayError) as error:
        print(f"report: {error}", file=sys.stderr)
        return 2
    if arguments.json:
        print(json.dumps(found, ensure_ascii=False))
    else:
        print("\n".join(_lines(found)) or "no report is scheduled: the set-up file has no [[report]]")
    return 1 if any(way["state"] in {"failing", "in_doubt"} for report in found for way in report["ways"]) else 0


def _parser() -> argparse.ArgumentParser:
    parser = CommandParser(prog="report", description=__doc__)
    parts = parser.add_subparsers(dest="part", required=True, metavar="PART")
    verify = parts.add_parser("verify", help="say of each file whether it was changed")
    verify.add_argument("files", nargs="+", type=Path, metavar="FILE", help="CSV, workbook or PDF exported by a hall")
    listed = parts.add_parser("list", help="the scheduled reports, and whether each was delivered")
    send = parts.add_parser("send", help="send a report of the newest period that is over now")
    send.add_argument("name", metavar="NAME", help="its name in the set-up file")
    for part in (listed, send):
        part.add_argument("--hall", default="http://127.0.0.1:8080", metavar="URL", help="(http://127.0.0.1:8080)")
        part.add_argument("--hall-ca", type=Path, metavar="FILE", help="PEM file of the hall's authority, for https://")
        part.add_argument("--token", default="", help=f"the hall head's or an administrator's; or {TOKEN}")
    for part in (verify, listed, send):
        part.add_argument("--json", action="store_true", help="print the answer as JSON")
    return parser


def _sent(hall: HallClient, name: str) -> list[dict[str, Any]]:
    """Ask for the report, and wait until it has left or has not."""
    found: list[dict[str, Any]] = hall.post(f"/reports/{quote(name, safe='')}/send")["reports"]
    deadline = time.monotonic() + PATIENCE_S
    while time.monotonic() < deadline:
        found = [one for one in hall.get("/reports")["reports"] if one["name"] == name]
        if not any(way["state"] in _LEAVES for one in found for way in one["ways"]):
            break
        time.sleep(LOOK_EVERY_S)
    return found


def _lines(reports: list[dict[str, Any]]) -> Iterator[str]:
    for report in reports:
        for way in report["ways"]:
            where = f"to {', '.join(report['to'])}" if way["way"] == "mail" else f"into {report['folder']}"
            state = way["state"] or "never"
            said = {**BECAME, "never": "none yet"}[state].format(why=way["why"], tries=way["tries"])
            yield f"{report['name']} {where}{'' if way['first'] is None else ', ' + way['first']}: {said}"


BECAME = {
    "due": "is being sent",
    "sending": "is being sent",
    "sent": "delivered",
    "failing": "not delivered, tried {tries} times: {why}; the hall tries again",
    "in_doubt": "the service ended while it was sent, and nobody knows whether it arrived; send it again if it did not",
}


def _verify(files: list[Path], *, as_json: bool) -> int:
    found: dict[str, str] = {}
    for file in files:
        try:
            found[str(file)] = verdict(file.read_bytes()).value
        except OSError as error:
            print(f"report: {file} cannot be read: {error.strerror}", file=sys.stderr)
            return 2
    if as_json:
        print(json.dumps(found, ensure_ascii=False))
    else:
        for name, word in found.items():
            print(f"{name} {SAYS[Verdict(word)]}")
    return 0 if set(found.values()) == {Verdict.RIGHT.value} else 1
