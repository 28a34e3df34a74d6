"""Download a release file in parts, and check it; what is cut off goes on where it was, what is damaged comes again."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from commands.update.problem import DamagedError, Problem
from common.files.durable import DRAFT, sync_folder, write_whole
from common.releases.order import order_of
from common.releases.release_file import system_of
from common.releases.signature import SignatureError, read_public_keys, signature_of, verify_file
from contracts.releases import MOST_PARTS, PART_BYTES, OfferedRelease
from contracts.words.releases import ReleaseProblem

SPACE = 4
"""Free space on the disk, in sizes of the file: it is unpacked, and the database is copied."""
_DAMAGED = "damaged"
"""File beside a download: the bytes were once not those that were named."""
_DIGEST = re.compile(r"[0-9a-f]{64}", re.ASCII)

Parts = Callable[[int], bytes]
"""Returns one part of the file."""


class WaitError(Exception):
    """The release cannot be downloaded now; it is tried again, and `problem` says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.text)
        self.problem = problem


def order_of_offer(offer: OfferedRelease) -> tuple[int, ...]:
    """Return the order of an offered version; raise ValueError for an offer that nobody honest makes."""
    system_of(offer.name)  # a plain name: it becomes one of a file
    if not (_DIGEST.fullmatch(offer.digest) and 0 < offer.parts <= MOST_PARTS and offer.size > 0):
        raise ValueError("its file has no digest or size")
    return order_of(offer.version)


def downloaded_and_checked(offer: OfferedRelease, parts: Parts, folder: Path, keys: Path) -> Path:
    """Return the downloaded file, whose signature is good.

    Raise WaitError for a fault of this machine or of this download alone, UpdateError or SignatureError for a file that
    may not be installed, and what `parts` raises.
    """
    try:
        free = shutil.disk_usage(folder.parent).free
        if free < SPACE * offer.size:
            needed = SPACE * offer.size // 10**6
            text = f"the disk has {free // 10**6} MB free: {needed} are needed"
            raise WaitError(Problem(ReleaseProblem.NO_SPACE, text))
        known = read_public_keys(keys)
        file = _downloaded(offer, parts, folder)
    except SignatureError as error:
        raise WaitError(Problem(ReleaseProblem.NO_KEY, str(error))) from error
    except OSError as error:
        raise WaitError(Problem(ReleaseProblem.MACHINE, str(error))) from error
    verify_file(file, known)
    return file


def _downloaded(offer: OfferedRelease, parts: Parts, folder: Path) -> Path:
    """Return the whole file with its signature beside it; a download that was cut off goes on where it was.

    Where the bytes are not those that were named, they are removed: WaitError, and DamagedError the second time.
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
            out.write(parts(part))
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
    problem = f"{name} is not the file that was offered: it came damaged or was changed there"
    if mark.exists():
        raise DamagedError(problem)
    mark.touch()
    raise WaitError(Problem(ReleaseProblem.DAMAGED, f"{problem}. It is downloaded once more"))
