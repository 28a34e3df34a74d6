"""Update a hall from the centre, and keep what the centre gives to the hall's devices."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.exc import DBAPIError

from commands.runtime.hall_code import hall_of
from commands.update.journal import Outcome
from commands.update.problem import Problem, UpdateError
from commands.update.release_folder import CURRENT
from commands.update.sources.download import WaitError, downloaded_and_checked
from commands.update.sources.offered import install_offered
from commands.update.sources.source import AwayError
from commands.update.update import Updater
from commands.update.when import reason_to_wait
from common.clock.wall_clock import utc_now
from common.releases.order import is_at_least
from common.releases.release_file import this_system
from common.releases.signature import SignatureError
from contracts.releases import OfferedRelease, ReleaseResult
from hall.config import HallConfig
from hall.devices.store.release_files import CENTRE, ReleaseFiles
from hall.platform.db.engine import StoreError, open_for_reads
from hall.platform.db.tables.kept import device
from sync.uplink import HttpUplink
from sync.verdict import UplinkError

DOWNLOADS = "from-centre"
"""Folder of what the centre gave; another one than that of files which a technician brings."""

FOR_DEVICES = "from-centre-for-devices"
"""Folder of downloads that only devices need."""


@dataclass(frozen=True)
class CentreSource:
    """The centre, as one hall asks it for the file of one system."""

    centre: HttpUplink
    config: HallConfig
    system: str
    hears_all: bool = False

    def offer(self) -> OfferedRelease | None:
        """Return the release that this hall should have now, or None."""
        with _as_away():
            return self.centre.offered_release(self.system)

    def why_wait(self) -> Problem | None:
        """Return why the hall may not be updated now, or None."""
        return reason_to_wait(self.config, utc_now())

    def part(self, offer: OfferedRelease, part: int) -> bytes:
        """Return a part of the file."""
        with _as_away():
            return self.centre.release_part(offer.version, self.system, part)

    def tell(self, version: str, result: ReleaseResult) -> None:
        """Say how far a release is in the hall."""
        self.centre.tell_release(version, result)


@contextmanager
def _as_away() -> Iterator[None]:
    try:
        yield
    except UplinkError as error:
        raise AwayError(str(error)) from error


def install_from_centre(updater: Updater, config: HallConfig, keys: Path) -> Outcome | None:
    """Bring this hall to the release that the centre gives it; None where there is nothing to do now.

    Raise UpdateError where the release is refused; the centre knows it then.
    """
    if not config.centre:
        raise UpdateError("the settings name no centre: set `centre` and `centre_token_file`")
    centre = HttpUplink(config.centre, hall_of(config), config.token_of_centre(), ca=config.ca_of_centre)
    folder = updater.folder.root / DOWNLOADS
    try:
        outcome = install_offered(updater, CentreSource(centre, config, this_system()), folder, keys)
        _keep_for_devices(updater, centre, config, keys)
        if outcome is not None:
            shutil.rmtree(folder, ignore_errors=True)
        return outcome
    finally:
        centre.close()


def _keep_for_devices(updater: Updater, centre: HttpUplink, config: HallConfig, keys: Path) -> None:
    """Keep what the centre gives now and the hall has already, for each system of its devices; remove what it stopped.

    A fault is said and tried again: the hall itself is up to date.
    """
    files, root = ReleaseFiles(config.device_releases), updater.folder.root
    for system in _systems_of_devices(config):
        source = CentreSource(centre, config, system)
        try:
            offer = source.offer()
            if offer is None or not is_at_least(updater.folder.linked(CURRENT), offer.version):
                files.drop(CENTRE, system)
            elif not files.confirm(offer):
                just_installed = root / DOWNLOADS / offer.digest / offer.name
                folder = root / (DOWNLOADS if just_installed.exists() else FOR_DEVICES)
                file = downloaded_and_checked(offer, partial(source.part, offer), folder, keys)
                files.keep(file, offer, CENTRE)
                shutil.rmtree(folder)
                updater.tell(f"version {offer.version} for {system} is here for the devices of this hall")
        except (AwayError, WaitError, UpdateError, SignatureError, ValueError, OSError) as error:
            updater.tell(f"the devices get nothing new now: {error}")


def _systems_of_devices(config: HallConfig) -> list[str]:
    """Return the systems that devices of this hall have named."""
    try:
        engine = open_for_reads(config.database_url)
    except StoreError:
        return []
    try:
        with engine.connect() as connection:
            named = select(device.c.system).where(device.c.system.is_not(None), device.c.revoked_at.is_(None))
            return sorted(connection.execute(named.distinct()).scalars())
    except DBAPIError:
        return []
    finally:
        engine.dispose()
