"""Keep a release file that a technician brings to a hall, so that the hall's devices get it."""

from __future__ import annotations

import hashlib
from math import ceil
from pathlib import Path

from commands.update.problem import OlderError, UnsignedError, UnusableError
from commands.update.release_folder import CURRENT, ReleaseFolder
from common.releases.order import is_at_least
from common.releases.release_file import system_of, version_in, version_named
from common.releases.signature import SignatureError, read_public_keys, signature_of, verify_file
from contracts.releases import PART_BYTES, OfferedRelease
from hall.devices.store.release_files import TECHNICIAN, ReleaseFiles


def keep_for_devices(folder: ReleaseFolder, files: ReleaseFiles, file: Path, keys: Path) -> OfferedRelease:
    """Check a file and keep it for the devices of this hall; raise UpdateError where it is refused."""
    try:
        verify_file(file, read_public_keys(keys))
    except SignatureError as error:
        raise UnsignedError(str(error)) from error
    try:
        system_of(file.name)
        version = version_in(file)
        if version != version_named(file.name):
            raise ValueError(f"{file.name} holds version {version}: name it after that")
    except ValueError as error:
        raise UnusableError(str(error)) from error
    if not is_at_least(folder.linked(CURRENT), version):
        raise OlderError(f"this hall is not updated to version {version} yet: update it first, then its devices")
    with file.open("rb") as content:
        digest = hashlib.file_digest(content, "sha256").hexdigest()
    size, signature = file.stat().st_size, signature_of(file).read_text(encoding="ascii").strip()
    offer = OfferedRelease(version, file.name, size, ceil(size / PART_BYTES), digest, signature)
    files.keep(file, offer, TECHNICIAN)
    return offer
