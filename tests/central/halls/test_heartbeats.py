"""Words between batches: they stand until the next ones, and tell when the hall was last heard."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import Engine, select

from central.figures.rollups import dirty_days, refresh
from central.halls import heartbeats
from central.store.tables.halls import hall, live
from contracts.centre.sync_api import DeviceBeat, Heartbeat, LiveFigures, LiveService
from tests.central.conftest import NOW
from tests.helpers.made_visits import keep, made_visits


def test_live_figures_are_one_row_that_the_last_word_replaces(engine: Engine) -> None:
    for minute in (0, 1):
        figures = LiveFigures(NOW, (LiveService("A", minute, 0),), counters_open=minute)
        heartbeats.note_live(engine, "1", figures, now=NOW + timedelta(minutes=minute))
    with engine.connect() as connection:
        (row,) = connection.execute(select(live)).all()
        heard = connection.execute(select(hall.c.last_contact_at, hall.c.names)).one()
    assert (row.received_at, row.body["counters_open"]) == (NOW + timedelta(minutes=1), 1)
    assert heard.last_contact_at == NOW + timedelta(minutes=1)
    assert heard.names["en"] == "Muscat hall"


def test_a_heartbeat_with_a_long_version_is_no_trouble(engine: Engine) -> None:
    heartbeats.note_heartbeat(engine, "1", Heartbeat(3, 60, "9" * 500), now=NOW)
    with engine.connect() as connection:
        row = connection.execute(select(hall)).one()
    assert (row.unsent, row.oldest_unsent_s, row.app, row.last_contact_at) == (3, 60, "9" * 40, NOW)


def test_what_a_service_aims_at_is_kept_and_a_change_judges_the_past_anew(engine: Engine) -> None:
    def tell(target_s: int | None) -> None:
        told = LiveFigures(NOW, (LiveService("A", 1, 60, target_s=target_s),))
        heartbeats.note_live(engine, "1", told, now=NOW)

    keep(engine, made_visits("1", date(2026, 11, 24), 5))
    tell(900)
    while refresh(engine, time_zone="Asia/Muscat"):
        pass
    for target_s, behind in ((900, 0), (None, 0), (600, 1)):
        tell(target_s)
        assert dirty_days(engine) == behind, target_s


def test_a_heartbeat_tells_machine_devices_and_how_far_the_clock_is_off(engine: Engine) -> None:
    paper = DeviceBeat("kiosk", "door", "degraded", "TM-T88VI", "near_end")
    beat = Heartbeat(
        0, at=NOW - timedelta(seconds=90), disk_free_mb=41_000, versions={"python": "3.11"}, devices=(paper,)
    )
    heartbeats.note_heartbeat(engine, "1", beat, now=NOW)
    with engine.connect() as connection:
        row = connection.execute(select(hall)).one()
    assert row.skew_ms == 90_000
    assert (row.beat["disk_free_mb"], row.beat["versions"], row.beat["devices"][0]["paper"]) == (
        41_000, {"python": "3.11"}, "near_end",
    )  # fmt: skip
