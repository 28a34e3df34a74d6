"""An alert that is over is forgotten automatically."""

from __future__ import annotations

from hall.devices.workers.heartbeats import HEARTBEATS
from hall.reporting.workers.alert_watch import AlertWatch
from tests.hall.reporting.routes.test_alerts import standing
from tests.helpers.hall_in_a_thread import RunningHall, good


def test_an_alert_that_comes_again_asks_anew(hall: RunningHall) -> None:
    watch = AlertWatch(
        hall.hall.parts.get(HEARTBEATS),
        hall.hall.store.reads,
        hall.hall.store.commands.run,
        hall.hall.parts.health.reasons,
    )
    hall.issue()
    good(hall.post("/alerts/acknowledge", "head", {"alert": "no_counter:A"}))
    watch.look()
    assert standing(hall) == [("no_counter:A", "head")], "it still stands"
    hall.sign_in()
    watch.look()
    assert standing(hall) == []
    good(hall.post("/counters/1/sign-out", "head"), 204)
    assert standing(hall) == [("no_counter:A", None)]
