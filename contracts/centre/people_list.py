"""The list of the people whom the centre lets work in a hall: whole, signed, and sent by the hall's inbox.

A list replaces the one before it: who is not on it any more has left. Each also confirms all who are on it.

>>> from datetime import UTC
>>> given = PeopleList("1", datetime(2026, 11, 24, tzinfo=UTC), 7)
>>> opened_people(sign_people(given, "key"), hall="1", key="key") == given
True
>>> opened_people(sign_people(given, "key"), hall="2", key="key")
Traceback (most recent call last):
contracts.codec.reader.ContractError: hall: the list is for hall '1', this is '2'
"""

from __future__ import annotations

import hmac
import json
from datetime import datetime

from contracts.centre.outbox_entry import encode_body
from contracts.centre.settings_document import signature_of
from contracts.codec.message import Message
from contracts.codec.reader import ContractError, from_json, to_json

PEOPLE = "people"
"""The kind of the inbox's items. At rest an item is empty: the centre fills in the list when it is fetched."""
_SEALED_AS = b"dawr people 1\n"


class ListedPerson(Message, frozen=True):
    """One person: the role in this hall, since when, and the invitation that is out, its code as a hash."""

    name: str
    full_name: str
    role: str
    changed_at: datetime
    unit: str = ""
    code_hash: str = ""
    code_until: datetime | None = None


class PeopleList(Message, frozen=True):
    """All people of the centre in a hall at an instant; `lease_days`: for how long the hall believes it alone."""

    hall: str
    at: datetime
    lease_days: int
    people: tuple[ListedPerson, ...] = ()


class SignedPeople(Message, frozen=True):
    """Body of an item: the list as text, and its signature with the hall's settings key."""

    document: str
    signature: str


class HallPerson(Message, frozen=True):
    """One account of a hall as its heartbeat tells it; `state` as the hall's page of people has it.

    A person of the centre whose unit the hall does not have has the state `unit_unknown`.
    """

    name: str
    full_name: str
    role: str
    state: str
    of_centre: bool = False
    signed_in_at: datetime | None = None


def sign_people(found: PeopleList, key: str) -> SignedPeople:
    """Return the list with a signature that only holders of the hall's settings key can make or check."""
    text = encode_body(to_json(found)).decode()
    return SignedPeople(text, signature_of(_SEALED_AS, text, key))


def opened_people(signed: SignedPeople, *, hall: str, key: str) -> PeopleList:
    """Return the list; ContractError where it is not for this hall, not signed with this key, or not in form."""
    if not key:
        raise ContractError("signature", "this hall has no key to check people with: enrol it again at the centre")
    if not hmac.compare_digest(signed.signature.encode(), signature_of(_SEALED_AS, signed.document, key).encode()):
        raise ContractError("signature", "the list was not signed with this hall's key")
    try:
        found = from_json(PeopleList, json.loads(signed.document))
    except ValueError as error:
        raise ContractError("document", f"it cannot be read: {error}") from error
    if found.hall != hall:
        raise ContractError("hall", f"the list is for hall {found.hall!r}, this is {hall!r}")
    return found
