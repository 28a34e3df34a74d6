"""Devices: pair one by a code, hear how it is, withdraw its token."""

from __future__ import annotations

import hashlib
import ssl
from typing import Annotated

from litestar import Response, Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import JSONBody, PathParameter

from common.qr import qr_cells
from contracts.codec.message import replace
from contracts.devices.pairing_string import PairingStringError, pairing_string, read_pairing_string
from contracts.queue.answers import Paired, PairingCode
from contracts.queue.bodies import (
    DeviceNameRequest,
    DeviceStateRequest,
    KioskPauseRequest,
    PairingCodeRequest,
    PairRequest,
)
from contracts.queue.queues_view import DeviceNow
from contracts.token_renewal import RenewedToken
from hall.calendar.facts import DeviceNamed, DevicePaired, DeviceReported, DeviceRevoked
from hall.counters.routes.sign_in import with_token
from hall.devices.commands.pause_kiosks import pause_kiosks
from hall.devices.commands.watch_paper import watch_paper
from hall.devices.queries import with_tickets_left
from hall.devices.work import DevicesWork
from hall.devices.workers.heartbeats import HEARTBEATS
from hall.kernel.callers import Answer
from hall.kernel.ids import CounterId, DeviceId
from hall.kernel.moment import Moment
from hall.people.model.device_token import DeviceTokens
from hall.platform.refusals import CodeRefusedError, DeviceUnknownError
from hall.platform.security.access import AT_COUNTERS, DEVICE_ROLES, own_device
from hall.platform.security.pairing_code import LIFE, fresh_code
from hall.platform.security.secret import token_hash
from hall.platform.web.answers import NO_CONTENT, said, stored_answer
from hall.platform.web.bodies import check_text
from hall.platform.web.fresh_ids import uuid7
from hall.platform.web.parameters import OptionalKey
from hall.platform.web.problems import field_invalid
from hall.platform.web.request import HallRequest

STATES = ("ok", "degraded", "failed")
SELF = "self"
"""Stands in a path for the token's own device: a board knows its token and not its id."""
NAME_LENGTH = 100


@post("/devices/codes")
async def create_pairing_code(request: HallRequest, data: JSONBody[PairingCodeRequest]) -> Response[PairingCode]:
    """Make a code with which one device can enrol within ten minutes."""
    counter = None if data.counter is None else CounterId(data.counter)
    _check_kind(data.kind)
    name = _checked_name(data.name)
    if (data.kind in AT_COUNTERS) != (counter is not None):
        raise field_invalid("counter", "a counter PC and a tablet have one, other devices have none")
    code = fresh_code()
    tls = request.parts.security.tls
    shown = code if tls is None else pairing_string(code, ssl.PEM_cert_to_DER_cert(tls.authority_pem))

    def run(work: DevicesWork, now: Moment) -> Answer:
        if counter is not None:
            work.settings.counter(counter)
        expires_at = now.at + LIFE
        work.identities.add_code(_hash_of(code), data.kind, name, counter, expires_at)
        return said(201, PairingCode(shown, expires_at, qr_cells(shown)))

    # The database knows the code's hash only. A repetition makes another code; the first one ends in ten minutes.
    return await request.run(run, None)


@post("/devices/pair")
async def pair_device(request: HallRequest, data: JSONBody[PairRequest], key: OptionalKey) -> Response[Paired]:
    """Exchange a pairing code for a token; only this answer contains the token."""
    _check_kind(data.kind)
    parts = request.parts
    now = parts.clock.now()
    place = request.address
    parts.limits.pairing.count(place, now.monotonic_ns / 1e9)
    try:
        code, _fingerprint = read_pairing_string(data.code)  # a person may type the whole string into a page
    except PairingStringError as error:
        raise CodeRefusedError("the code is wrong, spent or too old: make a new one") from error
    device = DeviceId(uuid7(now.at))
    token = parts.security.secret.token("device", device)

    def run(work: DevicesWork, now: Moment) -> Answer:
        spent = work.identities.spend_code(_hash_of(code), data.kind, now.at)
        if spent is None:
            raise CodeRefusedError("the code is wrong, spent or too old: make a new one")
        name, counter = spent
        next_ = token_hash(parts.security.secret.device_token_after(token, device))
        work.identities.add_device(device, data.kind, name, counter, DeviceTokens(token_hash(token), now.at, next_))
        work.record(DevicePaired(device, data.kind, name))
        return said(201, Paired(device, data.kind, "", counter))

    # The database keeps the answer without its token; a repetition under the same key gets the same one derived again.
    stored = await request.answer_of(run, key)
    # A hall that enrols its ten devices in one morning is no attack.
    parts.limits.pairing.take_back(place)
    return stored_answer(
        with_token(stored, lambda answer: parts.security.secret.token("device", str(answer["device"])))
    )


@post("/devices/{device:str}/state", status_code=204)
async def report_device_state(
    request: HallRequest, data: JSONBody[DeviceStateRequest], acting_device: NamedDependency[DeviceId], key: OptionalKey
) -> Response[None]:
    """Hear how a device and its printer are; a fact only where something changed."""
    if data.state not in STATES:
        raise field_invalid("state", f"expected one of {', '.join(STATES)}, got {data.state[:40]!r}")

    def run(work: DevicesWork, now: Moment) -> Answer:
        known = check_known(acting_device, work)
        heard = replace(
            known,
            state=data.state,
            printer=data.printer,
            paper=data.paper,
            fault=data.reason,
            last_seen=now.at,
            clips=data.clips,
            synthetic=data.synthetic,
        )
        changed = replace(heard, last_seen=known.last_seen) != known
        work.identities.report_device(replace(heard, since=now.at) if changed else heard)
        if changed:
            work.record(DeviceReported(acting_device, data.state, data.printer, data.paper, data.reason))
            watch_paper(acting_device, data.paper, work=work, now=now)
        return NO_CONTENT

    return await request.run(run, key)


