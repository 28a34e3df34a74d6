"""What the printer's sensors report, in the bits of DLE EOT, GS r and Automatic Status Back."""

from __future__ import annotations

from dataclasses import dataclass

from printer.emulator.hardware.paper import Roll


@dataclass(slots=True)
class Sensors:
    """State that only a person or a defect changes."""

    cover_open: bool = False
    cutter_jammed: bool = False
    switched_off_line: bool = False
    ticket_held: bool = False
    presenter_jammed: bool = False

    @property
    def in_error(self) -> bool:
        """Whether something is stuck."""
        return self.cutter_jammed or self.presenter_jammed


def halted(sensors: Sensors, roll: Roll) -> bool:
    """Return whether the printer is off line."""
    return sensors.cover_open or sensors.in_error or sensors.switched_off_line or roll.out


def real_time(question: int, sensors: Sensors, roll: Roll) -> int:
    """Return the answer to DLE EOT `question` (1 to 4)."""
    match question:
        case 1:
            return 0x12 | (0x08 if halted(sensors, roll) else 0)
        case 2:
            return (
                0x12
                | (0x04 if sensors.cover_open else 0)
                | (0x20 if roll.out else 0)
                | (0x40 if sensors.in_error else 0)
            )
        case 3:
            return 0x12 | (0x08 if sensors.cutter_jammed else 0) | (0x04 if sensors.presenter_jammed else 0)
    return 0x12 | (0x0C if roll.near_end else 0) | (0x60 if roll.out else 0)


def whole_state(sensors: Sensors, roll: Roll) -> bytes:
    """Return the answer to DLE EOT 20, which kiosk printers with a presenter know.

    Six bytes: two of a header, then paper (bit 0 out, bit 2 near its end, bit 5 a ticket held out), user (bit 1 cover),
    recoverable errors (bit 6 paper jam) and errors for the workshop (bit 0 cutter).
    """
    paper = (0x01 if roll.out else 0) | (0x04 if roll.near_end else 0) | (0x20 if sensors.ticket_held else 0)
    return bytes(
        (
            0x10,
            0x0F,
            paper,
            0x02 if sensors.cover_open else 0,
            0x40 if sensors.presenter_jammed else 0,
            0x01 if sensors.cutter_jammed else 0,
        )
    )


def queued_paper(roll: Roll) -> int:
    """Return the answer to GS r 1."""
    return (0x03 if roll.near_end else 0) | (0x0C if roll.out else 0)


def pushed(sensors: Sensors, roll: Roll) -> bytes:
    """Return the four bytes of Automatic Status Back."""
    first = 0x10 | (0x08 if halted(sensors, roll) else 0) | (0x20 if sensors.cover_open else 0)
    second = (0x08 if sensors.cutter_jammed else 0) | (0x04 if sensors.presenter_jammed else 0)
    return bytes((first, second, queued_paper(roll), 0))
