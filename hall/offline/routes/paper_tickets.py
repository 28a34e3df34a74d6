"""Numbers for paper sheets, and what was written on them by hand while hall and kiosks were down."""

from __future__ import annotations

from litestar import Response, Router, post
from litestar.params import JSONBody

from contracts.offline import PaperTicketsEntered, PaperTicketsRequest, PaperVoidRequest, ReservedNumbers
from hall.kernel.callers import Answer
from hall.kernel.ids import DeviceId, ServiceCode
from hall.kernel.moment import Moment
from hall.offline.commands.enter_paper import EnterPaper, PaperLine, enter_paper
from hall.offline.commands.reserve_numbers import PAPER, ReserveNumbers, reserve_numbers, void_sheets
from hall.offline.work import OfflineWork
from hall.platform.security.access import Role
from hall.platform.web.answers import NO_CONTENT, said
from hall.platform.web.parameters import OptionalKey
from hall.platform.web.problems import field_invalid
from hall.platform.web.request import HallRequest

MOST = 500
"""Lines in one request: what a body may hold."""


@post("/paper/numbers", status_code=200)
async def reserve_paper_numbers(request: HallRequest, key: OptionalKey) -> Response[ReservedNumbers]:
    """Keep a block of each service's numbers for the paper sheets."""
    status_url = f"{request.parts.public_url}/t#"

    def run(work: OfflineWork, now: Moment) -> Answer:
        devices = work.identities.devices()
        kiosks = frozenset(DeviceId(one.device) for one in devices if one.kind == Role.KIOSK.value)
        asked = ReserveNumbers(PAPER, kiosks | {PAPER}, status_url)
        return said(200, reserve_numbers(asked, work=work, now=now))

    return await request.run(run, key)


@post("/paper/void", status_code=204)
async def void_paper_sheets(request: HallRequest, data: JSONBody[PaperVoidRequest], key: OptionalKey) -> None:
    """Declare the paper sheets of a service void: nobody holds a slip of them that is not entered."""

    def run(work: OfflineWork, _now: Moment) -> Answer:
        void_sheets(ServiceCode(data.service), work=work)
        return NO_CONTENT

    await request.run(run, key)


@post("/paper/tickets", status_code=200)
async def enter_paper_tickets(
    request: HallRequest, data: JSONBody[PaperTicketsRequest], key: OptionalKey
) -> Response[PaperTicketsEntered]:
    """Store the lines of a table that was written by hand: all of them, or none."""
    if not 0 < len(data.tickets) <= MOST:
        raise field_invalid("tickets", f"expected 1 to {MOST} tickets")
    lines = tuple(PaperLine(one.ticket, one.issued_at, one.outcome) for one in data.tickets)
    command = EnterPaper(data.service_day, lines, request.caller.name, data.sure)

    def run(work: OfflineWork, now: Moment) -> Answer:
        return said(200, PaperTicketsEntered(tuple(one.id for one in enter_paper(command, work=work, now=now))))

    return await request.run(run, key)


routes = Router("/", route_handlers=[reserve_paper_numbers, void_paper_sheets, enter_paper_tickets], tags=["visits"])
