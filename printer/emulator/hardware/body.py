"""What a person handles of the printer: roll, cover, knife and the ticket it holds out."""

from __future__ import annotations

from printer.emulator.hardware.build import Build
from printer.emulator.hardware.paper import Roll, Sheet
from printer.emulator.hardware.presenter import Presenter
from printer.emulator.hardware.sensors import Sensors
from printer.profiles import DOTS_PER_MM


class Body:
    """The parts of a printer that open, run out and jam."""

    def __init__(self, build: Build) -> None:
        self.build = build
        self.roll = Roll(build.paper_dots or build.dots, _dots(build.roll_mm), near_end_dots=_dots(build.near_end_mm))
        self.sensors = Sensors()
        self.presenter = Presenter(self.roll)

    def open_cover(self) -> None:
        """Open the cover: the printer stops where it is."""
        self.sensors.cover_open = True
        self._changed()

    def close_cover(self) -> None:
        """Close the cover: the printer goes on where it stopped."""
        self.sensors.cover_open = False
        self._changed()

    def cut_paper_short(self, left_mm: float) -> None:
        """Leave this much paper on the roll."""
        self.roll.left_dots = _dots(left_mm)
        self._changed()

    def refill(self, roll_mm: float | None = None, *, paper_dots: int | None = None) -> None:
        """Put in a new roll; `paper_dots` of another width than the head's is the wrong roll."""
        self.roll.replace(_dots(self.build.roll_mm if roll_mm is None else roll_mm))
        self.roll.dots = paper_dots or self.build.dots
        self._changed()

    def tear_off(self) -> None:
        """Tear off what hangs out, as an impatient visitor does."""
        self.roll.tear()

    def take_ticket(self) -> Sheet | None:
        """Take the ticket that the presenter holds out."""
        taken = self.presenter.take()
        self._changed()
        return taken

    def jam_cutter(self) -> None:
        """Block the knife: the printer stops until `free_jams`, or until the host asks it to recover."""
        self.sensors.cutter_jammed = True
        self._changed()

    def free_jams(self) -> None:
        """Pull out all that is stuck."""
        self.sensors.cutter_jammed = False
        self.presenter.free()
        self._changed()

    def _changed(self) -> None:
        """Have the sensors see what was done."""
        self.sensors.ticket_held, self.sensors.presenter_jammed = self.presenter.holds, self.presenter.jammed


def _dots(length_mm: float) -> int:
    return int(length_mm * DOTS_PER_MM)
