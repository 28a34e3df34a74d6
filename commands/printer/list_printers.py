"""`main.py printer list`: the printers and ports of this machine, and the units that it has met."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from printer.discovery.capability_file import AbilityFile, Unit, default_file
from printer.transport.ports import found_ports, unit_key


@dataclass(frozen=True, slots=True)
class Found:
    """One line of the list: an address to give to the kiosk, and what stands there as far as it is known."""

    url: str
    description: str
    serial: str
    met: str
    """What this machine has learnt of it, empty for one it never spoke with."""


def add_list(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.set_defaults(act=_list)
    parser.add_argument("--json", action="store_true", help="answer as one JSON array")
    add_known(parser)


def add_known(parser: argparse.ArgumentParser) -> None:
    """Add the file in which printers are remembered."""
    parser.add_argument(
        "--known", type=Path, metavar="FILE", help="where printers are remembered, if not the user's own file"
    )


def known_file(arguments: argparse.Namespace) -> AbilityFile:
    """Return the file in which printers are remembered."""
    return AbilityFile(arguments.known or default_file())


def found(units: dict[str, Unit]) -> list[Found]:
    """Return the ports of this machine, then the printers elsewhere that it has met."""
    ports = [
        Found(port.url, port.description, port.serial, _met(units.get(unit_key(port.url)))) for port in found_ports()
    ]
    here = {unit_key(one.url) for one in ports}
    away = [
        Found(unit.url, "network printer" if key.startswith("tcp ") else "not there now", "", _met(unit))
        for key, unit in sorted(units.items())
        if key not in here
    ]
    return [*ports, *away]


def _met(unit: Unit | None) -> str:
    if unit is None or unit.learnt_at is None:
        return ""
    name = unit.identity.text or "gives no name"
    return f"met {unit.learnt_at.astimezone():%Y-%m-%d %H:%M}, {name}"


def _list(arguments: argparse.Namespace) -> int:
    rows = found(known_file(arguments).units())
    if arguments.json:
        print(json.dumps([asdict(row) for row in rows], ensure_ascii=False))
        return 0
    for row in rows:
        serial = f", serial number {row.serial}" if row.serial else ""
        met = f" ({row.met})" if row.met else ""
        print(f"{row.url}  {row.description}{serial}{met}")
    if not rows:
        print("No USB printer or serial port found. Network printers: tcp://HOST:9100")
    return 0
