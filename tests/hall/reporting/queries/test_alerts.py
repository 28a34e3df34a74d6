"""All that somebody must act on, each under a separate name."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from contracts.queue.queues_view import CounterNow, DeviceNow, LockedPin, PaperlessTicket, QueuesView, ServiceQueue
from contracts.settings.hall_view import DayView
from contracts.words.hall import PrintState
from hall.reporting.model.alert_ports import SeenAlert
from hall.reporting.queries.alerts import standing_alerts, trouble_of
from tests.helpers.replacing import replace

AT = datetime(2026, 11, 24, 6, tzinfo=UTC)
LANDS = ServiceQueue("L", 3, 2000, None, 0, 0, ("over_target", "no_counter"))


def kiosk(**more: object) -> DeviceNow:
    return DeviceNow("k1", "kiosk", "Entrance", "ok", None, None, AT, **more)  # type: ignore[arg-type]  # by name


def hall(device: DeviceNow, *alerts: str) -> QueuesView:
    return QueuesView(
        "s", 1, AT, DayView(date(2026, 11, 24), "open", None),
        (LANDS, ServiceQueue("H", 0, 0, None, 1, 0, ())),
        (), (device,), alerts, 0, 0,
        (PaperlessTicket("v1", "L001", "L", "k1", PrintState.UNKNOWN, AT),),
    )  # fmt: skip


def test_each_has_a_name_that_stays_the_same_while_it_lasts():
    told = standing_alerts(hall(kiosk(silent=True), "date_doubtful"), {})
    assert [alert.alert for alert in told] == [
        "date_doubtful", "over_target:L", "no_counter:L", "device:k1:silent", "paperless:v1",
    ]  # fmt: skip
    assert [alert.kind for alert in told] == ["date_doubtful", "over_target", "no_counter", "device", "paperless"]


def test_what_nobody_has_seen_comes_first():
    seen = {"over_target:L": SeenAlert("over_target:L", "noor", AT)}
    told = standing_alerts(hall(kiosk()), seen)
    assert [(alert.alert, alert.seen_by) for alert in told] == [
        ("no_counter:L", None), ("paperless:v1", None), ("over_target:L", "noor"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("device", "trouble"),
    [
        (kiosk(), None),
        (kiosk(silent=True, fault="cover_open"), "silent"),
        (kiosk(fault="cover_open"), "cover_open"),
        (DeviceNow("k1", "kiosk", "Entrance", "degraded", None, "low", AT), "paper_low"),
        (DeviceNow("k1", "kiosk", "Entrance", "failed", None, "ok", AT), "failed"),
        (DeviceNow("k1", "kiosk", "Entrance", "unknown", None, None, None), None),
    ],
)
def test_a_device_is_in_its_worst_trouble(device: DeviceNow, trouble: str | None):
    assert trouble_of(device) == trouble


def test_a_complaint_that_nobody_has_taken_up_and_an_idle_counter_ask_for_the_head():
    idle = CounterNow(2, "said", {}, "free", AT, None, None, None, idle=True)
    busy = CounterNow(1, "noor", {}, "serving", AT, "L001", "L", None)
    view = replace(hall(kiosk()), counters=(busy, idle), complaints=("C26-000017",))
    told = {alert.alert: alert for alert in standing_alerts(view, {})}
    assert told["idle:2:060000"].counter == 2
    assert told["complaint:C26-000017"].complaint == "C26-000017"


def test_a_further_lock_is_an_alert_of_its_own():
    locked = [LockedPin("agent:said", locks, AT, "said", None, None) for locks in (2, 3)]
    names = [standing_alerts(replace(hall(kiosk()), locked_pins=(one,)), {}) for one in locked]
    assert [told[-1].alert for told in names] == ["pin_locked:agent:said:2", "pin_locked:agent:said:3"]
    assert (names[0][-1].agent, names[0][-1].until) == ("said", AT)
