"""Settings that the centre publishes for a hall: one whole document, numbered, signed with the hall's settings key.

The text that travels is the text that is signed, so nobody needs to write JSON the same way twice.

>>> from datetime import UTC
>>> at = datetime(2026, 11, 24, tzinfo=UTC)
>>> given = SettingsDocument("1", 3, at, "Salma", {"digits": CentreValue("western", True)})
>>> sealed = sign(given, "key")
>>> opened(sealed, hall="1", key="key") == given
True
>>> opened(sealed, hall="1", key="another")
Traceback (most recent call last):
contracts.codec.reader.ContractError: signature: the document was not signed with this hall's key
"""

from __future__ import annotations

import hashlib
import hmac
import json
from datetime import datetime
from typing import Any

from msgspec import field

from contracts.centre.outbox_entry import encode_body
from contracts.codec.message import Message
from contracts.codec.reader import ContractError, from_json, to_json

_SEALED_AS = b"dawr settings 1\n"
_METHOD = "hmac-sha256:"


class CentreValue(Message, frozen=True):
    """A setting's value as the centre gives it; where it is `locked` a hall may not have another."""

    value: Any
    locked: bool = False


class SettingsDocument(Message, frozen=True):
    """All that the centre sets for a hall at one version; what it does not name is the hall's own business.

    `at_once`: not only when nobody is in the hall (a holiday, the sighting of the moon).
    """

    hall: str
    version: int
    issued_at: datetime
    by: str
    values: dict[str, CentreValue] = field(default_factory=dict)
    at_once: bool = False


class SignedSettings(Message, frozen=True):
    """Answer of GET /v1/halls/{hall}/settings: the document as text, and its signature."""

    document: str
    signature: str


class LocalOverride(Message, frozen=True):
    """A setting to which the hall holds though the centre says otherwise: both values."""

    name: str
    here: Any
    centre: Any


class SettingsReport(Message, frozen=True):
    """POST /v1/halls/{hall}/settings/told: what the hall did with a version.

    `state` is waiting (for a quiet moment), applied, refused (nothing was changed) or rolled_back; `problem` says why.
    """

    version: int
    state: str
    at: datetime
    problem: str = ""
    overrides: tuple[LocalOverride, ...] = ()


class InboxItem(Message, frozen=True):
    """One thing that came in elsewhere for a hall; numbers only grow, with gaps; `kind` says what `body` is."""

    number: int
    kind: str
    body: dict[str, Any]
    received_at: datetime


def sign(document: SettingsDocument, key: str) -> SignedSettings:
    """Return the document with a signature that only holders of the hall's settings key can make or check."""
    text = encode_body(to_json(document)).decode()
    return SignedSettings(text, signature_of(_SEALED_AS, text, key))


def opened(signed: SignedSettings, *, hall: str, key: str) -> SettingsDocument:
    """Return the document; ContractError where it is not for this hall, not signed with this key, or not in form."""
    if not key:
        raise ContractError("signature", "this hall has no key to check settings with: enrol it again at the centre")
    if not hmac.compare_digest(signed.signature.encode(), signature_of(_SEALED_AS, signed.document, key).encode()):
        raise ContractError("signature", "the document was not signed with this hall's key")
    try:
        document = from_json(SettingsDocument, json.loads(signed.document))
    except ValueError as error:
        raise ContractError("document", f"it cannot be read: {error}") from error
    if document.hall != hall:
        raise ContractError("hall", f"the document is for hall {document.hall!r}, this is {hall!r}")
    if document.version < 1:
        raise ContractError("version", f"expected 1 or more, got {document.version}")
    return document


def signature_of(purpose: bytes, text: str, key: str) -> str:
    """Return the signature of a text for one purpose: a text of another purpose does not pass for it."""
    sealed = purpose + text.encode("utf-8", "surrogatepass")
    return _METHOD + hmac.new(key.encode("utf-8", "surrogatepass"), sealed, hashlib.sha256).hexdigest()
