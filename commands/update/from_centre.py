"""Install the release that the centre gives to this hall: download it ahead of time, wait until the hall is closed.

Nothing is installed without the centre's word of this minute: a release that it has stopped stays away from the hall,
also where the file was downloaded before.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import NoReturn

from commands.runtime.hall_code import hall_of
from commands.update.journal import Outcome, read_outcome
from commands.update.release_folder import BusyError, UpdateError
from commands.update.update import Updater
from commands.update.when import reason_to_wait
from common.clock.wall_clock import utc_now
from common.files.durable import DRAFT, sync_folder, write_whole
from common.releases.release_file import system_of, this_system
from common.releases.signature import SignatureError, read_public_keys, signature_of, verify_file
from common.releases.version import order_of
from contracts.centre.releases import MOST_PARTS, PART_BYTES, OfferedRelease, ReleaseResult, ReleaseState
from sync.uplink import HttpUplink
from sync.verdict import UplinkError

DOWNLOADS = "from-centre"
"""Folder of what the centre gave; another one than that of files which a technician brings."""
SPACE = 4
"""Free space on the disk, in sizes of the file: it is unpacked, and the database is copied."""
_DAMAGED = "damaged"
"""File beside a download: the bytes were once not those that the centre named."""
_DIGEST = re.compile(r"[0-9a-f]{64}", re.ASCII)


class _WaitError(Exception):
    """The release cannot be downloaded now; it is tried again, and the message says why."""


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
    if newest is not None:  # also after a power cut, or where the answer to it was lost
        centre.tell_release(newest.version, _result_of(newest))
    folder, system = updater.folder.root / DOWNLOADS, this_system()
    offer = centre.offered_release(system)
    if offer is None or not updater.folder.is_wanted(_order_of(offer), newest):
        shutil.rmtree(folder, ignore_errors=True)
        return None
    report = partial(_report, centre, offer.version)
    try:
        file = _checked(centre, offer, system, folder, keys)
        reason = reason_to_wait(updater.hall.config, utc_now())
        report(ReleaseState.DOWNLOADED, reason)
        if reason:
            updater.tell(f"version {offer.version} waits: {reason}")
            return None
        if centre.offered_release(system) != offer:  # it may have been stopped while it was downloaded
            return None
        outcome = updater.apply(file, keys)
    except BusyError:
        raise
    except _WaitError as error:
        updater.tell(f"version {offer.version} waits: {error}")
        report(ReleaseState.WAITING, str(error))
        return None
    except (UpdateError, SignatureError, OSError) as error:
        shutil.rmtree(folder, ignore_errors=True)
        report(ReleaseState.FAILED, str(error))
        raise UpdateError(str(error)) from error
    shutil.rmtree(folder, ignore_errors=True)
    centre.tell_release(outcome.version, _result_of(outcome))
    return outcome


def _order_of(offer: OfferedRelease) -> tuple[int, ...]:
    """Return the order of an offered version; raise UplinkError for an offer that no centre makes."""
    try:
        system_of(offer.name)  # a plain name: it becomes one of a file
        if not (_DIGEST.fullmatch(offer.digest) and 0 < offer.parts <= MOST_PARTS and offer.size > 0):
            raise ValueError("its file has no digest or size")
        return order_of(offer.version)
    except ValueError as error:
        raise UplinkError(f"the centre's offer cannot be used: {error}") from error


def _checked(centre: HttpUplink, offer: OfferedRelease, system: str, folder: Path, keys: Path) -> Path:
    """Return the downloaded file, whose signature is good.

    Raise _WaitError for a fault of this machine or of this download alone, UplinkError where the centre gives no more,
    UpdateError or SignatureError for a file that may not be installed.
    """
    try:
        free = shutil.disk_usage(folder.parent).free
        if free < SPACE * offer.size:
            needed = SPACE * offer.size // 10**6
            raise _WaitError(f"the disk has {free // 10**6} MB free: {needed} are needed")
        known = read_public_keys(keys)
        file = _downloaded(centre, offer, system, folder)
    except (SignatureError, OSError) as error:
        raise _WaitError(str(error)) from error
    verify_file(file, known)
    return file


def _downloaded(centre: HttpUplink, offer: OfferedRelease, system: str, folder: Path) -> Path:
    """Return the whole file with its signature beside it; a download that was cut off goes on where it was.

    Where the bytes are not those that the centre named, they are removed: _WaitError, and UpdateError the second time.
    """
    mine = folder / offer.digest
    file = mine / offer.name
    if file.exists():
        return file
    for other in folder.glob("*"):
        if other != mine:
            shutil.rmtree(other)
    mine.mkdir(parents=True, exist_ok=True)
    draft = mine / f"{offer.name}{DRAFT}"
    with draft.open("ab") as out:
        begun = min(out.tell() // PART_BYTES, offer.parts)
        out.truncate(begun * PART_BYTES)
        for part in range(begun, offer.parts):
            out.write(centre.release_part(offer.version, system, part))
            out.flush()
            os.fsync(out.fileno())  # its length counts after a power cut
    with draft.open("rb") as content:
        digest = hashlib.file_digest(content, "sha256").hexdigest()
    if digest != offer.digest:
        _remove_damaged(draft, mine / _DAMAGED, offer.name)
    write_whole(signature_of(file), offer.signature + "\n", mode=0o644)
    draft.replace(file)
    sync_folder(mine)
    return file


def _remove_damaged(draft: Path, mark: Path, name: str) -> NoReturn:
    draft.unlink()
    problem = f"{name} is not the file that the centre names: it came damaged or was changed there"
    if mark.exists():
        raise UpdateError(problem)
    mark.touch()
    raise _WaitError(f"{problem}. It is downloaded once more")


def _report(centre: HttpUplink, version: str, state: ReleaseState, problem: str) -> None:
    centre.tell_release(version, ReleaseResult(state, utc_now(), _one_line(problem)))


def _result_of(outcome: Outcome) -> ReleaseResult:
    state = ReleaseState.UPDATED if outcome.state == "good" else ReleaseState.FAILED
    return ReleaseResult(state, datetime.fromisoformat(outcome.at), _one_line(outcome.reason))


def _one_line(text: str) -> str:
    """Return a sentence without the letters that no message may have: it may be what another program printed."""
    return "".join(letter if letter.isprintable() else " " for letter in text).strip()
