from __future__ import annotations

from datetime import UTC, datetime

from contracts.codec.reader import from_json, to_json
from contracts.settings.boards import TimedNotice, VoiceView, VolumeView

NOON = datetime(2026, 11, 24, 7, 54, tzinfo=UTC)


def test_notices_and_voice_cross_the_wire_unchanged() -> None:
    for value in (
        TimedNotice("prayer", NOON, NOON, NOON, "dhuhr", NOON),
        TimedNotice("closing", NOON, NOON, NOON),
        VoiceView(("ar",), chime=False, fresh_s=9, volume=(VolumeView("07:00", 50),)),
    ):
        assert from_json(type(value), to_json(value)) == value


def test_what_an_older_hall_does_not_tell_has_its_default() -> None:
    assert from_json(VoiceView, {}) == VoiceView((), chime=True, fresh_s=20, volume=())
