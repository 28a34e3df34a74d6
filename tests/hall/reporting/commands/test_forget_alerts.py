"""An alert that is over is forgotten; when it comes again, it asks again."""

from __future__ import annotations

from hall.calendar.facts import AlertOver
from hall.reporting.commands.acknowledge_alert import AcknowledgeAlert, acknowledge_alert
from hall.reporting.commands.forget_alerts import forget_alerts, over_now
from tests.helpers.example_hall import new_hall


def test_only_what_is_over_is_forgotten():
    hall = new_hall()
    for alert in ("over_target:L", "no_counter:L"):
        hall.run(acknowledge_alert, AcknowledgeAlert(alert, "noor", {alert}))
    over = over_now({"no_counter:L", "date_doubtful"}, work=hall.work())
    assert over == {"over_target:L"}
    hall.run(lambda alerts, *, work, now: forget_alerts(alerts, work=work), over)
    assert set(hall.work().alerts.seen()) == {"no_counter:L"}
    assert hall.facts[-1] == AlertOver("over_target:L")
