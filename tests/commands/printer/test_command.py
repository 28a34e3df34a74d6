"""`main.py printer`: mistakes are named and end with their code."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication

from commands.printer.command import run


@pytest.fixture(autouse=True)
def _text_engine(qapp: QGuiApplication) -> None:
    """Printing needs Qt's text engine, made the way the other tests need it."""


@pytest.mark.parametrize(
    ("arguments", "code", "named"),
    [
        (["sample", "--url", "nonsense"], 2, "no kind before the colon"),
        (["sample", "--url", "file:/tmp/x", "--ticket", "a-1"], 2, "number: 'a-1'"),
        (["sample", "--url", "file:/tmp/x", "--address", "nope"], 2, "status_url"),
        (["sample", "--url", "usb:///dev/usb/dawr9"], 1, "there is no /dev/usb/dawr9"),
        (["sample", "--url", "serial:///dev/ttyDawr9"], 1, "there is no /dev/ttyDawr9"),
        (["sample", "--url", "serial:///dev/null"], 1, "/dev/null is not a serial port"),
        (["sample", "--url", "serial:///dev/ttyS0?flow=maybe"], 2, "flow must be one of"),
        (["sample", "--url", "file:/tmp/x", "--logo", "/nowhere.png"], 2, "logo /nowhere.png: cannot be read"),
        (["supported", "--recordings", "/nowhere"], 1, "no recordings in /nowhere"),
        (["emulate"], 2, "give --tcp PORT, --pty or both"),
        (["emulate", "--tcp", "70000"], 2, "not between 0 and 65535"),
        (["emulate", "--tcp", "0", "--speed-mm-s", "0"], 2, "must be above 0"),
    ],
)
def test_a_mistake_is_named(arguments: list[str], code: int, named: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) == code
    assert named in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [[], ["sample"], ["sample", "--url", "file:x", "--paper-mm", "76"], ["shred"]])
def test_wrong_arguments_end_with_the_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        run(arguments)
    assert ended.value.code == 2
    assert "usage: main.py printer" in capsys.readouterr().err
