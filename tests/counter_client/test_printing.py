"""The counter's own printer, on a memory printer and with answers of a hall; nothing is printed twice unasked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from litestar import Litestar, Response, get
from pytestqt.qtbot import QtBot

from contracts.codec.reader import to_json
from contracts.queue.answers import Problem
from contracts.requests.answers import ReceiptView, RegisteredRequest
from contracts.settings.hall_view import BrandView
from contracts.words.complaints import Nature
from contracts.words.hall import PrintState
from counter_client.printing import FAILED, IN_DOUBT, PRINTED, Papers, opener, told_of
from counter_client.state.state import Paper
from printer.documents.ticket import Names
from printer.emulator.fakes import MemoryWire
from printer.printer import Printer, open_printer
from qtkit.hall.addresses import HallAddresses
from qtkit.hall.emblems import Emblems
from qtkit.program.jobs import JobLane
from tests.counter_client.helpers.builders import HALL, NINE, finished, finished_with, slip
from tests.helpers.hand_driven import HandDriven
from tests.helpers.replacing import replace
from tests.helpers.served import served

RECEIPT = ReceiptView(
    "2026-17", {"ar": "قاعة", "en": "Hall"}, {"ar": "أرض", "en": "Land"}, {"en": "Lands"},
    datetime(2026, 11, 25, 6, 0, tzinfo=UTC), date(2026, 11, 30), False,
)  # fmt: skip
ANSWERS = {"/requests/2026-17/receipt": RECEIPT, "/visits/visit-A047/return-slip": slip("سند الملكية")}


class Calls:
    """Answers at once, as the hall would."""

    def __init__(self, *, away: bool = False) -> None:
        self.away, self.paths = away, []  # type: bool, list[str]

    def call(self, method: str, path: str, _body: None, on_done: Callable[..., None]) -> None:
        self.paths.append(f"{method} {path}")
        if self.away:
            on_done(None, Problem("Away", 503, "hall_away", "no answer"))
        else:
            on_done(to_json(ANSWERS[path]), None)


class Desk:
    """A memory printer behind the papers, its lane driven by hand."""

    def __init__(self, *, away: bool = False, broken: bool = False) -> None:
        self.calls, self.executor = Calls(away=away), HandDriven()
        self.printer: Printer = open_printer("memory:", 80)
        self.broken, self.told = broken, []  # type: bool, list[str]
        self.papers = Papers(self.calls, self._open, JobLane(self.executor), None, lambda: NINE)  # type: ignore[arg-type]  # what is used of it
        self.papers.hall = HALL
        self.papers.told.connect(self.told.append)

    def _open(self) -> Printer:
        if self.broken:
            raise OSError("no such printer")
        return self.printer

    def sheets(self) -> int:
        assert isinstance(self.printer.wire, MemoryWire)
        return len(self.printer.wire.printer.sheets)

    def work(self, qtbot: QtBot, told: int) -> None:
        self.executor.run_all()
        qtbot.waitUntil(lambda: len(self.told) == told)


def test_a_finish_prints_its_return_paper_and_its_receipts(qtbot: QtBot) -> None:
    desk = Desk()
    registered = RegisteredRequest("2026-17", "2026-17", NINE.date(), latest_expected=False)
    desk.papers.print_left(finished_with(finished(), return_slip=slip(), requests=(registered,)))
    assert desk.calls.paths == ["GET /visits/visit-A047/return-slip", "GET /requests/2026-17/receipt"]
    desk.work(qtbot, 2)
    assert (desk.told, desk.sheets()) == ([PRINTED, PRINTED], 2)


def test_a_finish_that_leaves_nothing_prints_nothing() -> None:
    desk = Desk()
    desk.papers.print_left(finished_with(finished()))
    assert (desk.calls.paths, desk.told) == ([], [])


def test_the_newest_paper_is_printed_once_more(qtbot: QtBot) -> None:
    desk = Desk()
    for _ in range(2):
        desk.papers.print_paper(Paper(visit="visit-A047"))
    desk.work(qtbot, 2)
    assert desk.sheets() == 2
    desk.papers.stop()


def test_the_number_of_a_complaint_is_printed_without_asking_the_hall(qtbot: QtBot) -> None:
    desk = Desk(away=True)
    desk.papers.print_paper(Paper(complaint="MUSCAT-1-C26-004278", nature=Nature.COMPLAINT))
    desk.papers.print_paper(Paper(complaint="MUSCAT-1-S26-000002", nature=Nature.SUGGESTION, at=NINE))
    desk.work(qtbot, 2)
    assert (desk.calls.paths, desk.told, desk.sheets()) == ([], [PRINTED, PRINTED], 2)


@pytest.mark.allow_logs
def test_without_the_hall_or_the_printer_it_is_said(qtbot: QtBot) -> None:
    away = Desk(away=True)
    away.papers.print_paper(Paper(visit="visit-A047"))
    assert away.told == [FAILED]
    broken = Desk(broken=True)
    broken.papers.print_paper(Paper(request="2026-17"))
    broken.work(qtbot, 1)
    assert broken.told == [FAILED]


@pytest.mark.parametrize(
    ("state", "told"),
    [
        (PrintState.CONFIRMED, PRINTED),
        (PrintState.UNVERIFIED, PRINTED),
        (PrintState.NOT_STARTED, FAILED),
        (PrintState.INTERRUPTED, IN_DOUBT),
        (PrintState.UNKNOWN, IN_DOUBT),
    ],
)
def test_what_became_of_it_is_told_as_the_agent_must_act(state: PrintState, told: str) -> None:
    assert told_of(state) == told


def test_an_address_opens_its_printer_and_a_slip_speaks_before_the_hall_is_known(qtbot: QtBot) -> None:
    desk = Desk()
    desk.papers.hall = None
    desk.papers.print_paper(replace(Paper(), visit="visit-A047"))
    desk.work(qtbot, 1)
    assert desk.sheets() == 1
    opened: Any = opener("memory:", 58)()
    assert isinstance(opened.wire, MemoryWire)
    opened.close()


MINISTRY = {"ar": "وزارة الإسكان", "en": "Ministry of Housing"}


def sheet_of(qtbot: QtBot, desk: Desk) -> object:
    """Return what the desk's printer put on paper for one complaint."""
    desk.papers.print_paper(Paper(complaint="MUSCAT-1-C26-004278"))
    desk.work(qtbot, 1)
    assert isinstance(desk.printer.wire, MemoryWire)
    return desk.printer.wire.printer.sheets[0]


