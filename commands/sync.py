"""See what waits for the centre, send it now, or compare both sides."""

from __future__ import annotations

import argparse
import json
import logging
import random
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import timedelta
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from common.clock.wall_clock import utc_now
from common.configuration.command_parser import CommandParser
from common.configuration.parser import SettingsError, default_file
from common.log.lines import log_to_stderr
from common.version import release
from hall.composition import centre_sync
from hall.config import HallConfig, config_from
from hall.platform.db.engine import StoreError
from sync.instance import instance_id
from sync.ports import SyncSide, SyncView
from sync.quarantine import QuarantineList
from sync.runner import SystemClock
from sync.sender import Sender, SyncStatus
from sync.status_file import STANDING_FILE, Standing
from sync.uplink import HttpUplink
from sync.verdict import UplinkError
from sync.verify import VERIFY_DAYS, differences

OpenSide = Callable[[HallConfig], AbstractContextManager[SyncSide]]
"""Opens the outbox of a stopped hall with these settings."""

OpenView = Callable[[HallConfig], AbstractContextManager[SyncView]]
"""Opens a hall's outbox to look at, also beside its running service."""

Found = tuple[int, Mapping[str, object]]


class SyncError(Exception):
    """Nothing could be asked or sent; the message says what to do."""


def run(argv: Sequence[str], *, open_side: OpenSide | None = None, open_view: OpenView | None = None) -> int:
    """Do what the arguments say; 0 all is well, 1 something waits or differs, 2 it could not be found out."""
    # Here and not above: the hall's adapters load SQLAlchemy, which `--help` does not need.
    options = _parser().parse_args(argv)
    log_to_stderr(logging.WARNING)
    look: Callable[[SyncView], Found] | None = options.look
    given = [(f"--{name}", getattr(options, name)) for name in ("config", "data", "database")]
    try:
        config = config_from([word for name, value in given if value is not None for word in (name, value)])
        if look is None:
            with (open_side or centre_sync.open_sync_side)(config) as side:
                code, found = _now(side)
        else:
            with (open_view or centre_sync.open_sync_view)(config) as view:
                code, found = look(view)
    except (SyncError, UplinkError, StoreError, SettingsError, DBAPIError, OSError) as error:
        print(f"sync: {error}", file=sys.stderr)
        return 2
    print(json.dumps(found, ensure_ascii=False) if options.json else _lines(found))
    return code


def _parser() -> argparse.ArgumentParser:
    parser = CommandParser(prog="sync", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="status|now|verify")
    for name, look, text in (
        ("status", _status, "What waits, since when, and what the centre refused."),
        ("now", None, "Send everything that waits; only while the hall service is stopped: a running one sends it."),
        ("verify", _verify, f"Compare count and digest of the last {VERIFY_DAYS} days with the centre's."),
    ):
        command = commands.add_parser(name, help=text, description=text)
        command.add_argument("--config", metavar="FILE", help=f"the hall's settings file ({default_file('hall')})")
        command.add_argument("--data", metavar="DIR", help="the hall's data folder (hall-data)")
        command.add_argument("--database", metavar="URL", help="where the hall does not use the folder's own file")
        command.add_argument("--json", action="store_true", help="one JSON object instead of lines")
        command.set_defaults(look=look)
    return parser


def _status(side: SyncView) -> Found:
    state = side.outbox.state()
    refused = QuarantineList(_quarantine_file(side)).rows()
    stood = Standing(side.data / STANDING_FILE).read()
    found = {
        "hall": side.hall,
        "centre": side.centre or (stood.centre if stood else "") or None,
        "stream": state.stream,
        "newest": state.newest,
        "delivered": state.delivered,
        "unsent": state.unsent,
        "oldest_unsent_at": state.oldest_unsent_at.isoformat() if state.oldest_unsent_at else None,
        **_service_says(stood),
        "quarantined": [{"seq": row.seq, "reason": row.reason} for row in refused],
    }
    stuck = stood is not None and bool(stood.inbox_problem or stood.inbox_unanswered)
    return (1 if state.unsent or refused or stuck else 0), found


def _service_says(stood: SyncStatus | None) -> dict[str, object]:
    """Return how the hall's service last stood with the centre, None where it never ran."""
    told: dict[str, object] = dict.fromkeys(("state", "reason", "next_try_at", "last_delivery_at")) | dict.fromkeys(
        ("inbox_taken", "inbox_asked_at", "inbox_problem", "inbox_unanswered")
    )
    if stood is not None:
        told |= {"state": stood.state, "reason": stood.reason if stood.state != "ok" else None}
        told |= {"inbox_taken": stood.inbox_taken or None, "inbox_problem": stood.inbox_problem or None}
        told["inbox_unanswered"] = stood.inbox_unanswered or None
        for name in ("next_try_at", "last_delivery_at", "inbox_asked_at"):
            at = getattr(stood, name)
            told[name] = at.isoformat() if at else None
    return told


def _now(side: SyncSide) -> Found:
    uplink = _uplink(side)
    sender = Sender(
        side.outbox,
        uplink,
        clock=SystemClock(),
        rng=random.SystemRandom(),
        instance=instance_id(side.data),
        app=release(),
        quarantine=QuarantineList(_quarantine_file(side)),
    )
    before = side.outbox.state().unsent
    try:
        # A person waits here: the first failure is reported at once, without another try.
        while side.outbox.state().unsent and sender.status.state == "ok":
            sender.step()
    finally:
        uplink.close()
    left = side.outbox.state().unsent
    if sender.status.state != "ok":
        raise SyncError(f"{left} entries still wait: {sender.status.reason}")
    return 0, {"hall": side.hall, "sent": before - left, "unsent": left, "quarantined": sender.status.quarantined}


def _verify(side: SyncView) -> Found:
    uplink = _uplink(side)
    last = utc_now().date() + timedelta(days=1)
    first = last - timedelta(days=VERIFY_DAYS)
    try:
        ours, theirs = side.outbox.day_digests(first, last), uplink.day_digests(first, last)
    finally:
        uplink.close()
    days = differences(ours, theirs)
    found = {
        "hall": side.hall,
        "days": len({day.service_day for day in ours} | {day.service_day for day in theirs}),
        "visits": sum(day.visits for day in ours),
        "centre_visits": sum(day.visits for day in theirs),
        "differing": [{"day": d.service_day.isoformat(), "here": d.here, "centre": d.centre} for d in days],
    }
    return (1 if days else 0), found


def _uplink(side: SyncView) -> HttpUplink:
    if not side.centre or not side.token:
        raise SyncError(f"hall {side.hall} has no centre: set the centre's address and the hall's token")
    return HttpUplink(side.centre, side.hall, side.token, ca=side.ca)


def _quarantine_file(side: SyncView) -> Path:
    return side.data / "sync-quarantine.jsonl"


def _lines(found: Mapping[str, object]) -> str:
    lines = []
    for name, value in found.items():
        label = name.replace("_", " ")
        if isinstance(value, list):
            lines.append(f"{label}: {len(value)}")
            lines += ["  " + ", ".join(f"{key} {item}" for key, item in row.items()) for row in value]
        else:
            lines.append(f"{label}: {'–' if value is None else value}")
    return "\n".join(lines)
