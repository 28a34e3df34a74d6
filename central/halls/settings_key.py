"""The key by which one hall checks the centre's settings: derived from the centre's own key.

It is bound to the hall and to its token: a new token brings a new key, and a revoked one ends the old key. The centre
tells it once, at enrolment. After a new centre.key the database keeps it sealed for the tokens of before.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Engine, Row, select

from central.access.centre_key import SETTINGS_KEYS, CentreKey
from central.access.tokens import hash_of
from central.store.tables.halls import access_token
from contracts.centre.credential import CentreCredential

_PURPOSE = "settings of a hall"


def settings_key(key: CentreKey, hall_id: str, token: str) -> str:
    """Return the key of the hall that is given this token now."""
    return _derived(key, hall_id, hash_of(token))


def kept_settings_key(engine: Engine, key: CentreKey, token: str) -> str:
    """Return the key that the hall was given with this token, which is valid."""
    query = select(access_token).where(access_token.c.token_hash == hash_of(token))
    with engine.connect().execution_options(read_only=True) as connection:
        return settings_key_of(key, connection.execute(query).one())


def settings_key_of(key: CentreKey, token: Row[Any]) -> str:
    """Return the key that the hall of this row of `access_token` was given."""
    kept = key.seal(SETTINGS_KEYS).open(token.settings_key or "", token.token_hash)
    return kept or _derived(key, token.hall, token.token_hash)


def credential(key: CentreKey, hall_id: str, token: str) -> CentreCredential:
    """Return what the hall is given with a new token."""
    return CentreCredential(token, settings_key(key, hall_id, token))


def _derived(key: CentreKey, hall_id: str, token_hash: str) -> str:
    return key.derive(_PURPOSE, hall_id, token_hash).hex()
