"""An arrangement is in force with a separate fact, for the service day on which it was made."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from contracts.words.hall import ArrangementKind
from hall.calendar.facts import ArrangementMade, SettingsChanged
from hall.day.commands.make_arrangement import arrange, checked_services, day_for, refuse_same
from hall.kernel import refusals
from hall.kernel.arrangement import Arrangement
from hall.kernel.ids import CounterId, ServiceCode
from hall.queue.model import refusals as queue_refusals
from tests.helpers.example_hall import ENQUIRIES, HOUSING, LANDS, NATIONAL_DAY, TUESDAY, new_hall, staffed_hall


def test_it_is_told_as_a_change_of_settings_and_as_what_it_is():
    hall = staffed_hall()
    made = Arrangement(
        "a1", ArrangementKind.NOTICE, "head", hall.clock.now().at, TUESDAY, texts={"ar": "تنويه", "en": "Notice"}
    )
    hall.run(lambda one, *, work, now: arrange(one, work=work), made)
    told = ArrangementMade("a1", ArrangementKind.NOTICE, "head", texts=(("ar", "تنويه"), ("en", "Notice")))
    assert hall.facts[-2:] == [SettingsChanged(2, "head", ("arrangements",)), told]
    assert hall.work().settings.arrangements == (made,)


def test_it_is_for_the_day_that_stands():
    assert day_for(staffed_hall().work(), staffed_hall().clock.now()) == TUESDAY


def test_on_a_day_on_which_the_hall_is_closed_it_is_for_its_date():
    hall = new_hall(at=datetime(2026, 11, 26, 5, 0, tzinfo=UTC))
    assert day_for(hall.work(), hall.clock.now()) == NATIONAL_DAY


def test_services_are_those_of_the_hall_and_of_the_counter_each_once():
    work = staffed_hall().work()
    assert checked_services((HOUSING, LANDS, HOUSING), CounterId(1), work=work) == (HOUSING, LANDS)
    assert checked_services((ENQUIRIES,), None, work=work) == (ENQUIRIES,)
    with pytest.raises(queue_refusals.NotAtCounterError, match="serves L, H"):
        checked_services((LANDS, ENQUIRIES), CounterId(1), work=work)
    with pytest.raises(refusals.ServiceUnknownError):
        checked_services((ServiceCode("Z"),), None, work=work)


def test_what_changes_nothing_is_refused():
    refuse_same(1, 2, "it is so")
    with pytest.raises(refusals.AlreadySoError, match="it is so already"):
        refuse_same(1, 1, "it is so")
