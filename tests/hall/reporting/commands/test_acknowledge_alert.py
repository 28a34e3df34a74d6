"""Somebody has seen an alert and is on it."""

from __future__ import annotations

import pytest

from hall.calendar import refusals as calendar_refusals
from hall.calendar.facts import AlertAcknowledged
from hall.reporting.commands.acknowledge_alert import AcknowledgeAlert, acknowledge_alert
from tests.helpers.example_hall import new_hall

STANDING = {"over_target:L", "date_doubtful"}


def test_the_first_who_has_seen_it_is_remembered_with_a_fact():
    hall = new_hall()
    hall.run(acknowledge_alert, AcknowledgeAlert("over_target:L", "noor", STANDING))
    hall.run(acknowledge_alert, AcknowledgeAlert("over_target:L", "head", STANDING))
    assert hall.facts == [AlertAcknowledged("over_target:L", "noor")]
    assert hall.work().alerts.seen()["over_target:L"].by == "noor"


def test_one_that_is_over_is_refused():
    with pytest.raises(calendar_refusals.AlertOverError, match="no_counter:L"):
        new_hall().run(acknowledge_alert, AcknowledgeAlert("no_counter:L", "noor", STANDING))
