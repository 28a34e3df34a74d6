from __future__ import annotations

from datetime import date, timedelta

from counter_client.dialogs.follow_up.presenter import derive_follow_up
from counter_client.state.state import RequestLookup, Sheet, SheetKind
from tests.counter_client.dialogs.follow_up.test_update import STATUS
from tests.counter_client.helpers.builders import NINE, at_work
from tests.helpers.replacing import replace

SHEET = Sheet(SheetKind.FOLLOW_UP, note="2026/88", lookup=RequestLookup(asked="2026/88"))


def test_no_other_sheet_is_one() -> None:
    assert derive_follow_up(at_work()) is None
    assert derive_follow_up(at_work(sheet=Sheet(SheetKind.SEARCH))) is None


def test_it_is_asked_until_the_hall_has_told_and_then_stands_in_the_agents_language() -> None:
    view = derive_follow_up(at_work(sheet=SHEET))
    assert view is not None
    assert (view.typed, view.asked, view.standing) == ("2026/88", True, None)
    told = derive_follow_up(at_work(sheet=replace(SHEET, lookup=replace(SHEET.lookup, status=STATUS)), language="ar"))
    assert told is not None
    assert told.standing is not None
    assert not told.asked
    assert (told.standing.directorate, told.standing.as_of, told.standing.replied) == ("مديرية الأراضي", None, None)


def test_days_are_the_halls_and_another_halls_request_says_as_of_when() -> None:
    late = NINE.replace(hour=21)  # the next day in Muscat
    status = replace(STATUS, registered_at=late, reply="Come on Sunday", replied_at=late, from_centre=True, as_of=late)
    view = derive_follow_up(at_work(sheet=replace(SHEET, lookup=replace(SHEET.lookup, status=status))))
    assert view is not None
    assert view.standing is not None
    tomorrow = NINE.date() + timedelta(days=1)
    assert (view.standing.registered, view.standing.replied) == (tomorrow, tomorrow)
    assert view.standing.as_of is not None
    assert f"{view.standing.as_of:%H:%M}" == "01:00"
    assert view.standing.latest == date(2026, 11, 25)