def headed(emblem: bytes) -> Desk:
    """Return a desk whose printer heads its papers already, whatever the hall says of its ministry."""
    desk = Desk()
    desk.printer.set_letterhead(emblem, Names(MINISTRY["ar"], MINISTRY["en"]))
    return desk


def test_papers_are_headed_by_the_ministry_as_soon_as_the_hall_names_it(qtbot: QtBot) -> None:
    plain, named = Desk(), Desk()
    named.papers.follow(replace(HALL, brand=BrandView(MINISTRY)))
    sheet = sheet_of(qtbot, named)
    assert sheet == sheet_of(qtbot, headed(b""))
    assert sheet != sheet_of(qtbot, plain)


def test_papers_get_the_emblem_that_the_hall_serves(qtbot: QtBot) -> None:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="3"/></svg>'

    @get("/brand/paper")
    async def emblem() -> Response[bytes]:
        return Response(svg, media_type="image/svg+xml")

    desk = Desk()
    with served(Litestar([emblem], openapi_config=None)) as address:
        emblems = Emblems(HallAddresses([address]), ("paper",))
        desk.papers.use_emblems(emblems)
        with qtbot.waitSignal(emblems.changed):
            desk.papers.follow(replace(HALL, brand=BrandView(MINISTRY, {"paper": "/brand/paper"})))
    sheet = sheet_of(qtbot, desk)
    assert sheet == sheet_of(qtbot, headed(svg))
    assert sheet != sheet_of(qtbot, headed(b""))
    desk.papers.stop()
