"""Read figures over all halls."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Engine, Row, bindparam, case, func, select

from central.errors import NotFoundError
from central.store.tables.halls import hall, live, quarantine, stream, visit
from contracts.centre.outbox_entry import DayDigest, day_digest
from contracts.centre.sync_api import ServingElsewhere, StreamState

ENOUGH_VISITS = 30
"""Of fewer a mean says little, and perhaps something of a person."""


@dataclass(frozen=True)
class ServiceFigures:
    """One service of a hall on one day; means in seconds, None where nobody waited or was served."""

    service: str
    names: dict[str, str]
    visits: int
    mean_waiting_s: float | None
    mean_serving_s: float | None


@dataclass(frozen=True)
class HallFigures:
    """One hall on one day, and how it stands with the centre now."""

    hall: str
    names: dict[str, str]
    visits: int
    served: int
    no_shows: int
    mean_waiting_s: float | None
    mean_serving_s: float | None
    waiting_now: int | None
    longest_wait_s: int | None
    live_at: datetime | None
    last_contact_at: datetime | None
    unsent: int | None
    quarantined: int
    services: tuple[ServiceFigures, ...]


def day_figures(engine: Engine, service_day: date, *, by_service: bool = True) -> Sequence[HallFigures]:
    """Return every known hall's figures of a service day, by hall; a hall without visits is there with zeros.

    Without `by_service` the halls' services are left out.
    """
    day = {"day": service_day}
    with engine.connect().execution_options(read_only=True) as connection:
        halls = connection.execute(select(hall).order_by(hall.c.hall)).all()
        sums = {row.hall: row for row in connection.execute(_OF_HALLS, day)}
        services: dict[str, list[Row[Any]]] = {}
        for one in connection.execute(_OF_SERVICES, day) if by_service else ():
            services.setdefault(one.hall, []).append(one)
        now = {row.hall: row for row in connection.execute(select(live))}
        bad = {row.hall: row.open for row in connection.execute(_open_quarantine())}
    return [_hall_figures(row, sums.get(row.hall), services.get(row.hall, ()), now.get(row.hall), bad) for row in halls]


def day_digests(engine: Engine, hall_id: str, first: date, last: date) -> Sequence[DayDigest]:
    """Return count and digest of a hall's visits for each service day from `first` to `last` that has any."""
    found = select(visit.c.service_day, visit.c.visit, visit.c.rev).where(
        visit.c.hall == hall_id, visit.c.service_day.between(first, last)
    )
    days: dict[date, list[tuple[str, int]]] = {}
    with engine.connect().execution_options(read_only=True) as connection:
        for row in connection.execute(found):
            days.setdefault(row.service_day, []).append((row.visit, row.rev))
    return [DayDigest(day, len(pairs), day_digest(pairs)) for day, pairs in sorted(days.items())]


def serving_elsewhere(engine: Engine, hall_id: str, since: date) -> Sequence[ServingElsewhere]:
    """Return how long each service took from the call to the end in the other halls, on service days from `since` on.

    What `ENOUGH_VISITS` or more were served of, by its code: halls of one network name a service alike.
    """
    took_s = visit.c.time_to_begin_s + visit.c.serving_s
    found = (
        select(
            visit.c.service,
            func.avg(took_s).label("mean_s"),
            func.count().label("visits"),
            func.count(visit.c.hall.distinct()).label("halls"),
        )
        .where(visit.c.service_day >= since, visit.c.hall != hall_id, visit.c.state == "finished")
        .where(took_s.is_not(None), took_s > 0)
        .group_by(visit.c.service)
        .having(func.count() >= ENOUGH_VISITS)
        .order_by(visit.c.service)
    )
    with engine.connect().execution_options(read_only=True) as connection:
        rows = connection.execute(found).all()
    return [ServingElsewhere(row.service, max(1, round(row.mean_s)), row.visits, row.halls) for row in rows]


def hall_streams(engine: Engine, hall_id: str) -> Sequence[StreamState]:
    """Return a hall's streams, the first one first; NotFoundError for a hall that is not known."""
    found = select(stream).where(stream.c.hall == hall_id).order_by(stream.c.number)
    with engine.connect().execution_options(read_only=True) as connection:
        if connection.execute(select(hall.c.hall).where(hall.c.hall == hall_id)).first() is None:
            raise NotFoundError("hall_unknown", f"hall {hall_id!r} is not known here")
        rows = connection.execute(found).all()
    return [StreamState(row.stream, row.start, row.acked_seq, row.head, row.last_seen_at) for row in rows]


def _sums(*keys: Any) -> Any:  # noqa: ANN401 - SQLAlchemy's own column and select types
    return (
        select(
            *keys,
            func.count().label("visits"),
            func.sum(case((visit.c.state == "finished", 1), else_=0)).label("served"),
            func.sum(case((visit.c.state == "no_show", 1), else_=0)).label("no_shows"),
            func.avg(visit.c.waiting_s).label("mean_waiting_s"),
            func.avg(visit.c.serving_s).label("mean_serving_s"),
        )
        .where(visit.c.service_day == bindparam("day"))
        .group_by(*keys)
    )


_OF_HALLS = _sums(visit.c.hall)
_OF_SERVICES = _sums(visit.c.hall, visit.c.service).order_by("service")


def _open_quarantine() -> Any:  # noqa: ANN401 - SQLAlchemy's own select type
    return (
        select(quarantine.c.hall, func.count().label("open"))
        .where(quarantine.c.resolved_at.is_(None))
        .group_by(quarantine.c.hall)
    )


def _hall_figures(
    row: Row[Any], sums: Row[Any] | None, services: Sequence[Row[Any]], now: Row[Any] | None, bad: dict[str, int]
) -> HallFigures:
    told = now.body["services"] if now else []
    names = {service["service"]: service["names"] for service in told}
    return HallFigures(
        hall=row.hall,
        names=row.names,
        visits=sums.visits if sums else 0,
        served=sums.served if sums else 0,
        no_shows=sums.no_shows if sums else 0,
        mean_waiting_s=_seconds(sums.mean_waiting_s) if sums else None,
        mean_serving_s=_seconds(sums.mean_serving_s) if sums else None,
        waiting_now=sum(service["waiting"] for service in told) if now else None,
        longest_wait_s=max((service["longest_wait_s"] for service in told), default=0) if now else None,
        live_at=now.received_at if now else None,
        last_contact_at=row.last_contact_at,
        unsent=row.unsent,
        quarantined=bad.get(row.hall, 0),
        services=tuple(
            ServiceFigures(
                s.service, names.get(s.service, {}), s.visits, _seconds(s.mean_waiting_s), _seconds(s.mean_serving_s)
            )
            for s in services
        ),
    )


def _seconds(mean: object) -> float | None:
    return None if mean is None else round(float(str(mean)), 1)
