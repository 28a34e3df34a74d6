from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from contracts.codec.message import replace
from contracts.queue.queues_view import DeviceNow
from hall.devices.workers.heartbeats import PICTURE_KEPT_S, SILENT_S, Heartbeats, Picture, media_type_of
from hall.kernel.moment import Moment
from hall.platform.web.limits.limits_per_token import counter_alert_name

START = datetime(2026, 11, 24, 5, 0, tzinfo=UTC)
PNG, JPEG = b"\x89PNG\r\n\x1a\n...", b"\xff\xd8\xff\xe0..."


def at(seconds: float) -> Moment:
    return Moment(START + timedelta(seconds=seconds), int(seconds * 1e9), "boot")


def device(kind: str = "board", last_seen: datetime | None = None) -> DeviceNow:
    return DeviceNow("d1", kind, "by the door", "ok", None, None, last_seen)


def test_a_device_that_beats_is_not_silent_and_one_that_stops_is_within_ten_seconds() -> None:
    beats = Heartbeats(at(0))
    for second in range(0, 60, 2):
        beats.beat("d1", at(second))
        assert not beats.is_silent(device(), at(second + 2))
    assert not beats.is_silent(device(), at(58 + SILENT_S))
    assert beats.is_silent(device(), at(58 + SILENT_S + 0.1))
    assert SILENT_S + 2 <= 10


def test_a_clock_that_jumps_makes_nobody_silent() -> None:
    beats = Heartbeats(at(0))
    beats.beat("d1", at(10))
    jumped = Moment(START + timedelta(hours=5), int(11 * 1e9), "boot")
    assert not beats.is_silent(device(), jumped)


def test_after_its_own_start_the_service_waits_to_hear_of_each() -> None:
    beats = Heartbeats(at(0))
    known = device(last_seen=START - timedelta(hours=3))
    assert not beats.is_silent(known, at(SILENT_S))
    assert beats.is_silent(known, at(SILENT_S + 1))


@pytest.mark.parametrize(("kind", "last_seen"), [("counter", START), ("reader", START), ("board", None)])
def test_a_counter_and_what_was_never_heard_of_are_not_missed(kind: str, last_seen: datetime | None) -> None:
    assert not Heartbeats(at(0)).is_silent(device(kind, last_seen), at(3600))


def test_what_is_told_of_a_device_has_its_newest_sign_of_life() -> None:
    beats = Heartbeats(at(0))
    beats.beat("d1", at(30))
    (told,) = beats.told([device(last_seen=START)], at(33))
    assert (told.last_seen, told.silent, told.picture_at) == (at(30).at, False, None)
    (told,) = beats.told([device(last_seen=START)], at(60))
    assert told.silent
    assert told.last_seen == at(30).at


def test_a_picture_is_kept_for_some_minutes_and_is_a_sign_of_life() -> None:
    beats = Heartbeats(at(0))
    beats.show("d1", Picture(PNG, "image/png", at(5)))
    assert beats.last("d1") == at(5)
    beats.show("d1", Picture(JPEG, "image/jpeg", at(65)))
    found = beats.picture("d1", at(65 + PICTURE_KEPT_S))
    assert found is not None
    assert found.content == JPEG
    assert beats.told([device()], at(70))[0].picture_at == at(65).at
    assert beats.picture("d1", at(66 + PICTURE_KEPT_S)) is None


def test_an_earlier_refusal_of_the_counter_pc_does_not_hide_a_later_one_of_its_agent() -> None:
    beats, pc = Heartbeats(at(0)), replace(device("counter"), counter=1)
    beats.slow_down("d1", at(0))
    assert not beats.told([pc], at(5000))[0].too_often
    beats.slow_down(counter_alert_name(1), at(5000))
    assert beats.told([pc], at(5001))[0].too_often
    assert not beats.told([replace(pc, counter=2)], at(5001))[0].too_often


def test_of_a_withdrawn_device_nothing_stays() -> None:
    beats = Heartbeats(at(0))
    beats.show("d1", Picture(PNG, "image/png", at(5)))
    beats.forget("d1")
    assert beats.last("d1") is None
    assert beats.picture("d1", at(5)) is None


@pytest.mark.parametrize(
    ("content", "media_type"),
    [(PNG, "image/png"), (JPEG, "image/jpeg"), (b"GIF89a", None), (b"<svg/>", None), (b"", None), (b"\x89PNG", None)],
)
def test_a_picture_is_known_by_its_first_bytes(content: bytes, media_type: str | None) -> None:
    assert media_type_of(content) == media_type
