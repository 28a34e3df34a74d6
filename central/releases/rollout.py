"""Give a release to one hall, then to chosen ones, then to all; stop where it fails in one hall."""

from __future__ import annotations

from datetime import datetime
from math import ceil
from typing import Any

from sqlalchemy import Connection, Engine, Row, select, update
from sqlalchemy.dialects import postgresql, sqlite

from central.audit.staff_acts import note
from central.errors import BodyError, NotFoundError
from central.halls.governorates import GOVERNORATES
from central.releases.plan import PILOT, Plan, RolloutState, group_of, next_group
from central.store.tables.downlink import release, release_file, release_result
from central.store.tables.halls import hall, live
from common.releases.order import is_at_least, order_of
from contracts.codec.reader import from_json, to_json
from contracts.releases import PART_BYTES, OfferedRelease, ReleaseResult
from contracts.words.releases import ReleaseState

SHOWN_PROBLEM, SHOWN_CODE = 500, 40
"""Characters of a hall's sentence and of its word for it that are kept."""
MOVES = {
    "pause": ({RolloutState.ROLLING}, RolloutState.PAUSED),
    "resume": ({RolloutState.PAUSED}, RolloutState.ROLLING),
    "stop": ({RolloutState.ROLLING, RolloutState.PAUSED}, RolloutState.STOPPED),
    "retry": ({RolloutState.STOPPED}, RolloutState.ROLLING),
}
_NO_FAILURE = {"reason": "", "reason_hall": None, "reason_code": ""}


def publish(engine: Engine, version: str, plan: Plan, *, by: str, now: datetime) -> None:
    """Give a release to the first hall of a plan; BodyError where the plan is wrong or halls get it already."""
    with engine.begin() as connection:
        known = set(connection.execute(select(hall.c.hall)).scalars())
        if not plan.pilot or not {plan.pilot, *plan.halls} <= known or not set(plan.governorates) <= set(GOVERNORATES):
            raise BodyError("plan_wrong", "name one known hall that gets the release first, and known halls to follow")
        row = {"plan": to_json(plan), "open_group": PILOT, **_NO_FAILURE}
        _move(connection, version, {RolloutState.NEW, RolloutState.STOPPED}, RolloutState.ROLLING, **row)
        note(connection, "release_published", who=by, now=now, hall_id=plan.pilot, detail=version)


def change(engine: Engine, version: str, move: str, *, by: str, now: datetime) -> None:
    """Pause, resume, stop or retry a roll-out; BodyError where its state does not allow that.

    `retry` gives a stopped release to the groups that had it. A hall where it failed does not install it again.
    """
    before, after = MOVES[move]
    with engine.begin() as connection:
        _move(connection, version, before, after, **(_NO_FAILURE if move == "retry" else {}))
        note(connection, f"release_{move}", who=by, now=now, hall_id=None, detail=version)


def open_group(engine: Engine, version: str, group: int, *, by: str, now: datetime) -> None:
    """Give a release to the next group; BodyError where the first hall is not updated, or `group` is not the next."""
    with engine.begin() as connection:
        row = _release(connection, version, lock=True)
        plan = from_json(Plan, row.plan) if row.plan else None
        if plan is None or group != next_group(plan, row.open_group) or group == row.open_group:
            raise BodyError("group_wrong", f"group {group} does not follow for version {version}", status=409)
        if row.open_group == PILOT and not _has(connection, version, plan.pilot):
            raise BodyError("first_hall_waits", f"{plan.pilot} is not updated to version {version} yet", status=409)
        _move(connection, version, {RolloutState.ROLLING}, RolloutState.ROLLING, open_group=group)
        note(connection, "release_opened", who=by, now=now, hall_id=None, detail=f"{version}: {group}")


def offered(engine: Engine, hall_id: str, system: str) -> OfferedRelease | None:
    """Return the newest release that a hall should have, in the file for its system, or None."""
    query = (
        select(release.c.plan, release.c.open_group, release_file)
        .join(release_file, release_file.c.version == release.c.version)
        .where(release.c.state == RolloutState.ROLLING)
    )
    with engine.connect().execution_options(read_only=True) as connection:
        rows = [row for row in connection.execute(query) if row.system == system]
        governorate = _governorate(connection, hall_id) if rows else ""
    fit = [row for row in rows if group_of(from_json(Plan, row.plan), hall_id, governorate) <= row.open_group]
    if not fit:
        return None
    row = max(fit, key=lambda one: order_of(one.version))
    return OfferedRelease(row.version, row.name, row.size, ceil(row.size / PART_BYTES), row.digest, row.signature)


