"""A hall and the centre show the same figures of the same visits, and those are what plain arithmetic gives."""

from __future__ import annotations

import tempfile
import uuid
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from statistics import mean, median
from zoneinfo import ZoneInfo

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine

from central.figures.period_figures import RollupFigures
from central.figures.rollups import refresh
from central.store.engine import open_engine
from central.store.tables.rollups import service_target
from contracts.centre.outbox_entry import StageRecord, VisitRecord, read_body, record_of
from contracts.reporting.figures import Figures, FiguresView
from figures.period import PERIODS, Asked
from tests.central.conftest import NOW
from tests.helpers.example_hall import ENQUIRIES, HOUSING, LANDS, TUESDAY
from tests.helpers.figures_asked import hall_figures
from tests.helpers.lived_days import LivedDays
from tests.helpers.made_visits import keep
from tests.helpers.migrated_centre import put_migrated_centre
from tests.helpers.replacing import replace
from tests.helpers.speeds import examples
from tests.helpers.stored_hall import StoredHall

MUSCAT = ZoneInfo("Asia/Muscat")
OFFSETS = (0, 1, 5, 30, 100)
SERVICES = (None, LANDS, HOUSING, ENQUIRIES)
DAYS = st.lists(
    st.tuples(st.sampled_from(OFFSETS), st.integers(0, 16)), min_size=1, max_size=3, unique_by=lambda d: d[0]
)
TARGETS = st.dictionaries(st.sampled_from([LANDS, HOUSING]), st.integers(30, 1200))


@contextmanager
def lived(
    days: Sequence[tuple[int, int]], seed: int, targets: Mapping[str, int]
) -> Iterator[tuple[StoredHall, Engine]]:
    """Give a hall that has lived these days, and a centre that has all that the hall tells of them."""
    with tempfile.TemporaryDirectory(prefix="dawr-figures-") as folder:
        hall = StoredHall(f"sqlite:///{folder}/hall.sqlite")
        centre = open_engine(f"sqlite:///{put_migrated_centre(Path(folder))}")
        try:
            life = LivedDays(hall, seed)
            for offset, visits in sorted(days):
                life.day(offset, visits)
            with centre.begin() as connection:
                for code, target_s in targets.items():
                    row = {"hall": name_of(hall), "service": code, "target_s": target_s}
                    connection.execute(service_target.insert().values(row))
            keep(centre, told(hall))
            while refresh(centre, time_zone=MUSCAT.key):
                pass
            yield hall, centre
        finally:
            hall.store.close()
            centre.dispose()


def name_of(hall: StoredHall) -> str:
    return str(hall.store.settings().hall)


def told(hall: StoredHall) -> list[VisitRecord]:
    """Return what the hall's outbox tells of each visit, at its highest revision."""
    found: dict[str, VisitRecord] = {}
    for entry in hall.store.outbox.entries_after(0, 10_000):
        value = read_body(entry.body)
        if value["kind"] == "visit":
            record, _ = record_of(value)
            assert isinstance(record, VisitRecord)
            found[record.visit] = max(record, found.get(record.visit, record), key=lambda one: one.rev)
    # The lived days name their visits; the centre takes UUIDs only.
    return [replace(one, visit=str(uuid.uuid5(uuid.NAMESPACE_OID, one.visit))) for one in found.values()]


def of_centre(view: FiguresView) -> FiguresView:
    """Return a hall's figures without what the centre is not told: transactions."""

    def without(figures: Figures) -> Figures:
        return replace(figures, transactions=None)

    names = ("services", "hours", "lanes", "visitor_kinds", "counters", "steps")
    parts = {name: tuple(replace(one, figures=without(one.figures)) for one in getattr(view, name)) for name in names}
    return replace(view, at=NOW, total=without(view.total), **parts)


