"""The week of silence: each hall brings its own week, and the drain counts patience and trouble apart."""

from __future__ import annotations

import random
from collections import Counter
from datetime import date

import pytest

from bench import week_of_silence
from bench.upload import YearOutbox, year_of
from bench.week_of_silence import VISITS, Light
from contracts.centre.outbox_entry import VisitRecord, decode_record
from sync.fakes.centre import MemoryCentre
from sync.fakes.hall import FakeClock
from sync.quarantine import QuarantineList
from sync.sender import Sender


def light(centre: MemoryCentre) -> Light:
    outbox = YearOutbox(year_of(1, VISITS, date(2026, 11, 15), days=5))
    sender = Sender(
        outbox, centre, clock=FakeClock(), rng=random.Random(1), instance="bench", app="bench",
        quarantine=QuarantineList(),
    )  # fmt: skip
    return Light(outbox, sender, centre)  # type: ignore[arg-type]  # a wire in memory


def test_a_week_is_five_working_days() -> None:
    records = [decode_record(entry.body)[0] for entry in year_of(1, VISITS, date(2026, 11, 15), days=5)]
    assert all(isinstance(record, VisitRecord) for record in records)
    assert len({record.service_day for record in records}) == 5


def test_a_hall_is_done_when_all_is_sent() -> None:
    centre = MemoryCentre()
    halls = [light(centre)]
    week_of_silence.COME_BACK_S, before = 0.0, week_of_silence.COME_BACK_S
    try:
        assert week_of_silence._drain(halls, 0.0) == 0
    finally:
        week_of_silence.COME_BACK_S = before
    assert len(centre.visits) == VISITS
    assert (halls[0].troubles, centre.closed) == (0, 1)
    assert halls[0].done_s is not None


@pytest.mark.allow_logs
def test_trouble_is_counted() -> None:
    one = light(MemoryCentre(lambda: "gateway"))
    assert week_of_silence._one_step(one, Counter()) is not None
    assert one.troubles == 1
