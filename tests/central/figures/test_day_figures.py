"""Figures over all halls, from records and live words, on both engines."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import Engine

from central.errors import NotFoundError
from central.figures import day_figures
from central.figures.day_figures import ENOUGH_VISITS
from central.halls import heartbeats, registry
from contracts.centre.outbox_entry import DayDigest, day_digest
from contracts.centre.sync_api import Heartbeat, LiveFigures, LiveService, ServingElsewhere
from sync.fakes.hall import DAY
from tests.central.conftest import NOW
from tests.helpers.batches import outbox_of, record, take


def test_a_day_is_summed_by_hall_and_service(engine: Engine) -> None:
    registry.add_hall(engine, "2", {"en": "Nizwa"}, now=NOW)
    box = outbox_of(
        record(1, waiting_s=100),
        record(2, waiting_s=301, service="B", serving_s=50),
        record(3, state="no_show", waiting_s=None, serving_s=None),
        record(4, service_day=DAY - timedelta(days=1)),
        record(1, waiting_s=200, rev=2),
    )
    take(engine, box, 1, 5)
    one, two = day_figures.day_figures(engine, DAY)
    assert (one.hall, one.visits, one.served, one.no_shows) == ("1", 3, 2, 1)
    assert (one.mean_waiting_s, one.mean_serving_s) == (250.5, 175.0)
    assert [(s.service, s.visits, s.mean_waiting_s) for s in one.services] == [("A", 2, 200.0), ("B", 1, 301.0)]
    assert (two.hall, two.names, two.visits, two.mean_waiting_s, two.services) == ("2", {"en": "Nizwa"}, 0, None, ())


def test_the_last_live_figures_win_and_name_the_services(engine: Engine) -> None:
    take(engine, outbox_of(record(1)), 1, 1)
    for waiting in (9, 4):
        told = (LiveService("A", waiting, 820, {"ar": "الأراضي"}), LiveService("B", 1, 30))
        heartbeats.note_live(engine, "1", LiveFigures(NOW, told, names={"ar": "قاعة نزوى"}), now=NOW)
    (one,) = day_figures.day_figures(engine, DAY)
    assert (one.waiting_now, one.longest_wait_s, one.live_at, one.names) == (5, 820, NOW, {"ar": "قاعة نزوى"})
    assert one.services[0].names == {"ar": "الأراضي"}


def test_a_heartbeat_tells_what_is_not_sent_yet(engine: Engine) -> None:
    heartbeats.note_heartbeat(engine, "1", Heartbeat(42, 310, "0.1.0"), now=NOW + timedelta(minutes=1))
    (one,) = day_figures.day_figures(engine, DAY)
    assert (one.unsent, one.last_contact_at) == (42, NOW + timedelta(minutes=1))


def test_open_quarantine_is_counted(engine: Engine) -> None:
    box = outbox_of(record(1))
    box.write(b"nonsense")
    take(engine, box, 1, 2)
    assert day_figures.day_figures(engine, DAY)[0].quarantined == 1


def test_day_digests_are_over_the_stored_revisions(engine: Engine) -> None:
    yesterday = DAY - timedelta(days=1)
    box = outbox_of(record(1), record(2), record(2, rev=4), record(3, service_day=yesterday))
    take(engine, box, 1, 4)
    assert day_figures.day_digests(engine, "1", yesterday, DAY) == [
        DayDigest(yesterday, 1, day_digest([(record(3).visit, 1)])),
        DayDigest(DAY, 2, day_digest([(record(1).visit, 1), (record(2).visit, 4)])),
    ]
    assert day_figures.day_digests(engine, "1", yesterday, yesterday)[0].visits == 1
    assert day_figures.day_digests(engine, "2", yesterday, DAY) == []


def test_streams_are_told_in_the_order_in_which_they_began(engine: Engine) -> None:
    box = outbox_of(record(1), record(2))
    take(engine, box, 1, 1)
    first = box.state().stream
    box.new_stream()
    take(engine, box, 1, 2)
    found = day_figures.hall_streams(engine, "1")
    assert [(s.stream, s.acked_seq, s.head) for s in found] == [
        (first, 1, box.chain_at(1)),
        (box.state().stream, 2, box.chain_at(2)),
    ]
    with pytest.raises(NotFoundError):
        day_figures.hall_streams(engine, "9")


def test_serving_times_are_those_of_other_halls_where_enough_were_served(engine: Engine) -> None:
    registry.add_hall(engine, "2", {"en": "Nizwa"}, now=NOW)
    lately = [record(n, hall="2", service="A", time_to_begin_s=20, serving_s=500 + n) for n in range(ENOUGH_VISITS)]
    few = [record(100 + n, hall="2", service="B") for n in range(ENOUGH_VISITS - 1)]
    old = [record(200 + n, hall="2", service="C", service_day=DAY - timedelta(days=90)) for n in range(ENOUGH_VISITS)]
    missed = [
        record(300 + n, hall="2", service="D", state="no_show", time_to_begin_s=None, serving_s=None)
        for n in range(ENOUGH_VISITS)
    ]
    records = [*lately, *few, *old, *missed]
    take(engine, outbox_of(*records), 1, len(records), hall="2")
    since = DAY - timedelta(days=60)
    mean_s = round(20 + sum(500 + n for n in range(ENOUGH_VISITS)) / ENOUGH_VISITS)
    assert day_figures.serving_elsewhere(engine, "1", since) == [ServingElsewhere("A", mean_s, ENOUGH_VISITS, 1)]
    assert day_figures.serving_elsewhere(engine, "2", since) == [], "a hall's own times are not those of others"
