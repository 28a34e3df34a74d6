"""The survey after a visit over HTTP: from the visitor's own page, and from the tablet at the counter."""

from __future__ import annotations

from litestar import Response, Router, get, post
from litestar.di import NamedDependency
from litestar.params import JSONBody

from contracts.surveys.answers import LONGEST_WORDS, SurveyRequest, SurveyView, TabletSurveyRequest, TabletView
from contracts.words.surveys import SurveyWay
from hall.devices.workers.heartbeats import HEARTBEATS
from hall.kernel.callers import Answer
from hall.kernel.ids import CounterId, DeviceId, VisitId
from hall.kernel.moment import Moment
from hall.platform.web.answers import NO_CONTENT
from hall.platform.web.bodies import check_text
from hall.platform.web.parameters import OptionalKey
from hall.platform.web.problems import field_invalid
from hall.platform.web.request import HallRequest
from hall.queue.routes.visitor.visit_of_code import counted_code, visit_of_code
from hall.surveys.commands.give_survey import GiveSurvey, give_survey
from hall.surveys.model.refusals import SurveyElsewhereError
from hall.surveys.queries import own_survey, tablet_view
from hall.surveys.work import SurveysWork


@post("/place/survey", status_code=200, unstored_field="words")
async def answer_own_survey(
    request: HallRequest, data: JSONBody[SurveyRequest], given_code: NamedDependency[str], key: OptionalKey
) -> Response[SurveyView]:
    """Take the visitor's answer by the code on the ticket."""
    if data.words is not None:
        check_text(data.words, "words")
        if len(data.words) > LONGEST_WORDS:
            raise field_invalid("words", f"expected at most {LONGEST_WORDS} letters")
    hashed = counted_code(request, given_code)

    def run(work: SurveysWork, now: Moment) -> str:
        visit = visit_of_code(hashed, work)
        command = GiveSurvey(visit.id, data.face, SurveyWay.PHONE, data.reason, data.words)
        give_survey(command, work=work, now=now)
        return visit.id

    return await request.run_and_show(run, survey_of, key)


def survey_of(visit: str, work: SurveysWork, now: Moment) -> SurveyView | None:
    """Return the answer of this visit's visitor, and whether it may be given or changed."""
    return own_survey(work.visits.get(VisitId(visit)), work=work, now=now)


@get("/counters/{n:str}/survey")
async def show_tablet_survey(request: HallRequest, counter: NamedDependency[CounterId]) -> TabletView:
    """Return whom the counter's tablet asks; its request counts as its heartbeat."""
    request.parts.get(HEARTBEATS).beat(DeviceId(request.caller.name), request.parts.clock.now())
    return await request.ask(lambda work, now: tablet_view(counter, work=work, now=now))


@post("/counters/{n:str}/survey", status_code=204)
async def answer_tablet_survey(
    request: HallRequest, data: JSONBody[TabletSurveyRequest], counter: NamedDependency[CounterId], key: OptionalKey
) -> Response[None]:
    """Take what was given at the tablet, about the visit that it asks about and no other."""

    def run(work: SurveysWork, now: Moment) -> Answer:
        _check_asked(counter, data.visit, work, now)
        give_survey(GiveSurvey(VisitId(data.visit), data.face, SurveyWay.TABLET, data.reason), work=work, now=now)
        return NO_CONTENT

    return await request.run(run, key)


def _check_asked(counter: CounterId, visit: str, work: SurveysWork, now: Moment) -> None:
    known = work.surveys.find(VisitId(visit))
    if known is not None and known.counter == counter:
        return  # changed at once, as a reason that follows the face is; the use case knows for how long
    ask = tablet_view(counter, work=work, now=now).ask
    if ask is None or ask.visit != visit:
        raise SurveyElsewhereError(f"the tablet of counter {counter} asks about another visit, or about none, now")


routes = Router("/", route_handlers=[answer_own_survey, show_tablet_survey, answer_tablet_survey], tags=["hall"])
