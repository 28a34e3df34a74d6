"""One visit's whole story in plain sentences, and the way to find it by ticket number and day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from litestar import Response, Router, get
from litestar.di import NamedDependency
from litestar.params import FromQuery

from contracts.reporting.story import FoundVisits, StoryLine, StoryView
from hall.calendar.service_day import local
from hall.kernel.callers import Answer
from hall.kernel.ids import VisitId
from hall.kernel.moment import Moment
from hall.kernel.settings import HallSettings
from hall.platform.security.access import Role
from hall.platform.web.answers import said
from hall.platform.web.bodies import check_text
from hall.platform.web.parameters import Language, OptionalKey
from hall.platform.web.problems import field_invalid
from hall.platform.web.request import HallRequest
from hall.reporting.commands.read_story import ReadStory, read_story
from hall.reporting.work import ReportingWork
from web.service.openapi import refusals
from web.texts import chosen, texts
from web.visit_story import Names, sentence_of, who_of

MOST = 200
LONGEST_TICKET = 20
NOTES = frozenset({Role.HEAD})
"""Roles that read the notes which agents leave each other."""


@get("/visits/of-day")
async def list_visits_of_day(
    request: HallRequest, asked_day: NamedDependency[date | None], ticket: FromQuery[str | None] = None
) -> FoundVisits:
    """Return the visits of a day whose ticket number begins so."""
    begin = (ticket or "").strip().upper()
    if len(begin) > LONGEST_TICKET:
        raise field_invalid("ticket", f"expected a ticket's number of at most {LONGEST_TICKET} letters")
    check_text(begin, "ticket")

    def ask(work: ReportingWork, now: Moment) -> FoundVisits:
        of = asked_day or local(now, work.settings).date()
        return FoundVisits(now.at, of, tuple(work.stories.found(of, begin, MOST)))

    return await request.ask(ask)


@get("/visits/{visit:str}/story", responses=refusals(409))
async def show_story_of_visit(
    request: HallRequest, visit_id: NamedDependency[VisitId], key: OptionalKey, lang: Language = None
) -> Response[StoryView]:
    """Return what happened to a visit, one sentence a fact; that it was read is a fact, too."""
    language = chosen(lang)
    command = ReadStory(visit_id, request.caller.name, request.caller.role.value)
    notes = request.caller.role in NOTES

    def run(work: ReportingWork, now: Moment) -> Answer:
        visit, facts = read_story(command, work=work, source=work.stories)
        devices = {device.device: device.name for device in work.identities.devices()}
        names = names_of(work.settings, devices, language, notes=notes)
        words = {**texts(language), **_reasons(work.settings, language)}
        lines = tuple(
            StoryLine(fact.at, fact.kind, who_of(fact, names), sentence_of(fact, names, words)) for fact in facts
        )
        return said(
            200,
            StoryView(now.at, visit.id, visit.ticket, visit.service, visit.service_day, visit.state, language, lines),
        )

    return await request.run(run, key)


def names_of(settings: HallSettings, devices: Mapping[str, str], language: str, *, notes: bool) -> Names:
    """Return how services, agents and devices are called in a language."""

    def named(names: Mapping[str, str]) -> str:
        return names.get(language) or next(iter(names.values()))

    services = {str(one.code): named(one.names) for one in settings.services}
    people = dict(devices) | {str(agent.code): named(agent.names) for agent in settings.agents}
    return Names(services, people, notes, settings.time_zone)


def _reasons(settings: HallSettings, language: str) -> dict[str, str]:
    """Return the texts of the hall's own reasons, also of those that are no longer offered."""
    return {f"reason.{one.code}": one.names[language] for one in settings.reasons if language in one.names}


routes = Router("/", route_handlers=[list_visits_of_day, show_story_of_visit], tags=["visits"])
