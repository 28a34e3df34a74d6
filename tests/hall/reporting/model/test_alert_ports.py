"""What the memory hall of these tests remembers of alerts is what the ports ask for."""

from __future__ import annotations

from datetime import UTC, datetime

from hall.reporting.model.alert_ports import AlertStore, SeenAlert
from tests.helpers.example_hall import new_hall


def test_a_seen_alert_is_there_until_it_is_forgotten():
    alerts: AlertStore = new_hall().work().alerts
    one = SeenAlert("over_target:L", "head", datetime(2026, 11, 24, 6, tzinfo=UTC))
    alerts.see(one)
    assert alerts.seen() == {"over_target:L": one}
    alerts.forget("over_target:L")
    alerts.forget("over_target:L")
    assert alerts.seen() == {}
