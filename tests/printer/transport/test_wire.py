from __future__ import annotations

from pathlib import Path

import pytest

from printer.transport.wire import ADVICE, Fault, WireError


@pytest.mark.parametrize("fault", list(Fault))
def test_every_fault_has_its_advice_and_its_line_in_the_manual(fault: Fault) -> None:
    assert ":" in ADVICE[fault], "what is wrong, then what to do"
    manual = (Path(__file__).resolve().parents[3] / "docs" / "printers.md").read_text(encoding="utf-8")
    assert f"`{fault.value}`" in manual


def test_the_error_carries_the_fault_and_the_sentence() -> None:
    error = WireError(Fault.UNPLUGGED, "the cable of /dev/usb/lp0 came out")
    assert error.fault is Fault.UNPLUGGED
    assert str(error) == "the cable of /dev/usb/lp0 came out"
