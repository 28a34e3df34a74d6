"""Write settings back as a set-up file has them, so that settings from anywhere stand the same checks as a file."""

from __future__ import annotations

from datetime import time
from typing import Any

from contracts.words.lists import NamedEntry, PowerEntry
from contracts.words.pictograms import Pictogram
from contracts.words.visitor_messages import all_messages
from hall.kernel.official_settings import Official
from hall.kernel.request_settings import Named, Power
from hall.kernel.settings import Agent, FiveTimes, HallSettings, Hours, Service
from hall.settings.setup.brand import brand_entry
from hall.settings.setup.check import WEEKDAYS
from hall.settings.setup.entries import (
    AbsenceEntry,
    AgentEntry,
    AppointmentsEntry,
    CategoryEntry,
    CounterEntry,
    HallEntry,
    HolidayEntry,
    HoursEntry,
    KioskEntry,
    LaneEntry,
    LimitsEntry,
    OfficialEntry,
    PeriodEntry,
    PrayerEntry,
    PrayerTableEntry,
    RequestsEntry,
    ServiceEntry,
    SetupEntry,
    VoiceEntry,
    VolumeEntry,
    ZoneEntry,
)


def setup_entry(settings: HallSettings) -> SetupEntry:
    """Return the set-up file that these settings would come from; PINs and reports are no settings."""
    return SetupEntry(
        hall=_hall(settings),
        service=tuple(map(_service, settings.services)),
        counter=tuple(
            CounterEntry(one.number, one.services, dict(one.names), one.partner, one.reserved_for)
            for one in settings.counters
        ),
        hours=_hours(settings.hours),
        category=tuple(CategoryEntry(one.code, dict(one.names)) for one in settings.categories),
        agent=tuple(map(_agent, settings.agents)),
        lanes=_lanes(settings),
        ramadan=tuple(PeriodEntry(one.first, one.last, _five(one.times)) for one in settings.hours.ramadan),
        holiday=tuple(
            HolidayEntry(one.day, dict(one.names), one.expected, one.occasion or "", one.source)
            for one in settings.hours.holidays
        ),
        limits=LimitsEntry(**vars(settings.limits)),
        notice=tuple(map(dict, settings.notices)),
        ticket_notice=dict(settings.ticket_notice),
        privacy_notice=dict(settings.privacy_notice),
        reason=_named(settings.reasons),
        **_screens_and_lists(settings),
    )


def _screens_and_lists(settings: HallSettings) -> dict[str, Any]:
    requests, booked = settings.requests, settings.appointments
    return {
        "prayer": _prayer(settings),
        "brand": brand_entry(settings.brand),
        "voice": VoiceEntry(
            settings.voice.languages,
            settings.voice.chime,
            settings.voice.fresh_s,
            tuple(VolumeEntry(_clock(step.at), step.percent) for step in settings.voice.volume),
        ),
        "zone": tuple(ZoneEntry(one.code, dict(one.names), one.kind, dict(one.for_whom)) for one in settings.zones),
        "kiosk": KioskEntry(settings.kiosk.long_wait_s / 60, settings.kiosk.phone),
        "appointments": AppointmentsEntry(
            booked.offered, _minutes(booked.early_s), _minutes(booked.late_s), _minutes(booked.slot_s)
        ),
        "official": tuple(map(_official, settings.officials)),
        "messages": all_messages(settings.messages),
        "requests": RequestsEntry(requests.prefix, requests.phone_days),
        "topic": _named(settings.topics),
        "directorate": _named(settings.directorates),
        "power": tuple(map(_power, settings.powers)),
    }


def _hall(settings: HallSettings) -> HallEntry:
    return HallEntry(
        code=settings.hall,
        names=dict(settings.names),
        governorate=settings.governorate,
        site_kind=settings.site_kind,
        on_public_page=settings.on_public_page,
        time_zone=settings.time_zone,
        languages=settings.languages,
        digits=settings.digits,
        hijri_offset_days=settings.hijri_offset_days,
    )


def _service(one: Service) -> ServiceEntry:
    elsewhere_s, page = one.serving_elsewhere_s, one.information
    return ServiceEntry(
        names=dict(one.names),
        prefix=one.prefix,
        code=one.code,
        category=one.category,
        visitor_kinds=one.visitor_kinds,
        asks_visitor_kind=one.asks_visitor_kind,
        target_wait_min=one.target_wait_s / 60,
        expected_serving_min=one.expected_serving_s / 60,
        serving_elsewhere_min=None if elsewhere_s is None else elsewhere_s / 60,
        numbers=(one.first_number, one.last_number),
        open=one.open,
        lane=one.lane,
        zone=one.zone,
        quota=one.quota,
        transactions_max=one.transactions_max,
        pictogram=Pictogram(one.pictogram) if one.pictogram else None,
        appointments_per_slot=one.appointments_per_slot,
        documents=tuple(map(dict, page.documents)),
        advice=dict(page.advice),
        online=dict(page.online),
        online_url=page.online_url,
    )


def _agent(one: Agent) -> AgentEntry:
    levels = {str(code): level for code, level in one.levels.items()}
    return AgentEntry(one.code, dict(one.names), one.services, one.all_round, levels, one.auto_call)


def _lanes(settings: HallSettings) -> dict[str, LaneEntry]:
    starts_s, turns = settings.head_starts_s, settings.lane_ratio
    return {
        lane.value: LaneEntry(starts_s[lane] / 60 if lane in starts_s else None, turns.get(lane))
        for lane in [*starts_s, *(one for one in turns if one not in starts_s)]
    }


def _hours(hours: Hours) -> HoursEntry:
    week = {day: _five(hours.weekly[number]) for number, day in enumerate(WEEKDAYS, 1) if number in hours.weekly}
    return HoursEntry(**week, always_open=hours.always_open, auto_close=_clock(hours.auto_close))


def _prayer(settings: HallSettings) -> PrayerEntry:
    prayer = settings.prayer
    table = tuple(PrayerTableEntry(one.first, one.last, tuple(map(_clock, one.times))) for one in prayer.table)
    return PrayerEntry(**{**vars(prayer), "corrections_min": dict(prayer.corrections_min), "table": table})


def _official(one: Official) -> OfficialEntry:
    week = {
        day: tuple(f"{_clock(span.first)}-{_clock(span.last)}" for span in one.weekly.get(number, ()))
        for number, day in enumerate(WEEKDAYS, 1)
    }
    away = tuple(AbsenceEntry(each.first, each.last) for each in one.away)
    return OfficialEntry(one.code, dict(one.names), one.agent, one.service, one.slot_min, away=away, **week)


def _named(entries: tuple[Named, ...]) -> tuple[NamedEntry, ...]:
    return tuple(NamedEntry(one.code, dict(one.names), one.offered) for one in entries)


def _power(one: Power) -> PowerEntry:
    return PowerEntry(one.code, dict(one.names), one.offered, one.decision, one.holder, one.limit_omr, one.valid_until)


def _five(times: FiveTimes) -> tuple[str, ...]:
    five = (times.doors, times.first_ticket, times.counters_open, times.last_ticket, times.closing)
    return tuple(map(_clock, five))


def _clock(at: time) -> str:
    return at.strftime("%H:%M")


def _minutes(seconds: int) -> int:
    return -(-seconds // 60)
