"""Show each counter's number on its LED sign over serial lines, following the hall's live link with a board's token."""

from __future__ import annotations

import argparse
import json
import signal
import sys
import time
from collections.abc import Callable, Sequence
from typing import TypedDict

from commands.hall_client import HallAwayError, HallClient, HallRefusedError
from commands.serial_devices.signs_program import SignsProgram, program_app
from commands.serial_devices.signs_settings import (
    SignLineSettings,
    SignsSettings,
    beyond_model,
    parser,
    read_config,
    read_test,
)
from common.configuration.parser import SettingsError
from common.log.lines import log_to_stderr
from common.text.program_name import program_name
from serial_devices.errors import DeviceAddressError, LineError
from serial_devices.line.serial_line import SerialLine
from serial_devices.signs.models import MODELS_FILE, read_models

TEST_S = 6.0
"""How long `--test` shows its number."""


def run(argv: list[str]) -> int:
    """Run until told to end; 0 when all went well, 1 when hall or lines are not in order, 2 for wrong options."""
    declared = parser(__doc__)
    add = declared.add_argument
    add("--list-models", action="store_true", help="list the models of signs that are known, and end")
    add("--check", action="store_true", help="look at the hall and at each line, say how they are, end")
    add("--json", action="store_true", help="with --check and --list-models: answer as JSON")
    add("--test", default="", metavar="N=TICKET", help="show this at counter N's sign for 6 s, and end")
    given = declared.read_arguments(argv)
    try:
        if given.list_models:
            return _list_models(given)
        settings = read_config(declared, given, with_hall=not given.test)
        if given.test:
            return show_test(read_test(given.test, settings))
    except (SettingsError, DeviceAddressError) as error:
        print(error, file=sys.stderr)
        return 2
    return check(settings, as_json=given.json) if given.check else _follow(settings)


def check(settings: SignsSettings, *, as_json: bool = False) -> int:
    """Look at the hall and open each line once; print a line for each and return 0 where all are in order."""
    counters, hall = _counters_of_hall(settings)
    lines = [_line_report(line, counters, settings) for line in settings.lines]
    in_order = bool(counters) and not any(line["problems"] for line in lines)
    if as_json:
        print(json.dumps({"hall": hall, "hall_answers": bool(counters), "lines": lines}, ensure_ascii=False))
        return 0 if in_order else 1
    print(hall)
    for line in lines:
        signs = ", ".join(f"{counter} at {address}" for counter, address in line["addresses"].items())
        well = f"{line['line']}: opens; {line['model']}; counters {signs or 'unknown'}"
        print("; ".join(line["problems"]) or well)
    print("No sign answers: use --test to see one with your own eyes.")
    return 0 if in_order else 1


class LineReport(TypedDict):
    """How a line of signs is: its counters with the addresses of their signs, and what is wrong."""

    line: str
    model: str
    addresses: dict[int, int]
    problems: list[str]


def _line_report(line: SignLineSettings, counters: Sequence[int], settings: SignsSettings) -> LineReport:
    addresses = line.addresses(counters, settings.addresses)
    wrong = beyond_model(line, addresses) or [_line_problem(line)]
    if counters and not addresses:
        wrong = [f"{line.port.path}: the hall has none of its counters"]
    return {
        "line": str(line.port),
        "model": line.model.name,
        "addresses": dict(addresses),
        "problems": [one for one in wrong if one],
    }


def show_test(
    frames: list[tuple[SignLineSettings, bytes]],
    *,
    seconds: float = TEST_S,
    pause: Callable[[float], None] = time.sleep,
) -> int:
    """Send the frames once a second and say what was sent; a line that another program has is not touched."""
    failed = 0
    for settings, frame in frames:
        line = SerialLine(settings.port)
        try:
            line.open()
            print(f"{settings.port}: {frame.hex(' ').upper()}")
            for _ in range(max(1, round(seconds))):
                line.write(frame)
                pause(min(1.0, seconds))
        except LineError as error:
            print(f"{program_name()} signs: {error}", file=sys.stderr)
            failed = 1
        finally:
            line.close()
    return failed


def _list_models(given: argparse.Namespace) -> int:
    for code, model in read_models(given.models or MODELS_FILE).items():
        tried = "made for these signs" if model.tried == "ours" else "from the maker's paper, no unit tried"
        print(f"{code:<10} {model.name}\n{'':<10} {model.text}  ({tried}; {model.source})")
    return 0


def _line_problem(settings: SignLineSettings) -> str:
    line = SerialLine(settings.port)
    try:
        line.open()
    except LineError as error:
        return str(error)
    finally:
        line.close()
    return ""


def _counters_of_hall(settings: SignsSettings) -> tuple[list[int], str]:

    said = ""
    for base in settings.halls:
        client = HallClient(base, settings.token, hall_ca=settings.hall_ca)
        try:
            hall = client.get("/hall")
            client.get("/board")
        except (HallAwayError, HallRefusedError) as error:
            said = f"{base}: {error}"
        else:
            counters = [row["counter"] for row in hall["counters"]]
            return counters, f"{base}: {hall['hall']}, counters {', '.join(map(str, counters))}"
        finally:
            client.close()
    return [], said


def _follow(settings: SignsSettings) -> int:
    log_to_stderr()
    from qtkit.program.watchdog import Heartbeat  # noqa: PLC0415

    app = program_app()
    program = SignsProgram(settings)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: app.quit())
    program.start()
    heartbeat = Heartbeat(parent=program)
    heartbeat.start()
    try:
        return int(app.exec())
    finally:
        heartbeat.stop()
        program.stop()
