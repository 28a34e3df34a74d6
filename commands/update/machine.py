"""Which program a machine updates: the hall service, a kiosk, a board or an agent's PC."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path

from commands.runtime.installed import installed_programs
from commands.update.device_unit import CounterUnit, ScreenUnit
from commands.update.hall_unit import HallUnit
from commands.update.problem import UpdateError
from commands.update.release_folder import ReleaseFolder
from commands.update.sources.from_hall import HallSource, hall_of_device
from commands.update.update import Unit
from common.configuration.parser import default_file
from common.releases.release_file import this_system
from hall.config import HallConfig, config_from

HALL = "hall"
DEVICES = ("kiosk", "board", "counter")


@dataclass(frozen=True)
class Machine:
    """What is updated, and who says when: the hall's database, or the hall of a device."""

    unit: Unit
    config: HallConfig | None = None
    hall: HallSource | None = None

    def own_hall(self) -> HallConfig:
        """Return the settings of this machine's hall; raise UpdateError on a device."""
        if self.config is None:
            raise UpdateError("this machine is a device: it is updated with --from-hall, or with a file")
        return self.config

    def hall_of_device(self) -> HallSource:
        """Return the hall of this device; raise UpdateError on the hall's own machine."""
        if self.hall is None:
            raise UpdateError("this machine has the hall service: it is updated with --from-centre, or with a file")
        return self.hall


def machine_of(given: argparse.Namespace) -> Machine:
    """Return what the options name, else what the packages of this machine have installed."""
    kind = given.device or _installed()
    settings: Path = given.config or default_file(kind)
    if kind == HALL:
        config = config_from(["--config", str(settings)])
        unit = given.unit or "dawr-hall"
        hall = HallUnit(config, settings.resolve(), given.control, unit, given.start_s, given.healthy_s)
        return Machine(hall, config=config)
    if given.recover:  # nothing is asked and nothing is started: the service manager does that afterwards
        return Machine(CounterUnit(ReleaseFolder(given.root)))
    source = hall_of_device(settings, kind, this_system())
    if kind == "counter":
        return Machine(CounterUnit(ReleaseFolder(given.root)), hall=source)
    unit = given.unit or f"dawr-{kind}"
    return Machine(ScreenUnit(source, given.control, unit, given.start_s, given.healthy_s), hall=source)


def _installed() -> str:
    programs = installed_programs()
    return next((kind for kind in (HALL, *DEVICES) if kind in programs), HALL)
