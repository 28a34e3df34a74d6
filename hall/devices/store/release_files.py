"""Release files that the hall has for its devices: root puts them there, checked; the hall service only reads them.

Each file lies with its signature in the folder of who gave it, beside a `.json` with its offer, written last.
"""

from __future__ import annotations

import json
import os
import shutil
import time
from dataclasses import dataclass
from pathlib import Path

from common.files.durable import DRAFT, remove_drafts, sync_folder, write_whole
from common.releases.order import is_at_least, order_of
from common.releases.release_file import system_of
from common.releases.signature import signature_of
from contracts.codec.reader import ContractError, from_json, to_json
from contracts.releases import PART_BYTES, OfferedRelease
from hall.platform.web.dependencies import DependencyKey

CENTRE, TECHNICIAN = "centre", "technician"
"""The folders: what the centre gives, and what a technician has brought."""
CONFIRMED_S = 1800
"""The centre's word of this minute counts for a while: a stop must reach a hall that was cut off before its devices."""
_OFFER = ".json"


@dataclass(frozen=True)
class ReleaseFiles:
    """`folder` (`/opt/dawr/for-devices`); one that is not there holds nothing."""

    folder: Path

    def keep(self, file: Path, offer: OfferedRelease, giver: str) -> None:
        """Put a checked file in the place of what this giver gave for the same system before.

        The offer is gone while the file is written, and the file is on the disk before the offer is.
        """
        place = self.folder / giver
        place.mkdir(parents=True, exist_ok=True)
        remove_drafts(place)
        system = system_of(offer.name)
        for old in place.glob(f"*{_OFFER}"):
            if system_of(old.name.removesuffix(_OFFER)) == system and old.name != offer.name + _OFFER:
                self._remove(old)
        target, mark = place / offer.name, place / (offer.name + _OFFER)
        if file != target:
            mark.unlink(missing_ok=True)
            _copy_whole(signature_of(file), signature_of(target))
            _copy_whole(file, target)
        write_whole(mark, json.dumps(to_json(offer)) + "\n", mode=0o644)

    def confirm(self, offer: OfferedRelease) -> bool:
        """Note that the centre gives a release at this moment; return whether its whole file is here."""
        file = self.folder / CENTRE / offer.name
        mark = file.with_name(offer.name + _OFFER)
        if _read(mark) != offer or not file.exists() or file.stat().st_size != offer.size:
            return False
        write_whole(mark, json.dumps(to_json(offer)) + "\n", mode=0o644)
        return True

    def drop(self, giver: str, system: str | None = None) -> None:
        """Remove what a giver gave, for one system or for all."""
        for mark in (self.folder / giver).glob(f"*{_OFFER}"):
            if system in {None, system_of(mark.name.removesuffix(_OFFER))}:
                self._remove(mark)

    def offered(self, system: str, hall_version: str) -> OfferedRelease | None:
        """Return the newest release for a system that is no newer than the hall; None where there is none."""
        found = [offer for offer in self._offers() if system_of(offer.name) == system]
        fit = [offer for offer in found if is_at_least(hall_version, offer.version)]
        return max(fit, key=lambda one: order_of(one.version), default=None)

    def offers(self, version: str) -> bool:
        """Return whether a version is offered, for any system."""
        return any(offer.version == version for offer in self._offers())

    def read_part(self, offer: OfferedRelease, part: int) -> bytes:
        """Return one part of an offered file; raise OSError where it is not here whole."""
        for giver in (TECHNICIAN, CENTRE):
            if _read(self.folder / giver / (offer.name + _OFFER)) == offer:
                with (self.folder / giver / offer.name).open("rb") as content:
                    content.seek(part * PART_BYTES)
                    return content.read(PART_BYTES)
        raise FileNotFoundError(offer.name)

    def _offers(self) -> list[OfferedRelease]:
        marks = [*(self.folder / TECHNICIAN).glob(f"*{_OFFER}"), *self._confirmed()]
        return [offer for mark in marks if (offer := _read(mark))]

    def _confirmed(self) -> list[Path]:
        oldest = time.time() - CONFIRMED_S
        return [mark for mark in (self.folder / CENTRE).glob(f"*{_OFFER}") if mark.stat().st_mtime >= oldest]

    def _remove(self, mark: Path) -> None:
        """Remove the offer first: no device is offered a file that is half gone."""
        file = mark.with_name(mark.name.removesuffix(_OFFER))
        for path in (mark, signature_of(file), file):
            path.unlink(missing_ok=True)


def _copy_whole(source: Path, target: Path) -> None:
    """Replace the target by a copy that is on the disk when this returns; a power cut leaves the old file or none."""
    draft = target.with_name(target.name + DRAFT)
    with source.open("rb") as content, draft.open("wb") as copy:
        shutil.copyfileobj(content, copy)
        copy.flush()
        os.fsync(copy.fileno())
    draft.chmod(0o644)
    draft.replace(target)
    sync_folder(target.parent)


def _read(mark: Path) -> OfferedRelease | None:
    try:
        return from_json(OfferedRelease, json.loads(mark.read_text(encoding="utf-8")))
    except (OSError, ValueError, ContractError):
        return None


RELEASE_FILES = DependencyKey[ReleaseFiles]("release_files")
