from __future__ import annotations

import pytest

from kiosk.screens.out_of_service.presenter import derive_refusal, derive_trouble
from kiosk.screens.view_data.visitor import NoticeView
from kiosk.state.conditions import Conditions, PrinterCondition, Trouble
from tests.helpers.fake_hall import example_hall, example_queues
from tests.helpers.replacing import replace

KNOWN = Conditions(True, example_hall(), example_queues(), PrinterCondition(None, "ok"))


@pytest.mark.parametrize("trouble", list(Trouble))
def test_every_trouble_has_a_calm_screen_without_a_way_round(trouble: Trouble) -> None:
    view = derive_trouble(trouble, KNOWN)
    assert view.notice
    assert view.mark
    assert not view.leads_back


@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        ("paper_out", NoticeView("paper_out", "paper", reception=True)),
        ("cover_open", NoticeView("cover_open", "cover", reception=True)),
        ("presenter_jam", NoticeView("presenter_jam", "jam", reception=True)),
        ("device_missing", NoticeView("printer_trouble", "stop", reception=True)),
        ("x", NoticeView("printer_trouble", "stop", reception=True)),
    ],
)
def test_the_printer_says_what_staff_can_mend(fault: str, expected: NoticeView) -> None:
    assert derive_trouble(Trouble.PRINTER, replace(KNOWN, printer=PrinterCondition(fault))) == expected


def test_what_is_wrong_with_the_paper_never_looks_alike() -> None:
    faults = [replace(KNOWN, printer=PrinterCondition(fault)) for fault in ("paper_out", "cover_open", "presenter_jam")]
    views = [derive_trouble(Trouble.PRINTER, known) for known in faults]
    views += [derive_trouble(trouble, KNOWN) for trouble in (Trouble.WRONG_ROLL, Trouble.SLOT)]
    assert len({view.notice for view in views}) == len({view.mark for view in views}) == 5


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        ("not_yet", NoticeView("not_yet_open", "clock", opens_at="07:30")),
        ("over", NoticeView("tickets_over", "clock")),
        ("closed", NoticeView("closed_today", "clock")),
        ("doubtful", NoticeView("date_doubtful", "clock", reception=True)),
        ("of tomorrow", NoticeView("closed_today", "clock")),
    ],
)
def test_a_day_that_is_not_open_says_why_and_when(state: str, expected: NoticeView) -> None:
    assert derive_trouble(Trouble.CLOSED, replace(KNOWN, queues=example_queues(state=state))) == expected


@pytest.mark.parametrize(
    ("code", "notice", "reception"),
    [
        ("numbers_used_up", "numbers_used_up", True),
        ("service_closed", "service_closed", False),
        ("new", "no_ticket", False),
    ],
)
def test_a_refusal_leads_back_and_names_reception_where_only_that_helps(
    code: str, notice: str, reception: bool
) -> None:
    assert derive_refusal(code) == NoticeView(notice, "stop", leads_back=True, reception=reception)
