"""One visit's whole story in plain sentences, and the way to find it by ticket number and day."""

from __future__ import annotations

from collections.abc import Mapping

from fastapi import APIRouter
from starlette.responses import Response

from contracts.reporting.story import FoundVisits, StoryLine, StoryView
from hall.calendar.service_day import local
from hall.kernel.callers import Answer
from hall.kernel.moment import Moment
from hall.kernel.settings import HallSettings
from hall.platform.security.access import Role
from hall.platform.web.bodies import check_text
from hall.platform.web.call import PREFIX, Call, HallRoute, asks, documented, said, told
from hall.platform.web.days_asked import day_asked
from hall.platform.web.problems import field_invalid
from hall.reporting.commands.read_story import ReadStory, read_story
from hall.reporting.work import ReportingWork
from web.texts import LANGUAGES, chosen, texts
from web.visit_story import Names, sentence_of, who_of

routes = APIRouter(prefix=PREFIX, route_class=HallRoute, tags=["visits"])
MOST = 200
LONGEST_TICKET = 20
NOTES = frozenset({Role.HEAD})
"""Roles that read the notes which agents leave each other."""


# Before the path of one visit, which would take the word for a visit's id.
@routes.get(
    "/visits/of-day",
    openapi_extra=documented(answer=FoundVisits)
    | {"parameters": [asks("day", format="date"), asks("ticket", maxLength=LONGEST_TICKET)]},
)
async def of_day(call: Call) -> Response:
    """Return the visits of a day whose ticket number begins so."""
    day, ticket = day_asked(call, "day"), (call.query_params.get("ticket") or "").strip().upper()
    if len(ticket) > LONGEST_TICKET:
        raise field_invalid("ticket", f"expected a ticket's number of at most {LONGEST_TICKET} letters")
    check_text(ticket, "ticket")

    def ask(work: ReportingWork, now: Moment) -> FoundVisits:
        of = day or local(now, work.settings).date()
        return FoundVisits(now.at, of, tuple(work.stories.found(of, ticket, MOST)))

    return told(await call.ask(ask))


@routes.get(
    "/visits/{visit}/story",
    openapi_extra=documented(answer=StoryView) | {"parameters": [asks("lang", enum=list(LANGUAGES))]},
)
async def story(call: Call) -> Response:
    """Return what happened to a visit, one sentence a fact; that it was read is a fact, too."""
    language = chosen(call.query_params.get("lang"))
    command = ReadStory(call.visit(), call.caller.name, call.caller.role.value)
    notes = call.caller.role in NOTES

    def run(work: ReportingWork, now: Moment) -> Answer:
        visit, facts = read_story(command, work=work, source=work.stories)
        devices = {device.device: device.name for device in work.identities.devices()}
        names, words = names_of(work.settings, devices, language, notes=notes), texts(language)
        lines = tuple(
            StoryLine(fact.at, fact.kind, who_of(fact, names), sentence_of(fact, names, words)) for fact in facts
        )
        return said(
            200,
            StoryView(now.at, visit.id, visit.ticket, visit.service, visit.service_day, visit.state, language, lines),
        )

    return await call.run(run)


def names_of(settings: HallSettings, devices: Mapping[str, str], language: str, *, notes: bool) -> Names:
    """Return how services, agents and devices are called in a language."""

    def named(names: Mapping[str, str]) -> str:
        return names.get(language) or next(iter(names.values()))

    services = {str(one.code): named(one.names) for one in settings.services}
    people = dict(devices) | {str(agent.code): named(agent.names) for agent in settings.agents}
    return Names(services, people, notes, settings.time_zone)
