"""The centre as a place for copies: it keeps the newest one, sealed with the hall's key, which the centre never has."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from contracts.centre.hall_copy import MOST_PARTS, PART_BYTES, HallCopy
from hall.composition.start_checks import KEY_FILE, other_key_files
from hall.config import HallConfig
from hall.platform.db.engine import StoreError
from hall.platform.db.files.copies import COPY
from hall.platform.security.copy_seal import open_copy, seal_copy
from hall.platform.security.secret import HallSecret, SecretError, read_secret
from sync.uplink import HttpUplink
from sync.verdict import UplinkError

CENTRE = "centre"
"""Names this place where a folder or ssh:// could stand."""


class CentrePlace:
    """The copy of one hall at the centre. Only the newest one is there, whatever `kept` says."""

    def __init__(self, config: HallConfig, hall: Callable[[], str]) -> None:
        if not config.centre:
            raise StoreError("the settings name no centre: set `centre` and `centre_token_file`")
        self._config = config
        self._hall = hall

    def bring(self, copy: Path, *, kept: int) -> str:  # noqa: ARG002  # as every place
        """Seal a copy and send it."""
        sealed = seal_copy(copy, self._secret(), self._hall())
        parts = [sealed[start : start + PART_BYTES] for start in range(0, len(sealed), PART_BYTES)]
        if len(parts) > MOST_PARTS:
            raise StoreError(f"the sealed copy has {len(sealed):,} bytes: more than the centre takes")
        with self._uplink() as uplink:
            for number, content in enumerate(parts):
                uplink.send_copy_part(copy.name, number, content)
            uplink.complete_copy(HallCopy(copy.name, len(parts), hashlib.sha256(sealed).hexdigest()))
        return f"{self._config.centre}: {copy.name}, {len(sealed):,} bytes sealed"

    def names(self) -> list[str]:
        """Return the name of the copy there."""
        with self._uplink() as uplink:
            found = _newest(uplink)
        return [found.name] if found else []

    def fetch(self, name: str, folder: Path) -> Path:
        """Bring the copy to a folder and open it with the hall's key, or with an older one that is kept."""
        secrets = [self._secret(), *self._other_secrets()]
        with self._uplink() as uplink:
            found = _newest(uplink)
            if found is None or found.name != name:
                raise StoreError(f"the centre has no copy {name} any more: try again")
            sealed = b"".join(uplink.copy_part(name, number) for number in range(found.parts))
        if hashlib.sha256(sealed).hexdigest() != found.digest:
            raise StoreError(f"the copy {name} came damaged from the centre: try again")
        return open_copy(sealed, secrets, self._hall(), folder / name)

    def _other_secrets(self) -> list[HallSecret]:
        """Return the keys beside the hall's own: the copy may be from before a rotation."""
        found = [_read(path) for path in other_key_files(self._config.key_folder / KEY_FILE)]
        return [secret for secret in found if secret is not None]

    def _secret(self) -> HallSecret:
        secret = _read(self._config.key_folder / KEY_FILE)
        if secret is None:
            raise StoreError(f"{self._config.key_folder / KEY_FILE} is missing: put the hall's saved key there first")
        return secret

    @contextmanager
    def _uplink(self) -> Iterator[HttpUplink]:
        config = self._config
        uplink = HttpUplink(config.centre, self._hall(), config.token_of_centre(), ca=config.ca_of_centre)
        try:
            yield uplink
        except UplinkError as error:
            raise StoreError(str(error)) from error
        finally:
            uplink.close()


def _read(path: Path) -> HallSecret | None:
    try:
        return read_secret(path)
    except SecretError as error:
        raise StoreError(str(error)) from error


def _newest(uplink: HttpUplink) -> HallCopy | None:
    """Return the centre's copy; raise StoreError where its name is another file's or it has too many parts."""
    found = uplink.newest_copy()
    if found is not None and not (COPY.fullmatch(found.name) and 0 < found.parts <= MOST_PARTS):
        raise StoreError(f"the centre offers no copy of a hall: {found.name[:100]!r} in {found.parts} parts")
    return found
