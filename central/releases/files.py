"""Keep signed release files at the centre: taken in whole, checked as they lie here, and read in parts."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine, delete, insert, select

from central.audit.staff_acts import note
from central.errors import BodyError, NotFoundError
from central.releases.plan import NOBODY, RolloutState
from central.releases.rollout import askable
from central.store.tables.downlink import release, release_file, release_result
from common.files.durable import DRAFT, sync_folder
from common.releases.release_file import system_of, version_in, version_named
from common.releases.signature import PublicKey, SignatureError, signature_of, verify_file
from contracts.releases import MOST_PARTS, PART_BYTES
from contracts.words.releases import ReleaseState

FOLDER = "releases"
"""Folder of the files in the centre's data."""
MOST_BYTES = MOST_PARTS * PART_BYTES


def add_file(
    engine: Engine, folder: Path, source: Path, keys: Sequence[PublicKey], *, by: str, now: datetime
) -> tuple[str, str]:
    """Keep a release file and its signature, and return its version and system; BodyError where it is refused.

    The file is copied piece by piece, and checked as it lies at the centre.
    """
    try:
        system_of(source.name)
        size = source.stat().st_size
        if size > MOST_BYTES:
            raise BodyError("release_too_large", f"{source.name} has {size:,} bytes, more than {MOST_BYTES:,}")
        folder.mkdir(parents=True, exist_ok=True)
        draft = folder / f"{source.name}{DRAFT}"
        try:
            shutil.copyfile(source, draft)
            shutil.copyfile(signature_of(source), signature_of(draft))
            verify_file(draft, keys)
            return take_in(engine, draft, folder / source.name, by=by, now=now)
        finally:
            for part in (draft, signature_of(draft)):
                part.unlink(missing_ok=True)
    except (SignatureError, ValueError, OSError) as error:
        raise BodyError("release_refused", str(error).replace(DRAFT, "")) from error


def take_in(engine: Engine, draft: Path, file: Path, *, by: str, now: datetime) -> tuple[str, str]:
    """Keep a draft at the centre whose signature was checked as `file`, and return its version and system.

    BodyError where it is refused; the draft is not copied, and stays then.
    """
    try:
        version, system = version_in(draft), system_of(file.name)
        if version != version_named(file.name):  # it would replace the file of that one
            raise BodyError("release_refused", f"{file.name} holds version {version}: name it after that")
        _enter(engine, draft, file, (version, system), by=by, now=now)
    except (ValueError, OSError) as error:
        raise BodyError("release_refused", str(error).replace(DRAFT, "")) from error
    return version, system


def _enter(engine: Engine, draft: Path, file: Path, made: tuple[str, str], *, by: str, now: datetime) -> None:
    """Put a checked file in its place, and write down that it is here."""
    version, system = made
    with engine.begin() as connection, draft.open("rb+") as content:
        kept = select(release_file.c.name).where(release_file.c.version == version, release_file.c.system == system)
        if connection.execute(kept).first() is not None:
            raise BodyError("release_kept", f"the centre has version {version} for {system} already", status=409)
        if connection.execute(select(release.c.version).where(release.c.version == version)).first() is None:
            row = {"state": RolloutState.NEW, "open_group": NOBODY, "reason": "", "reason_code": ""}
            connection.execute(insert(release).values(version=version, **row, added_by=by, added_at=now))
        digest = hashlib.file_digest(content, "sha256").hexdigest()
        signature = signature_of(draft).read_text(encoding="ascii").strip()
        row = {"name": file.name, "size": draft.stat().st_size, "digest": digest, "signature": signature}
        connection.execute(insert(release_file).values(version=version, system=system, **row))
        note(connection, "release_added", who=by, now=now, hall_id=None, detail=f"{version}, {system}")
        os.fsync(content.fileno())
        draft.replace(file)
        sync_folder(file.parent)


def remove_release(engine: Engine, folder: Path, version: str, *, by: str, now: datetime) -> None:
    """Remove a release that no hall gets now, with its files; CentralError where that may not be.

    Failures stay: the halls report them again, and they are no reason to stop the version when it is added again.
    """
    with engine.begin() as connection:
        mine = select(release.c.state).where(release.c.version == askable(version)).with_for_update()
        state = connection.execute(mine).scalar()
        if state is None:
            raise NotFoundError("release_unknown", f"the centre has no version {version!r:.60}")
        if state in {RolloutState.ROLLING, RolloutState.PAUSED}:
            raise BodyError("release_rolling", f"stop version {version} first: halls get it", status=409)
        names = connection.execute(select(release_file.c.name).where(release_file.c.version == version)).scalars().all()
        ended = (release_result.c.version == version, release_result.c.state != ReleaseState.FAILED)
        connection.execute(delete(release_result).where(*ended))
        for table in (release_file, release):
            connection.execute(delete(table).where(table.c.version == version))
        note(connection, "release_removed", who=by, now=now, hall_id=None, detail=version)
    for name in names:
        (folder / name).unlink(missing_ok=True)


def read_part(folder: Path, name: str, size: int, part: int) -> bytes:
    """Return one part of a file; NotFoundError where the file does not lie here whole."""
    try:
        with (folder / name).open("rb") as content:
            content.seek(part * PART_BYTES)
            read = content.read(PART_BYTES)
    except OSError as error:
        raise NotFoundError("release_file_missing", f"{name} cannot be read at the centre: {error.strerror}") from error
    if len(read) != max(0, min(PART_BYTES, size - part * PART_BYTES)) or not read:
        raise NotFoundError("release_file_missing", f"{name} has no part {part}")
    return read
