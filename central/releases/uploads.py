"""Take a release file in from a browser, in parts: it counts only once its signature is checked."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import Engine, select

from central.audit.staff_acts import note
from central.errors import BodyError
from central.releases.files import FOLDER, MOST_BYTES, take_in
from central.store.tables.downlink import release_file
from common.files.durable import DRAFT
from common.releases.release_file import system_of, version_named
from common.releases.signature import PublicKey, SignatureError, read_public_keys, signature_of, verify_file
from contracts.releases import PART_BYTES

UPLOADS = "uploads"
"""Folder of what has not been checked yet, beside the releases that have."""
LEFT_FREE = 512 * 1024 * 1024
"""Bytes that an upload leaves free on the disk."""
ABANDONED = timedelta(days=1)
SIGNATURE_CHARACTERS = 200


def check_wanted(engine: Engine, name: str, keys: Path) -> None:
    """Raise BodyError for a file that would be refused when it has come, so that nobody sends it in vain."""
    _check_name(name)
    _known_keys(keys)
    _check_new(engine, name)


def put_part(data: Path, name: str, part: int, content: bytes, *, size: int, now: datetime) -> None:
    """Write one part of a file of `size` bytes to the disk; part 0 begins, and the same part again changes nothing."""
    _check_name(name)
    if size <= 0:
        raise BodyError("release_empty", f"{name} is empty")
    if size > MOST_BYTES:
        raise BodyError("release_too_large", f"{name} has {size:,} bytes: 1 to {MOST_BYTES:,} are taken", status=413)
    begins = part * PART_BYTES
    if len(content) != min(PART_BYTES, size - begins):
        raise BodyError("part_wrong", f"part {part} of {name} has {len(content):,} bytes: it was cut or changed")
    folder = data / FOLDER / UPLOADS
    folder.mkdir(parents=True, exist_ok=True)
    if part == 0:
        _remove_abandoned(folder, now)
    needed = size - begins + LEFT_FREE
    if (free := shutil.disk_usage(folder).free) < needed:
        detail = f"the centre's disk has {free // 10**6:,} MB free, {needed // 10**6:,} are needed"
        raise BodyError("release_no_space", detail, status=507)
    draft = folder / f"{name}{DRAFT}"
    if part and (not draft.exists() or draft.stat().st_size < begins):
        raise BodyError("part_missing", f"part {part} of {name} came before the one in front of it", status=409)
    with draft.open("r+b" if part else "wb") as target:
        target.seek(begins)
        target.write(content)
        target.truncate()


def finish(
    engine: Engine, data: Path, name: str, signature: str, keys: Path, *, by: str, now: datetime
) -> tuple[str, str]:
    """Check an uploaded file and keep it, and return its version and system; BodyError where it is refused.

    A refused file is removed, and the act is written down with its doer.
    """
    _check_name(name)
    folder = data / FOLDER / UPLOADS
    draft, file = folder / f"{name}{DRAFT}", folder / name
    if not draft.exists():
        raise BodyError("part_missing", f"no part of {name} has come", status=409)
    draft.replace(file)
    try:
        signature_of(file).write_text(signature[:SIGNATURE_CHARACTERS], encoding="utf-8")
        _check_signature(file, _known_keys(keys))
        return take_in(engine, file, data / FOLDER / name, by=by, now=now)
    except BodyError as error:
        with engine.begin() as connection:
            note(connection, "release_refused", who=by, now=now, hall_id=None, detail=f"{name}: {error.code}")
        raise
    finally:
        for one in (file, signature_of(file)):
            one.unlink(missing_ok=True)


def _check_name(name: str) -> None:
    """Raise BodyError for a name that no release file has; such a name also leads out of no folder."""
    try:
        system_of(name)
    except ValueError as error:
        raise BodyError("release_name_wrong", str(error)) from error


def _known_keys(folder: Path) -> Sequence[PublicKey]:
    try:
        return read_public_keys(folder)
    except SignatureError as error:
        raise BodyError("release_keys_missing", str(error), status=409) from error


def _check_signature(file: Path, keys: Sequence[PublicKey]) -> None:
    try:
        verify_file(file, keys)
    except SignatureError as error:
        raise BodyError("release_not_signed", str(error)) from error


def _check_new(engine: Engine, name: str) -> None:
    """Raise BodyError where the centre has this version for this system."""
    version, system = version_named(name), system_of(name)
    mine = select(release_file.c.name).where(release_file.c.version == version, release_file.c.system == system)
    with engine.connect().execution_options(read_only=True) as connection:
        if connection.execute(mine).first() is not None:
            raise BodyError("release_kept", f"the centre has version {version} for {system} already", status=409)


def _remove_abandoned(folder: Path, now: datetime) -> None:
    """Remove what uploads that broke off have left."""
    oldest = (now - ABANDONED).timestamp()
    for one in folder.iterdir():
        if one.stat().st_mtime < oldest:
            one.unlink(missing_ok=True)
