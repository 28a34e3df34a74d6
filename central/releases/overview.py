"""All releases at one look: how far each is, and what each hall made of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Engine, Row, select

from central.halls.current_state import HallNow
from central.releases.plan import ALL, Plan, RolloutState, group_of, next_group
from central.store.tables.downlink import release, release_file, release_result
from common.releases.order import is_at_least, order_of
from contracts.centre.sync_api import DeviceBeat
from contracts.codec.reader import from_json
from contracts.words.releases import ReleaseState


@dataclass(frozen=True)
class HallProgress:
    """How far a release is in one hall: a ReleaseState, or "later" while its group does not get it."""

    hall: HallNow
    group: int
    state: str
    problem: str
    code: str
    """A ReleaseProblem, or empty."""
    at: datetime | None


@dataclass(frozen=True)
class Rollout:
    """One release with its halls, those of the first group first."""

    version: str
    state: RolloutState
    open_group: int
    next_group: int | None
    """The group that may get it next, None where all have it or none may be opened."""
    plan: Plan | None
    reason: str
    reason_hall: str | None
    """The hall whose failure stopped it."""
    reason_code: str
    systems: tuple[str, ...]
    added_by: str
    added_at: datetime
    halls: tuple[HallProgress, ...]
    devices_failed: tuple[tuple[HallNow, DeviceBeat], ...]
    """Devices on which it failed, each with its hall, as the hall has told them."""


def rollouts(engine: Engine, halls: Sequence[HallNow]) -> Sequence[Rollout]:
    """Return all releases, the newest version first."""
    with engine.connect().execution_options(read_only=True) as connection:
        releases = connection.execute(select(release)).all()
        files = connection.execute(select(release_file.c.version, release_file.c.system)).all()
        results = {(row.version, row.hall): row for row in connection.execute(select(release_result))}
    ordered = sorted(releases, key=lambda row: order_of(row.version), reverse=True)
    return [_rollout(row, tuple(sorted(f.system for f in files if f.version == row.version)), halls, results)
            for row in ordered]  # fmt: skip


def _rollout(
    row: Row[Any], systems: tuple[str, ...], halls: Sequence[HallNow], results: Mapping[tuple[str, str], Row[Any]]
) -> Rollout:
    plan = from_json(Plan, row.plan) if row.plan else None
    found = [_progress(row, plan, one, results.get((row.version, one.hall))) for one in halls] if plan else []
    following = plan is not None and row.state == RolloutState.ROLLING and row.open_group < ALL
    return Rollout(
        version=row.version,
        state=RolloutState(row.state),
        open_group=row.open_group,
        next_group=next_group(plan, row.open_group) if plan and following else None,
        plan=plan,
        reason=row.reason,
        reason_hall=row.reason_hall,
        reason_code=row.reason_code,
        systems=systems,
        added_by=row.added_by,
        added_at=row.added_at,
        halls=tuple(sorted(found, key=lambda one: (one.group, one.hall.hall))),
        devices_failed=tuple((one, device) for one in halls for device in one.devices if _failed(device, row.version)),
    )


def _failed(device: DeviceBeat, version: str) -> bool:
    update = device.update
    return update is not None and update.version == version and update.state is ReleaseState.FAILED


def _progress(row: Row[Any], plan: Plan, one: HallNow, result: Row[Any] | None) -> HallProgress:
    group = group_of(plan, one.hall, one.governorate)
    state = result.state if result is not None else "later" if group > row.open_group else ReleaseState.WAITING
    if is_at_least(one.app, row.version) and state != ReleaseState.FAILED:
        state = ReleaseState.UPDATED
    problem, code, at = (result.problem, result.code, result.at) if result else ("", "", None)
    return HallProgress(one, group, str(state), problem, code, at)
