"""Install the release that a source offers: download it ahead of time, wait until the hall is closed, tell the end.

Nothing is installed without the source's word of this minute: a release that was stopped stays away from the machine,
also where the file was downloaded before.
"""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path

from commands.update.journal import Outcome, read_outcome
from commands.update.problem import AlreadyThereError, BusyError, UpdateError, problem_of
from commands.update.release_folder import CURRENT
from commands.update.sources.download import WaitError, downloaded_and_checked, order_of_offer
from commands.update.sources.result import result_now, standing_result
from commands.update.sources.source import AwayError, Source
from commands.update.update import Updater
from common.releases.signature import SignatureError
from contracts.releases import OfferedRelease
from contracts.words.releases import ReleaseState


def install_offered(updater: Updater, source: Source, folder: Path, keys: Path) -> Outcome | None:
    """Bring this machine to the release that the source gives it; None where there is nothing to do now.

    `folder` is for downloads. Raise UpdateError where the release is refused; the source knows it then.
    """
    try:
        return _install(updater, source, folder, keys)
    except AwayError as error:
        updater.tell(f"nothing is done now: {error}")
        return None


def _install(updater: Updater, source: Source, folder: Path, keys: Path) -> Outcome | None:
    offer = source.offer()
    _tell_standing(updater, source, offer)
    if offer is None or not updater.folder.is_wanted(_order_of(offer), read_outcome(updater.folder.root)):
        shutil.rmtree(folder, ignore_errors=True)
        return None
    try:
        outcome = _apply(updater, source, offer, folder, keys)
    except BusyError:
        raise
    except WaitError as error:
        updater.tell(f"version {offer.version} waits: {error}")
        source.tell(offer.version, result_now(ReleaseState.WAITING, error.problem))
        return None
    except (UpdateError, SignatureError, OSError) as error:
        shutil.rmtree(folder, ignore_errors=True)
        source.tell(offer.version, result_now(ReleaseState.FAILED, problem_of(error)))
        raise UpdateError(str(error)) from error
    if outcome is not None:
        _tell_standing(updater, source, offer)
    return outcome


def _apply(updater: Updater, source: Source, offer: OfferedRelease, folder: Path, keys: Path) -> Outcome | None:
    file = downloaded_and_checked(offer, partial(source.part, offer), folder, keys)
    wait = source.why_wait()
    source.tell(offer.version, result_now(ReleaseState.DOWNLOADED, wait))
    if wait:
        updater.tell(f"version {offer.version} waits: {wait.text}")
        return None
    if source.offer() != offer:  # it may have been stopped while it was downloaded
        return None
    try:
        return updater.apply(file, keys)
    except AlreadyThereError:  # somebody has installed it meanwhile
        source.tell(offer.version, result_now(ReleaseState.UPDATED, None))
        return None


def _tell_standing(updater: Updater, source: Source, offer: OfferedRelease | None) -> None:
    """Tell how the newest update ended, also after a power cut, or where the answer to it was lost."""
    if offer is not None:
        version: str | None = offer.version
    else:
        version = updater.folder.linked(CURRENT) if source.hears_all else None
    standing = standing_result(updater.folder, read_outcome(updater.folder.root), version)
    if standing is not None:
        source.tell(*standing)


def _order_of(offer: OfferedRelease) -> tuple[int, ...]:
    """Return the order of an offered version; raise AwayError for an offer that nobody honest makes."""
    try:
        return order_of_offer(offer)
    except ValueError as error:
        raise AwayError(f"the offer of a release cannot be used: {error}") from error