def note_result(engine: Engine, hall_id: str, version: str, result: ReleaseResult, *, now: datetime) -> None:
    """Keep how far a release is in a hall; one that failed stops the roll-out. NotFoundError: never offered there."""
    problem = result.problem[:SHOWN_PROBLEM]
    with engine.begin() as connection:
        row = _release(connection, version)
        if (
            not row.plan
            or group_of(from_json(Plan, row.plan), hall_id, _governorate(connection, hall_id)) > row.open_group
        ):
            raise NotFoundError("release_unknown", f"version {version!r:.60} was not offered to this hall")
        mine = (release_result.c.version == version, release_result.c.hall == hall_id)
        kept = connection.execute(select(release_result.c.state, release_result.c.at).where(*mine)).one_or_none()
        if kept is not None and (kept.state, kept.at) == (result.state, result.at):
            return  # told again: an answer to the hall was lost
        code = result.code[:SHOWN_CODE]
        values = {"state": result.state, "problem": problem, "code": code, "at": result.at, "received_at": now}
        dialect: Any = postgresql if connection.dialect.name == "postgresql" else sqlite
        upsert = dialect.insert(release_result).values(version=version, hall=hall_id, **values)
        connection.execute(upsert.on_conflict_do_update(index_elements=["version", "hall"], set_=values))
        if result.state == ReleaseState.FAILED:
            _stop_after_failure(connection, version, hall_id, (code, problem), now=now)


def _stop_after_failure(
    connection: Connection, version: str, hall_id: str, failure: tuple[str, str], *, now: datetime
) -> None:  # fmt: skip
    code, problem = failure
    alive = (release.c.version == version, release.c.state.in_([RolloutState.ROLLING, RolloutState.PAUSED]))
    row = {
        "state": RolloutState.STOPPED,
        "reason": f"{hall_id}: {problem}",
        "reason_hall": hall_id,
        "reason_code": code,
    }
    if connection.execute(update(release).where(*alive).values(**row)).rowcount:
        note(connection, "release_failed", who=hall_id, now=now, hall_id=hall_id, detail=f"{version}: {problem}")


def _move(
    connection: Connection, version: str, before: set[RolloutState], after: RolloutState, **values: object
) -> None:  # fmt: skip
    """Bring a release from one of some states to another in one step; BodyError where somebody was faster."""
    allowed = (release.c.version == askable(version), release.c.state.in_(before))
    if not connection.execute(update(release).where(*allowed).values(state=after, **values)).rowcount:
        row = _release(connection, version)
        raise BodyError("rollout_state", f"version {version} is {row.state}: this is not possible now", status=409)


def _release(connection: Connection, version: str, *, lock: bool = False) -> Row[Any]:
    """Return a release; `lock`: nobody else changes it until the transaction ends."""
    query = select(release).where(release.c.version == askable(version))
    row = connection.execute(query.with_for_update() if lock else query).one_or_none()
    if row is None:
        raise NotFoundError("release_unknown", f"the centre has no version {version!r:.60}")
    return row


def askable(version: str) -> str:
    """Return a version as the database may be asked for it: of some characters it may not be."""
    try:
        order_of(version)
    except ValueError:
        return ""
    return version


def _governorate(connection: Connection, hall_id: str) -> str:
    body = connection.execute(select(live.c.body).where(live.c.hall == hall_id)).scalar()
    return str(body.get("governorate", "")) if body else ""


def _has(connection: Connection, version: str, hall_id: str) -> bool:
    """Return whether a hall has the version or a newer one, by its result or by its heartbeat."""
    mine = (release_result.c.version == version, release_result.c.hall == hall_id)
    state = connection.execute(select(release_result.c.state).where(*mine)).scalar()
    app = connection.execute(select(hall.c.app).where(hall.c.hall == hall_id)).scalar()
    return state == ReleaseState.UPDATED or is_at_least(app, version)