# Shrinking would live hundreds of days.
@settings(
    max_examples=examples(8),
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)
@given(days=DAYS, seed=st.integers(0, 10_000), targets=TARGETS)
def test_a_hall_the_centre_and_plain_arithmetic_give_the_same_figures(
    days: list[tuple[int, int]], seed: int, targets: dict[str, int]
) -> None:
    with lived(days, seed, targets) as (hall, centre):
        records = told(hall)
        for period in PERIODS:
            for service in SERVICES:
                asked = Asked(period, TUESDAY + timedelta(days=days[0][0]), service)
                of_hall = hall_figures(hall, asked, targets)
                assert of_centre(of_hall) == RollupFigures(centre, name_of(hall)).figures(asked, at=NOW), asked
                assert of_hall.revised == ()
                check_by_hand(of_hall, records, asked, targets)


# By hand: a list of stages, and each figure from its definition


Stage = tuple[VisitRecord, int, StageRecord]


def check_by_hand(view: FiguresView, records: Sequence[VisitRecord], asked: Asked, targets: Mapping[str, int]) -> None:
    first, last = asked.days
    stages = [
        (visit, place, stage)
        for visit in records
        if first <= visit.service_day <= last
        for place, stage in enumerate(visit.stages)
        if asked.service in {None, stage.service}
    ]
    assert replace(view.total, transactions=None) == by_hand(stages, targets)
    for name, shown in (
        ("services", view.services),
        ("hours", view.hours),
        ("lanes", view.lanes),
        ("visitor_kinds", view.visitor_kinds),
        ("counters", view.counters),
        ("steps", view.steps),
    ):
        parts: dict[str, list[Stage]] = {}
        for one in stages:
            parts.setdefault(key_by_hand(name, one, asked.period), []).append(one)
        expected = {key: by_hand(part, targets) for key, part in parts.items()}
        assert {part.key: replace(part.figures, transactions=None) for part in shown} == expected, name
    cells = {(cell.weekday, cell.hour): (cell.came, cell.called) for cell in view.heat}
    assert sum(came for came, _ in cells.values()) == view.total.came
    assert sum(called for _, called in cells.values()) == view.total.called


def key_by_hand(name: str, one: Stage, period: str) -> str:
    visit, _, stage = one
    if name == "steps":
        return f"{visit.service_day:%Y-%m}-01" if period == "year" else visit.service_day.isoformat()
    return {
        "services": stage.service,
        "hours": str(stage.issued_at.astimezone(MUSCAT).hour),
        "lanes": visit.lane,
        "visitor_kinds": visit.visitor_kind or "",
        "counters": "" if stage.counter is None else str(stage.counter),
    }[name]


def by_hand(stages: Sequence[Stage], targets: Mapping[str, int]) -> Figures:
    called = [(s, s.waiting_s) for v, at, s in stages if s.waiting_s is not None and (at > 0 or v.ticket is not None)]
    waits = [waited for _, waited in called]
    begins = [s.time_to_begin_s for s, _ in called if s.time_to_begin_s is not None]
    finished = [s for v, at, s in stages if at < len(v.stages) - 1 or v.state == "finished"]
    serving = [s.serving_s for s in finished if s.serving_s is not None]
    missed = [s for v, at, s in stages if at == len(v.stages) - 1 and v.state == "no_show"]
    judged = [waited <= targets[s.service] for s, waited in called if s.service in targets]
    return Figures(
        came=sum(at == 0 for _, at, _ in stages),
        called=len(waits),
        mean_s=round(mean(waits), 1) if waits else None,
        median_s=median(stepped(waits, 60)) if waits else None,
        p90_s=next((one for n, one in enumerate(stepped(waits, 60), 1) if 10 * n >= 9 * len(waits)), None),
        within=round(100 * sum(judged) / len(judged), 1) if judged else None,
        begin_s=median(stepped(begins, 5)) if begins else None,
        served=len(serving),
        serving_mean_s=round(mean(serving), 1) if serving else None,
        serving_s=median(stepped(serving, 30)) if serving else None,
        no_shows=len(missed),
        no_show=round(100 * len(missed) / len(waits), 1) if waits else None,
    )


def stepped(seconds: Sequence[int], step_s: int) -> list[int]:
    """Return the seconds rounded up to whole steps, in rising order."""
    return sorted(-(-one // step_s) * step_s for one in seconds)