@post("/devices/{device:str}/token", status_code=200)
async def renew_device_token(request: HallRequest, acting_device: NamedDependency[DeviceId]) -> Response[RenewedToken]:
    """Give the device the token after the one that it sends, where that one is old; a device asks each day."""
    used = request.headers["authorization"].partition(" ")[2].strip()
    # It is derived from the token that was sent, so an answer that was lost comes again.
    after_used = request.parts.security.secret.device_token_after(used, acting_device)

    def run(work: DevicesWork, now: Moment) -> Answer:
        tokens = work.identities.tokens_of(acting_device)
        if tokens is None:
            raise DeviceUnknownError(f"this hall has no device {acting_device}")
        changed, give_it = tokens.renew(token_hash(used), token_hash(after_used), now.at)
        if changed != tokens:
            work.identities.set_tokens(acting_device, changed)
        return said(200, RenewedToken(after_used if give_it else ""))

    return await request.run(run, None)


@post("/devices/{device:str}/revoke", status_code=204)
async def revoke_device(request: HallRequest, device_id: NamedDependency[DeviceId], key: OptionalKey) -> Response[None]:
    """Withdraw a device's token."""

    def run(work: DevicesWork, now: Moment) -> Answer:
        if not work.identities.revoke_device(device_id, now.at):
            raise DeviceUnknownError(f"this hall has no device {device_id}")
        work.record(DeviceRevoked(device_id, request.caller.name))
        return NO_CONTENT

    done = await request.run(run, key)
    request.parts.security.authenticator.forget()
    request.parts.get(HEARTBEATS).forget(device_id)
    return done


@post("/devices/{device:str}/name", status_code=204)
async def rename_device(
    request: HallRequest, data: JSONBody[DeviceNameRequest], device_id: NamedDependency[DeviceId], key: OptionalKey
) -> Response[None]:
    """Give a device another name."""
    name, by = _checked_name(data.name), request.caller.name

    def run(work: DevicesWork, _now: Moment) -> Answer:
        if not work.identities.name_device(device_id, name):
            raise DeviceUnknownError(f"this hall has no device {device_id}")
        work.record(DeviceNamed(device_id, name, by))
        return NO_CONTENT

    return await request.run(run, key)


@post("/devices/pause", status_code=204)
async def pause_hall_kiosks(
    request: HallRequest, data: JSONBody[KioskPauseRequest], key: OptionalKey
) -> Response[None]:
    """Let a kiosk, or all, give no tickets for a while, or give them again."""
    by = request.caller.name

    def run(work: DevicesWork, _now: Moment) -> Answer:
        if not pause_kiosks(data.device, by, paused=data.paused, work=work):
            raise DeviceUnknownError(f"this hall has no kiosk {data.device}")
        return NO_CONTENT

    return await request.run(run, key)


@get("/devices")
async def list_devices(request: HallRequest) -> list[DeviceNow]:
    """Return every enrolled device with its last reported state."""
    beats = request.parts.get(HEARTBEATS)
    return list(
        await request.ask(lambda work, now: beats.told(with_tickets_left(work.identities.devices(), work=work), now))
    )


def check_known(device: DeviceId, work: DevicesWork) -> DeviceNow:
    """Return the device with its last reported state; raise DeviceUnknownError."""
    known = next((one for one in work.identities.devices() if one.device == device), None)
    if known is None:
        raise DeviceUnknownError(f"this hall has no device {device}")
    return known


def _checked_name(name: str) -> str:
    if not 0 < len(name.strip()) <= NAME_LENGTH:
        raise field_invalid("name", f"expected 1 to {NAME_LENGTH} letters")
    return name.strip()


def _check_kind(kind: str) -> None:
    if kind not in DEVICE_ROLES:
        raise field_invalid("kind", f"expected one of {', '.join(DEVICE_ROLES)}, got {kind[:40]!r}")


def device_id(device: Annotated[str, PathParameter(description="The device's id.")]) -> DeviceId:
    """Return the path's device."""
    check_text(device, "device")
    return DeviceId(device[:100])


def acting_device(
    request: HallRequest,
    device: Annotated[str, PathParameter(description="The device's id, or `self` for the token's own.")],
) -> DeviceId:
    """Return the path's device, or the token's own for `self`; refuse a device that acts for another."""
    if device == SELF:
        return DeviceId(request.caller.name)
    own_device(request.caller, device_id(device))
    return device_id(device)


DEVICE = {
    "device_id": Provide(device_id, sync_to_thread=False),
    "acting_device": Provide(acting_device, sync_to_thread=False),
}
"""For handlers whose path names a device."""


def _hash_of(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()


routes = Router(
    "/",
    route_handlers=[
        create_pairing_code,
        pair_device,
        report_device_state,
        renew_device_token,
        revoke_device,
        rename_device,
        pause_hall_kiosks,
        list_devices,
    ],
    dependencies=DEVICE,
    tags=["devices"],
)
