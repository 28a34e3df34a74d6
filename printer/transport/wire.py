"""A way to send bytes to a printer, with its one error."""

from __future__ import annotations

from enum import StrEnum
from typing import Protocol

from common.text.program_name import program_name


class Fault(StrEnum):
    """What keeps a printer from printing, as a stable code for screens and for the hall."""

    PAPER_OUT = "paper_out"
    COVER_OPEN = "cover_open"
    CUTTER_JAM = "cutter_jam"
    MECHANISM = "mechanism_error"
    PRESENTER_JAM = "presenter_jam"
    OFFLINE = "offline"
    MISSING = "device_missing"
    FORBIDDEN = "no_permission"
    IN_USE = "device_in_use"
    UNREACHABLE = "unreachable"
    UNPLUGGED = "unplugged"
    SILENT = "silent"
    STUCK = "not_taking_data"


ADVICE = {
    Fault.PAPER_OUT: "the paper is out: put in a new roll",
    Fault.COVER_OPEN: "the cover is open: close it",
    Fault.CUTTER_JAM: "the cutter is jammed: open the cover, free the paper, switch off and on",
    Fault.MECHANISM: "the mechanism reports an error: switch off and on",
    Fault.PRESENTER_JAM: "paper is stuck at the mouth of the printer: open it and pull the paper out",
    Fault.OFFLINE: "the printer is off line: press its feed button or switch off and on",
    Fault.MISSING: "the printer is not there: plug it in and switch it on",
    Fault.FORBIDDEN: "this user may not use the device: add it to the group that owns it",
    Fault.IN_USE: "another program uses the device: end it",
    Fault.UNREACHABLE: "the printer cannot be reached: check its power and cable",
    Fault.UNPLUGGED: "the link to the printer broke: check its power and cable",
    Fault.SILENT: "the printer stopped answering: switch off and on; if another that cannot answer stands there now, "
    f"run {program_name()} printer probe with --forget",
    Fault.STUCK: "the printer takes no more data: switch off and on",
}


class WireError(Exception):
    """The link to the printer failed; `fault` says how, the text names the device and what to do."""

    def __init__(self, fault: Fault, text: str) -> None:
        super().__init__(text)
        self.fault = fault


class Wire(Protocol):
    """A byte pipe to one printer. One thread at a time; opened exclusively where the system allows."""

    two_way: bool
    """Whether the printer can answer on it at all; a file cannot."""

    @property
    def address(self) -> str:
        """The device as people know it."""

    def open(self) -> None:
        """Connect; raises WireError. What an earlier connection left unread is thrown away."""

    def write(self, data: bytes, timeout_s: float) -> int:
        """Send as much as the printer takes within the time and return how many bytes; raises WireError."""

    def read(self, timeout_s: float) -> bytes:
        """Return what the printer said, empty when it said nothing in that time; raises WireError."""

    def now(self) -> float:
        """Return a monotonic time in seconds."""

    def close(self) -> None:
        """Let go of the device; never raises, may be called twice."""
