"""What handlers ask for by name: the idempotency key, and the parts of an address that many paths have in common."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, TypeAlias

from litestar.di import NamedDependency, Provide
from litestar.params import HeaderParameter, PathParameter, QueryParameter, SkipValidation

from hall.kernel.callers import Key
from hall.kernel.ids import CounterId, VisitId
from hall.platform.refusals import RoleRefusedError
from hall.platform.security.access import own_counter
from hall.platform.web.bodies import check_text
from hall.platform.web.days_asked import read_day
from hall.platform.web.problems import field_invalid
from hall.platform.web.request import HallRequest

OptionalKey: TypeAlias = NamedDependency[SkipValidation[Key | None]]
"""The type of `key` among a handler's parameters."""
Language: TypeAlias = Annotated[str | None, QueryParameter(enum=("ar", "en"))]
"""The type of `lang` among a handler's parameters."""
KEY_LENGTH = 200
COUNTER_MAX = 999_999
UNSTORED_FIELD = "unstored_field"
"""Names, among a handler's options, the field of the body that not even the key's digest may reveal by trying."""


async def idempotency_key(
    request: HallRequest,
    idempotency_key: Annotated[
        str | None,
        HeaderParameter(
            name="Idempotency-Key",
            description="The same key with the same body gives the same answer; kept until the day is closed.",
            schema_extra={"minLength": 1, "maxLength": KEY_LENGTH},
        ),
    ] = None,
) -> Key | None:
    """Return the key that the client gave this command, or None."""
    text = idempotency_key
    if text is None:
        return None
    if not (0 < len(text) <= KEY_LENGTH and text.isascii() and text.isprintable() and " " not in text):
        raise field_invalid("Idempotency-Key", f"expected 1 to {KEY_LENGTH} visible characters")
    body = without_field(await request.body(), request.route_handler.opt.get(UNSTORED_FIELD, ""))
    # Keyed: with a plain digest of a sign-in's body, a thief of the database could try every PIN.
    digest = request.parts.security.secret.derive(
        "body", request.method, request.scope["path"], hashlib.sha256(body).hexdigest()
    ).hex()
    return Key(request.caller.lasting_scope, text, digest)


def without_field(body: bytes, field: str) -> bytes:
    """Return a body, already read, without one of its fields.

    >>> without_field(b'{"service": "A", "phone": "91234567"}', "phone"), without_field(b'{"service": "A"}', "phone")
    (b'{"service": "A"}', b'{"service": "A"}')
    """
    value = json.loads(body) if field and body.strip() else {}
    if field not in value:
        return body
    return json.dumps({name: item for name, item in value.items() if name != field}).encode()


def counter(
    request: HallRequest,
    n: Annotated[int, PathParameter(description="The counter's number.", ge=0, le=COUNTER_MAX)],
) -> CounterId:
    """Return the path's counter: a number of this hall, and the caller's own where he has one."""
    own_counter(request.caller, CounterId(n))
    return request.parts.settings().counter(CounterId(n)).number


def visit_id(visit: Annotated[str, PathParameter(description="The visit's id, a UUID.")]) -> VisitId:
    """Return the path's visit; what is no UUID names no visit and is found nowhere."""
    check_text(visit, "visit")
    return VisitId(visit[:100].lower())


def given_code(
    request: HallRequest,
    code: Annotated[
        str | None,
        HeaderParameter(name="Visit-Code", description="The code after # in the address of the ticket's QR."),
    ] = None,
) -> str:
    """Return the visit's code from the request's header; raise RoleRefusedError where it may only read."""
    if not code:
        raise field_invalid("Visit-Code", "is missing: the code after # in the address of the ticket's QR")
    if request.method == "POST" and request.parts.codes_only_read:
        raise RoleRefusedError("phones send a ticket's code over plain HTTP here, so it shows the place and no more")
    return code


def asked_day(day: Annotated[str | None, QueryParameter(format="date")] = None) -> date | None:
    """Return the day asked for."""
    return read_day(day, "day")


def first_day(first: Annotated[str | None, QueryParameter(name="from", format="date")] = None) -> date | None:
    """Return the first of the days asked for."""
    return read_day(first, "from")


def last_day(last: Annotated[str | None, QueryParameter(name="to", format="date")] = None) -> date | None:
    """Return the last of the days asked for."""
    return read_day(last, "to")


DEPENDENCIES: Mapping[str, Any] = {
    "key": Provide(idempotency_key),
    "counter": Provide(counter, sync_to_thread=False),
    "visit_id": Provide(visit_id, sync_to_thread=False),
    "given_code": Provide(given_code, sync_to_thread=False),
    "asked_day": Provide(asked_day, sync_to_thread=False),
    "first_day": Provide(first_day, sync_to_thread=False),
    "last_day": Provide(last_day, sync_to_thread=False),
}
"""By the names under which handlers ask for them."""
