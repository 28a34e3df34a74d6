"""The survey after a visit over HTTP: from the visitor's own page, and from the tablet at the counter."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from contracts.surveys.answers import LONGEST_WORDS, SurveyRequest, SurveyView, TabletSurveyRequest, TabletView
from contracts.words.surveys import SurveyWay
from hall.devices.workers.heartbeats import HEARTBEATS
from hall.kernel.callers import Answer
from hall.kernel.ids import CounterId, DeviceId, VisitId
from hall.kernel.moment import Moment
from hall.platform.web.bodies import check_text
from hall.platform.web.call import NO_CONTENT, PREFIX, Call, HallRoute, documented, told
from hall.platform.web.problems import field_invalid
from hall.queue.routes.board import CODE_HEADER
from hall.queue.routes.visitor.visit_of_code import counted_code, visit_of_code
from hall.surveys.commands.give_survey import GiveSurvey, give_survey
from hall.surveys.model.refusals import SurveyElsewhereError
from hall.surveys.queries import own_survey, tablet_view
from hall.surveys.work import SurveysWork

routes = APIRouter(prefix=PREFIX, route_class=HallRoute, tags=["hall"])


@routes.post("/place/survey", openapi_extra=documented(SurveyRequest, SurveyView) | {"parameters": CODE_HEADER})
async def from_a_phone(call: Call) -> Response:
    """Take the visitor's answer by the code on the ticket."""
    body = await call.read(SurveyRequest)
    if body.words is not None:
        check_text(body.words, "words")
        if len(body.words) > LONGEST_WORDS:
            raise field_invalid("words", f"expected at most {LONGEST_WORDS} letters")
    hashed = counted_code(call)

    def run(work: SurveysWork, now: Moment) -> str:
        visit = visit_of_code(hashed, work)
        command = GiveSurvey(visit.id, body.face, SurveyWay.PHONE, body.reason, body.words)
        give_survey(command, work=work, now=now)
        return visit.id

    return await call.run_and_show(run, survey_of, untold="words")


def survey_of(visit: str, work: SurveysWork, now: Moment) -> SurveyView | None:
    """Return the answer of this visit's visitor, and whether it may be given or changed."""
    return own_survey(work.visits.get(VisitId(visit)), work=work, now=now)


@routes.get("/counters/{n}/survey", openapi_extra=documented(answer=TabletView))
async def at_a_tablet(call: Call) -> Response:
    """Return whom the counter's tablet asks; its asking is its sign of life."""
    counter = call.counter()
    call.parts.get(HEARTBEATS).beat(DeviceId(call.caller.name), call.parts.clock.now())
    return told(await call.ask(lambda work, now: tablet_view(counter, work=work, now=now)))


@routes.post("/counters/{n}/survey", status_code=204, openapi_extra=documented(TabletSurveyRequest, status=204))
async def from_a_tablet(call: Call) -> Response:
    """Take what was given at the tablet, about the visit that it asks about and no other."""
    body = await call.read(TabletSurveyRequest)
    counter = call.counter()

    def run(work: SurveysWork, now: Moment) -> Answer:
        _check_asked(counter, body.visit, work, now)
        give_survey(GiveSurvey(VisitId(body.visit), body.face, SurveyWay.TABLET, body.reason), work=work, now=now)
        return NO_CONTENT

    return await call.run(run)


def _check_asked(counter: CounterId, visit: str, work: SurveysWork, now: Moment) -> None:
    known = work.surveys.find(VisitId(visit))
    if known is not None and known.counter == counter:
        return  # changed at once, as a reason that follows the face is; the use case knows for how long
    ask = tablet_view(counter, work=work, now=now).ask
    if ask is None or ask.visit != visit:
        raise SurveyElsewhereError(f"the tablet of counter {counter} asks about another visit, or about none, now")
