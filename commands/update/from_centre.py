"""Install the release that the centre gives to this hall: download it ahead of time, wait until the hall is closed.

Nothing is installed without the centre's word of this minute: a release that it has stopped stays away from the hall,
also where the file was downloaded before.
"""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path

from commands.runtime.hall_code import hall_of
from commands.update.download import WaitError, downloaded_and_checked, order_of_offer
from commands.update.journal import Outcome, read_outcome
from commands.update.problem import AlreadyThereError, BusyError, UpdateError, problem_of
from commands.update.result import result_now, standing_result
from commands.update.update import Updater
from commands.update.when import reason_to_wait
from common.clock.wall_clock import utc_now
from common.releases.release_file import this_system
from common.releases.signature import SignatureError
from contracts.centre.releases import OfferedRelease, ReleaseState
from sync.uplink import HttpUplink
from sync.verdict import UplinkError

DOWNLOADS = "from-centre"
"""Folder of what the centre gave; another one than that of files which a technician brings."""


def install_from_centre(updater: Updater, keys: Path) -> Outcome | None:
    """Bring this hall to the release that the centre gives it; None where there is nothing to do now.

    Raise UpdateError where the release is refused; the centre knows it then.
    """
    config = updater.hall.config
    if not config.centre:
        raise UpdateError("the settings name no centre: set `centre` and `centre_token_file`")
    centre = HttpUplink(config.centre, hall_of(config), config.token_of_centre(), ca=config.ca_of_centre)
    try:
        return _install(updater, centre, keys)
    except UplinkError as error:
        updater.tell(f"nothing is done now: {error}")
        return None
    finally:
        centre.close()


def _install(updater: Updater, centre: HttpUplink, keys: Path) -> Outcome | None:
    newest = read_outcome(updater.folder.root)
    folder, system = updater.folder.root / DOWNLOADS, this_system()
    offer = centre.offered_release(system)
    standing = standing_result(updater.folder, newest, offer)
    if standing is not None:  # also after a power cut, or where the answer to it was lost
        centre.tell_release(*standing)
    if offer is None or not updater.folder.is_wanted(_order_of(offer), newest):
        shutil.rmtree(folder, ignore_errors=True)
        return None
    try:
        file = downloaded_and_checked(offer, partial(centre.release_part, offer.version, system), folder, keys)
        wait = reason_to_wait(updater.hall.config, utc_now())
        centre.tell_release(offer.version, result_now(ReleaseState.DOWNLOADED, wait))
        if wait:
            updater.tell(f"version {offer.version} waits: {wait.text}")
            return None
        if centre.offered_release(system) != offer:  # it may have been stopped while it was downloaded
            return None
        outcome = updater.apply(file, keys)
    except BusyError:
        raise
    except AlreadyThereError:  # somebody has installed it meanwhile
        shutil.rmtree(folder, ignore_errors=True)
        centre.tell_release(offer.version, result_now(ReleaseState.UPDATED, None))
        return None
    except WaitError as error:
        updater.tell(f"version {offer.version} waits: {error}")
        centre.tell_release(offer.version, result_now(ReleaseState.WAITING, error.problem))
        return None
    except (UpdateError, SignatureError, OSError) as error:
        shutil.rmtree(folder, ignore_errors=True)
        centre.tell_release(offer.version, result_now(ReleaseState.FAILED, problem_of(error)))
        raise UpdateError(str(error)) from error
    shutil.rmtree(folder, ignore_errors=True)
    ended = standing_result(updater.folder, outcome, offer)
    if ended is not None:
        centre.tell_release(*ended)
    return outcome


def _order_of(offer: OfferedRelease) -> tuple[int, ...]:
    """Return the order of an offered version; raise UplinkError for an offer that no centre makes."""
    try:
        return order_of_offer(offer)
    except ValueError as error:
        raise UplinkError(f"the centre's offer cannot be used: {error}") from error
