"""`main.py printer list`."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from commands.printer.command import run
from commands.printer.list_printers import Found, found
from printer.discovery.capability_file import AbilityFile, Identity, Unit

AT = datetime(2026, 3, 1, 8, 0, tzinfo=UTC)


def test_devices_are_named_or_there_are_none(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert run(["list", "--known", str(tmp_path / "k.json")]) == 0
    out = capsys.readouterr().out
    assert all("://" in line or line.startswith("No USB printer") for line in out.splitlines())


def test_printers_of_the_network_are_those_that_were_met(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = AbilityFile(tmp_path / "k.json")
    file.keep("tcp 10.0.0.9:9100", Unit("tcp://10.0.0.9", Identity("EPSON", "TM-T20III"), learnt_at=AT))
    file.keep("serial /dev/ttyDawr9", Unit("serial:///dev/ttyDawr9", learnt_at=AT))
    assert run(["list", "--known", str(tmp_path / "k.json")]) == 0
    out = capsys.readouterr().out
    assert "tcp://10.0.0.9  network printer (met 2026-03-01" in out
    assert ", EPSON TM-T20III)" in out
    assert "serial:///dev/ttyDawr9  not there now" in out
    assert "gives no name" in out


def test_json_lists_the_same(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    AbilityFile(tmp_path / "k.json").keep("tcp 10.0.0.9:9100", Unit("tcp://10.0.0.9"))
    assert run(["list", "--json", "--known", str(tmp_path / "k.json")]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert {"url": "tcp://10.0.0.9", "description": "network printer", "serial": "", "met": ""} in rows


def test_a_unit_that_was_never_met_has_nothing_told_of_it() -> None:
    assert Found("tcp://10.0.0.8", "network printer", "", "") in found({"tcp 10.0.0.8:9100": Unit("tcp://10.0.0.8")})
