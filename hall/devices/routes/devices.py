"""Devices: pair one by a code, hear how it is, withdraw its token."""

from __future__ import annotations

import hashlib

from fastapi import APIRouter
from starlette.responses import Response

from contracts.codec.message import replace
from contracts.queue.answers import Paired, PairingCode
from contracts.queue.bodies import DeviceStateRequest, PairingCodeRequest, PairRequest
from contracts.queue.queues_view import DeviceNow
from hall.calendar.facts import DevicePaired, DeviceReported, DeviceRevoked
from hall.counters.routes.sign_in import with_token
from hall.devices.commands.watch_paper import watch_paper
from hall.devices.queries import with_tickets_left
from hall.devices.work import DevicesWork
from hall.devices.workers.heartbeats import HEARTBEATS
from hall.kernel.callers import Answer
from hall.kernel.ids import CounterId, DeviceId
from hall.kernel.moment import Moment
from hall.platform.refusals import CodeRefusedError, DeviceUnknownError
from hall.platform.security.access import AT_COUNTERS, DEVICE_ROLES, own_device
from hall.platform.security.pairing_code import LIFE, as_typed, fresh_code, well_formed
from hall.platform.security.secret import token_hash
from hall.platform.web.bodies import Nothing, check_text
from hall.platform.web.call import NO_CONTENT, PREFIX, Call, HallRoute, answered, documented, said, told
from hall.platform.web.fresh_ids import uuid7
from hall.platform.web.problems import field_invalid

routes = APIRouter(prefix=PREFIX, route_class=HallRoute, tags=["devices"])
STATES = ("ok", "degraded", "failed")
SELF = "self"
"""Stands in a path for the token's own device: a board knows its token and not its id."""
NAME_LENGTH = 100


@routes.post("/devices/codes", status_code=201, openapi_extra=documented(PairingCodeRequest, PairingCode, status=201))
async def make_code(call: Call) -> Response:
    """Make a code with which one device can enrol within ten minutes."""
    body = await call.read(PairingCodeRequest)
    counter = None if body.counter is None else CounterId(body.counter)
    _check_kind(body.kind)
    if not 0 < len(body.name.strip()) <= NAME_LENGTH:
        raise field_invalid("name", f"expected 1 to {NAME_LENGTH} letters")
    if (body.kind in AT_COUNTERS) != (counter is not None):
        raise field_invalid("counter", "a counter PC and a tablet have one, other devices have none")
    code = fresh_code()

    def run(work: DevicesWork, now: Moment) -> Answer:
        if counter is not None:
            work.settings.counter(counter)
        expires_at = now.at + LIFE
        work.identities.add_code(_hash_of(code), body.kind, body.name.strip(), counter, expires_at)
        return said(201, PairingCode(code, expires_at))

    # The database knows the code's hash only. A repetition makes another code; the first one ends in ten minutes.
    return await call.run_unkept(run)


@routes.post("/devices/pair", status_code=201, openapi_extra=documented(PairRequest, Paired, status=201))
async def pair(call: Call) -> Response:
    """Spend a pairing code for a token, which is told this once."""
    body = await call.read(PairRequest)
    _check_kind(body.kind)
    parts = call.parts
    now = parts.clock.now()
    place = call.address
    parts.limits.pairing.count(place, now.monotonic_ns / 1e9)
    code = as_typed(body.code)
    if not well_formed(code):
        raise CodeRefusedError("the code is wrong, spent or too old: make a new one")
    device = DeviceId(uuid7(now.at))
    token = parts.security.secret.token("device", device)

    def run(work: DevicesWork, now: Moment) -> Answer:
        spent = work.identities.spend_code(_hash_of(code), body.kind, now.at)
        if spent is None:
            raise CodeRefusedError("the code is wrong, spent or too old: make a new one")
        name, counter = spent
        work.identities.add_device(device, body.kind, name, counter, token_hash(token), now.at)
        work.record(DevicePaired(device, body.kind, name))
        return said(201, Paired(device, body.kind, "", counter))

    # The database keeps the answer without its token; a repetition under the same key gets the same one derived again.
    stored = await call.answer_of(run)
    # A hall that enrols its ten devices in one morning is no attack.
    parts.limits.pairing.take_back(place)
    return answered(with_token(stored, lambda answer: parts.security.secret.token("device", str(answer["device"]))))


@routes.post("/devices/{device}/state", status_code=204, openapi_extra=documented(DeviceStateRequest, status=204))
async def report(call: Call) -> Response:
    """Hear how a device and its printer are; a fact only where something changed."""
    body = await call.read(DeviceStateRequest)
    device = acting_device(call)
    if body.state not in STATES:
        raise field_invalid("state", f"expected one of {', '.join(STATES)}, got {body.state[:40]!r}")

    def run(work: DevicesWork, now: Moment) -> Answer:
        known = check_known(device, work)
        heard = replace(
            known,
            state=body.state,
            printer=body.printer,
            paper=body.paper,
            fault=body.reason,
            last_seen=now.at,
            clips=body.clips,
            synthetic=body.synthetic,
        )
        changed = replace(heard, last_seen=known.last_seen) != known
        work.identities.report_device(replace(heard, since=now.at) if changed else heard)
        if changed:
            work.record(DeviceReported(device, body.state, body.printer, body.paper, body.reason))
            watch_paper(device, body.paper, work=work, now=now)
        return NO_CONTENT

    return await call.run(run)


@routes.post("/devices/{device}/revoke", status_code=204, openapi_extra=documented(status=204))
async def revoke(call: Call) -> Response:
    """Withdraw a device's token."""
    await call.read(Nothing)
    device = path_device(call)

    def run(work: DevicesWork, now: Moment) -> Answer:
        if not work.identities.revoke_device(device, now.at):
            raise DeviceUnknownError(f"this hall has no device {device}")
        work.record(DeviceRevoked(device, call.caller.name))
        return NO_CONTENT

    done = await call.run(run)
    call.parts.security.authenticator.forget()
    call.parts.get(HEARTBEATS).forget(device)
    return done


@routes.get("/devices", openapi_extra=documented(answer=DeviceNow, many=True))
async def all_devices(call: Call) -> Response:
    """Return every enrolled device as last heard of."""
    beats = call.parts.get(HEARTBEATS)
    return told(
        await call.ask(lambda work, now: beats.told(with_tickets_left(work.identities.devices(), work=work), now))
    )


def check_known(device: DeviceId, work: DevicesWork) -> DeviceNow:
    """Return the device as last heard of; raise DeviceUnknownError."""
    known = next((one for one in work.identities.devices() if one.device == device), None)
    if known is None:
        raise DeviceUnknownError(f"this hall has no device {device}")
    return known


def _check_kind(kind: str) -> None:
    if kind not in DEVICE_ROLES:
        raise field_invalid("kind", f"expected one of {', '.join(DEVICE_ROLES)}, got {kind[:40]!r}")


def path_device(call: Call) -> DeviceId:
    """Return the path's device."""
    text: str = call.path_params["device"]
    check_text(text, "device")
    return DeviceId(text[:100])


def acting_device(call: Call) -> DeviceId:
    """Return the path's device, or the token's own for `self`; refuse a device that acts for another."""
    if call.path_params["device"] == SELF:
        return DeviceId(call.caller.name)
    device = path_device(call)
    own_device(call.caller, device)
    return device


def _hash_of(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()
