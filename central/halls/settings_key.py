"""The key by which one hall checks the centre's settings: derived from the centre's own key, never stored.

It is bound to the hall and to its token: a new token brings a new key, and a revoked one ends the old key. The centre
tells it once, at enrolment.
"""

from __future__ import annotations

from central.access.centre_key import CentreKey
from central.access.tokens import hash_of
from contracts.centre.credential import CentreCredential

_PURPOSE = "settings of a hall"


def settings_key(key: CentreKey, hall_id: str, token: str) -> str:
    """Return the key of the hall that holds this token."""
    return key.derive(_PURPOSE, hall_id, hash_of(token)).hex()


def credential(key: CentreKey, hall_id: str, token: str) -> CentreCredential:
    """Return what the hall is given with a new token."""
    return CentreCredential(token, settings_key(key, hall_id, token))
