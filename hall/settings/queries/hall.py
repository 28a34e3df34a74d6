"""What a hall is, for every program of it: names, services, counters, hours and whether tickets are given."""

from __future__ import annotations

from datetime import time

from common.brand.brand import Brand, emblem_paths
from contracts.settings.hall_view import (
    AgentView,
    BrandView,
    CounterView,
    HallView,
    HoursView,
    NamedEntry,
    PowerView,
    RequestLists,
    ServiceView,
)
from contracts.words.hall import VisitorKind
from hall.calendar.day_view import DayViewWork, day_view
from hall.calendar.service_day import local, times_on
from hall.calendar.timed_notices import timed_notices, voice_view
from hall.kernel.ids import AgentId
from hall.kernel.moment import Moment
from hall.kernel.request_settings import Named, RequestChoices, offered
from hall.kernel.settings import Counter, HallSettings, Service
from hall.settings.queries.closing import closing_notice, closing_now
from hall.settings.queries.kiosk import information_view, kiosk_rules, zone_views


def hall_view(*, work: DayViewWork, now: Moment) -> HallView:
    """Return the hall as its settings stand, with today's hours."""
    settings = work.settings
    return HallView(
        hall=settings.hall,
        names=dict(settings.names),
        governorate=settings.governorate,
        site_kind=settings.site_kind,
        time_zone=settings.time_zone,
        languages=settings.languages,
        digits=settings.digits,
        services=tuple(_service_view(service, settings) for service in settings.services),
        counters=tuple(_counter_view(counter, settings) for counter in settings.counters),
        agents=tuple(AgentView(agent.code, dict(agent.names), tuple(agent.services)) for agent in settings.agents),
        hours=_hours_view(settings, now),
        day=day_view(work=work, now=now),
        notices=(*closing_notice(settings, now), *(dict(notice) for notice in settings.notices)),
        reasons=tuple(one.code for one in offered(settings.reasons)),
        reason_names={one.code: dict(one.names) for one in settings.reasons},
        timed=timed_notices(settings, now),
        voice=voice_view(settings),
        hijri_offset_days=settings.hijri_offset_days,
        zones=zone_views(settings),
        kiosk=kiosk_rules(settings),
        requests=_request_lists(settings.choices),
        undo_s=settings.limits.undo_s,
        brand=brand_view(settings.brand),
        closing=closing_now(settings, now),
    )


def brand_view(brand: Brand) -> BrandView:
    """Return the ministry's name, and where its emblems lie: the address changes with the file."""
    return BrandView(dict(brand.ministry), emblem_paths(brand, "/api/v1/brand"))


def names_of_agent(settings: HallSettings, code: AgentId) -> dict[str, str]:
    """Return the agent's names, or none for one who has left the set-up."""
    return next((dict(agent.names) for agent in settings.agents if agent.code == code), {})


def _counter_view(counter: Counter, settings: HallSettings) -> CounterView:
    room = any(official.service in counter.services for official in settings.officials)
    return CounterView(counter.number, dict(counter.names), tuple(counter.services), room=room)


def _service_view(service: Service, settings: HallSettings) -> ServiceView:
    groups = {category.code: category for category in settings.categories}
    group = groups.get(service.category) if service.category else None
    return ServiceView(
        code=service.code,
        prefix=service.prefix,
        names=dict(service.names),
        category=service.category,
        category_names=dict(group.names) if group else {},
        visitor_kinds=(service.visitor_kinds or tuple(VisitorKind)) if service.asks_visitor_kind else (),
        target_wait_s=service.target_wait_s,
        open=service.open,
        asks_visitor_kind=service.asks_visitor_kind,
        zone=service.zone,
        information=information_view(service),
        serving_target_s=service.expected_serving_s,
        pictogram=service.pictogram,
        serving_long_s=service.expected_serving_s * settings.limits.long_serving_times,
    )


def _hours_view(settings: HallSettings, now: Moment) -> HoursView:
    times = times_on(local(now, settings).date(), settings.hours)
    if times is None:
        return HoursView(False, None, None, None, None, None)
    return HoursView(
        True,
        _text(times.doors),
        _text(times.first_ticket),
        _text(times.counters_open),
        _text(times.last_ticket),
        _text(times.closing),
        settings.hours.always_open,
    )


def _text(at: time) -> str:
    return at.strftime("%H:%M")


def _request_lists(choices: RequestChoices) -> RequestLists:
    """Return the lists that an agent chooses from when he registers a request."""
    powers = tuple(
        PowerView(one.code, dict(one.names), one.decision, one.holder, one.limit_omr, one.valid_until)
        for one in choices.powers
        if one.offered
    )
    return RequestLists(_entries(choices.topics), _entries(choices.directorates), powers)


def _entries(entries: tuple[Named, ...]) -> tuple[NamedEntry, ...]:
    return tuple(NamedEntry(one.code, dict(one.names)) for one in offered(entries))
