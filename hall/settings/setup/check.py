"""What must hold in a set-up file beyond its shape: numbers, names, references and times agree with each other."""

from __future__ import annotations

import itertools
import re
import zoneinfo
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from common.clock.hijri import MAX_OFFSET_DAYS
from common.text.languages import LANGUAGE_NAMES, NOT_REVIEWED
from contracts.words.hall import Lane
from contracts.words.site_kinds import SITE_KINDS, is_desk
from hall.calendar.oman_holidays import Occasion
from hall.kernel.pins import PIN_RULE, keeps_pin_rule
from hall.settings.setup.entries import (
    AgentEntry,
    HoursEntry,
    LaneEntry,
    LimitsEntry,
    PeriodEntry,
    ServiceEntry,
    SetupEntry,
)

GOVERNORATES = ("muscat", "dhofar", "musandam", "buraimi", "dakhiliyah", "north_batinah", "south_batinah",
                "north_sharqiyah", "south_sharqiyah", "dhahirah", "wusta")  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
TIMES = ("doors", "first ticket", "counters open", "last ticket", "closing")
# Letters that a loudspeaker in a full hall does not tell apart, in each language's own names of them.
SOUND_ALIKE = ("BDPTVEGCZ", "MN", "FSX", "AJK", "QU", "IY", "تطد", "سصث", "ذزظ", "حهخ", "كق", "دض", "عأ", "نم")
LEVELS = (1, 2, 3)
DAY_MIN = 24 * 60
LIMIT_BOUNDS = {
    "reinstate_after_calls": (0, 100), "reinstate_max": (0, 100), "return_max": (0, 100), "undo_s": (0, 3600),
    "day_gap_max": (1, 366), "preference_yields_s": (0, 86_400), "offline_numbers": (0, 998),
    "widest_range_s": (0, 86_400), "recall_max": (0, 100), "call_guard_s": (0, 600), "auto_call_s": (0, 600),
    "short_serving_s": (0, 3600), "long_serving_times": (1, 100), "begin_late_s": (0, 86_400),
    "start_late_s": (0, 86_400), "return_days": (0, 90), "words_days": (0, 3650),
}  # fmt: skip
"""The least and the most of each of `[limits]`."""
LOOKS_LIKE_DIGIT = {"O": "0", "Q": "0", "I": "1", "\u0627": "\u0661", "\u0647": "\u0665"}
"""Letters and the digit each is taken for; the last two are Arabic, taken for one and five in Arabic digits."""
NEARLY_DIGIT = {"B": "8", "S": "5", "Z": "2"}
"""Letters that are taken for a western digit from far away; Arabic digits have other forms."""


@dataclass(frozen=True)
class Finding:
    """One thing about a set-up file: a warning may stand, an error may not; `code` tells apart mistakes of one key."""

    key: str
    text: str
    warning: bool = False
    code: str = ""


def findings(setup: SetupEntry) -> list[Finding]:
    """Return everything that is wrong or doubtful in a file of the right shape."""
    return [
        *_hall(setup),
        *_languages(setup.hall.languages),
        *_services(setup.service, {entry.code for entry in setup.category}),
        *_nearly_digits(setup),
        *_counters(setup),
        *_agents(setup),
        *_times(setup),
        *_lanes(setup),
        *_limits(setup.limits),
    ]


def code_of(service: ServiceEntry) -> str:
    """Return the code of a service: its own, or its prefix."""
    return service.code or service.prefix


def _hall(setup: SetupEntry) -> Iterator[Finding]:
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]{0,39}", setup.hall.code):
        yield Finding("hall.code", f"a code has small Latin letters, digits and hyphens, got {setup.hall.code!r}")
    yield from _names(setup.hall.names, "hall.names")
    yield from _one_of(setup.hall.governorate, GOVERNORATES, "hall.governorate")
    yield from _one_of(setup.hall.site_kind, SITE_KINDS, "hall.site_kind")
    yield from _one_of(setup.hall.digits, ("western", "arabic_indic"), "hall.digits")
    if abs(setup.hall.hijri_offset_days) > MAX_OFFSET_DAYS:
        text = f"expected -{MAX_OFFSET_DAYS} to {MAX_OFFSET_DAYS} days, got {setup.hall.hijri_offset_days}"
        yield Finding("hall.hijri_offset_days", text)
    try:
        zoneinfo.ZoneInfo(setup.hall.time_zone)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError):
        yield Finding("hall.time_zone", f"no such time zone: {setup.hall.time_zone!r}")
    for at, category in enumerate(setup.category):
        yield from _names(category.names, f"category[{at}].names")


def _languages(languages: Iterable[str]) -> Iterator[Finding]:
    for language in sorted(NOT_REVIEWED.intersection(languages)):
        text = f"the texts in {LANGUAGE_NAMES[language]} ({language}) are not reviewed by a native speaker"
        yield Finding("hall.languages", text, warning=True)


def _services(services: tuple[ServiceEntry, ...], categories: set[str]) -> Iterator[Finding]:
    if not services:
        yield Finding("service", "a hall needs at least one service")
    yield from _twice([code_of(s) for s in services], "service[{}].code", "the service code")
    for at, service in enumerate(services):
        key = f"service[{at}]"
        yield from _names(service.names, f"{key}.names")
        if not code_of(service):
            yield Finding(f"{key}.code", "a service without a prefix needs a code")
        if service.category is not None and service.category not in categories:
            yield Finding(f"{key}.category", f"no category {service.category!r}; add a [[category]] with this code")
        yield from _minutes(service, key)
        if service.transactions_max is not None and service.transactions_max < 1:
            yield Finding(f"{key}.transactions_max", "at least 1; leave it out where there is no limit")
        yield from _numbers(service, key)
    yield from _overlaps(services)
    yield from _alike(services)


def _minutes(service: ServiceEntry, key: str) -> Iterator[Finding]:
    for name in ("target_wait_min", "expected_serving_min", "serving_elsewhere_min"):
        given = getattr(service, name)
        if given is not None and not 0 < given <= DAY_MIN:
            yield Finding(f"{key}.{name}", f"minutes above 0 and at most {DAY_MIN}")


def _numbers(service: ServiceEntry, key: str) -> Iterator[Finding]:
    if service.prefix in LOOKS_LIKE_DIGIT:
        digit = LOOKS_LIKE_DIGIT[service.prefix]
        text = f"{service.prefix} reads like {digit} on paper and screens: take another letter"
        yield Finding(f"{key}.prefix", text, warning=True, code="reads_like")
    if len(service.prefix) > 1 or (service.prefix and not service.prefix.isalpha()):
        yield Finding(f"{key}.prefix", f"a prefix is one Latin or Arabic letter or none, got {service.prefix!r}")
    if len(service.numbers) != 2 or not 1 <= service.numbers[0] < service.numbers[-1] <= 999:
        yield Finding(f"{key}.numbers", "numbers are the first and the last, 1 to 999, first below last")


def _nearly_digits(setup: SetupEntry) -> Iterator[Finding]:
    for at, service in enumerate(setup.service):
        if setup.hall.digits == "western" and service.prefix in NEARLY_DIGIT:
            text = f"from far away {service.prefix} reads like {NEARLY_DIGIT[service.prefix]}: take another letter"
            yield Finding(f"service[{at}].prefix", text, warning=True, code="reads_like")


def _overlaps(services: tuple[ServiceEntry, ...]) -> Iterator[Finding]:
    """Two services may share a prefix (or have none) only with ranges apart, or one number would mean two visits."""
    readable = [(at, service) for at, service in enumerate(services) if len(service.numbers) == 2]
    for nth, (at, service) in enumerate(readable):
        for _, other in readable[:nth]:
            apart = service.numbers[0] > other.numbers[-1] or other.numbers[0] > service.numbers[-1]
            if service.prefix == other.prefix and not apart:
                same = f"prefix {service.prefix!r}" if service.prefix else "no prefix"
                yield Finding(f"service[{at}].numbers", f"{same} and the same numbers as service {code_of(other)!r}")


def _alike(services: tuple[ServiceEntry, ...]) -> Iterator[Finding]:
    used = [s.prefix for s in services if s.prefix]
    for at, service in enumerate(services):
        for group in SOUND_ALIKE:
            if service.prefix and service.prefix in group:
                others = sorted({p for p in used if p in group and p != service.prefix})
                if others and service.prefix > others[0]:
                    text = f"{service.prefix} and {', '.join(others)} sound alike when spoken"
                    yield Finding(f"service[{at}].prefix", text, warning=True, code="sounds_like")


def _counters(setup: SetupEntry) -> Iterator[Finding]:
    known = {code_of(service) for service in setup.service}
    if not setup.counter:
        yield Finding("counter", "a hall needs at least one counter")
    yield from _twice([c.number for c in setup.counter], "counter[{}].number", "the counter number")
    for at, counter in enumerate(setup.counter):
        if not 1 <= counter.number <= 999:
            yield Finding(f"counter[{at}].number", f"a counter number is 1 to 999, got {counter.number}")
        if not counter.services:
            yield Finding(f"counter[{at}].services", "the counter serves nothing")
        yield from _known(counter.services, known, f"counter[{at}].services")
    served = {code for counter in setup.counter for code in counter.services}
    for at, service in enumerate(setup.service):
        if code_of(service) not in served:
            text = f"no counter serves {code_of(service)!r}: its tickets would never be called"
            yield Finding(f"service[{at}]", text, code="unserved")


def _agents(setup: SetupEntry) -> Iterator[Finding]:
    known = {code_of(service) for service in setup.service}
    yield from _twice([a.code for a in setup.agent], "agent[{}].code", "the agent code")
    for at, agent in enumerate(setup.agent):
        yield from _names(agent.names, f"agent[{at}].names")
        yield from _known(agent.services, known, f"agent[{at}].services")
        yield from _levels(agent, known, f"agent[{at}].levels")
        yield from _pin(agent, f"agent[{at}].pin")
    yield from _same_pins(setup.agent)


def _levels(agent: AgentEntry, known: set[str], key: str) -> Iterator[Finding]:
    yield from _known(tuple(agent.levels), known, key)
    for code, level in agent.levels.items():
        if level not in LEVELS:
            yield Finding(f"{key}.{code}", f"a level is 1, 2 or 3, got {level}")
    if agent.levels and agent.all_round:
        yield Finding(key, "an all-round agent has an order of services; levels are for the others")


def _same_pins(agents: Sequence[AgentEntry]) -> Iterator[Finding]:
    seen: set[str] = set()
    for at, agent in enumerate(agents):
        if agent.pin is not None and agent.pin in seen:
            yield Finding(
                f"agent[{at}].pin", "another agent has the same PIN: each should know only the own", warning=True
            )
        seen.add(agent.pin or "")


def _pin(agent: AgentEntry, key: str) -> Iterator[Finding]:
    if agent.pin is not None and not keeps_pin_rule(agent.pin):
        yield Finding(key, f"{agent.code!r} needs another: {PIN_RULE}")


def _times(setup: SetupEntry) -> Iterator[Finding]:
    for day in WEEKDAYS:
        yield from _five(getattr(setup.hours, day), f"hours.{day}")
    named = setup.hours.always_open or any(getattr(setup.hours, day) for day in WEEKDAYS)
    if not named and not is_desk(setup.hall.site_kind):
        text = "the hall is never open: give at least one weekday its five times, or always_open = true"
        yield Finding("hours", text)
    yield from _clock(setup.hours)
    for at, period in enumerate(setup.ramadan):
        yield from _period(period, setup.ramadan[:at], f"ramadan[{at}]")
    for at, holiday in enumerate(setup.holiday):
        yield from _names(holiday.names, f"holiday[{at}].names")
        if holiday.occasion not in {"", *(one.value for one in Occasion)}:
            known = ", ".join(one.value for one in Occasion)
            yield Finding(f"holiday[{at}].occasion", f"no such occasion {holiday.occasion!r}; known are {known}")


def _period(period: PeriodEntry, earlier: Sequence[PeriodEntry], key: str) -> Iterator[Finding]:
    yield from _five(period.times or ("",), f"{key}.times")
    if period.last < period.first:
        yield Finding(f"{key}.last", "the last day is before the first")
    for other in earlier:
        if period.first <= other.last and other.first <= period.last:
            text = f"overlaps the period from {other.first} to {other.last}: a day has one set of times"
            yield Finding(f"{key}.first", text)


def _clock(hours: HoursEntry) -> Iterator[Finding]:
    if minutes(hours.auto_close) is None:
        yield Finding("hours.auto_close", f"a time is HH:MM, got {hours.auto_close!r}")


def _five(times: tuple[str, ...], key: str) -> Iterator[Finding]:
    if not times:
        return
    read = [minutes(text) for text in times]
    if len(times) != 5 or None in read:
        yield Finding(key, f"five times HH:MM are needed: {', '.join(TIMES)}", code="times_missing")
    elif any(later < earlier for earlier, later in itertools.pairwise(read) if earlier and later):
        yield Finding(key, f"the times must not run backwards: {', '.join(TIMES)}", code="times_order")


def minutes(text: str) -> int | None:
    """Return the minutes after midnight of `HH:MM`, or None when it is no such time.

    >>> minutes("07:30"), minutes("7.30"), minutes("25:00")
    (450, None, None)
    """
    hour, colon, minute = text.partition(":")
    if not (colon and hour.isdigit() and minute.isdigit() and len(minute) == 2):
        return None
    return int(hour) * 60 + int(minute) if int(hour) < 24 and int(minute) < 60 else None


def _lanes(setup: SetupEntry) -> Iterator[Finding]:
    for name, lane in setup.lanes.items():
        yield from _one_of(name, [lane.value for lane in Lane], f"lanes.{name}")
        if lane.head_start_min is not None and not 0 <= lane.head_start_min <= 240:
            yield Finding(f"lanes.{name}.head_start_min", "a head start is 0 to 240 minutes")
        if lane.turns is not None and not 1 <= lane.turns <= 20:
            yield Finding(f"lanes.{name}.turns", "a lane has 1 to 20 turns in a round")
    if any(lane.turns for lane in setup.lanes.values()) and setup.lanes.get("standard", LaneEntry()).turns is None:
        text = "where lanes are called by turns, standard needs turns too: lanes without any take those of standard"
        yield Finding("lanes", text)


def _limits(limits: LimitsEntry) -> Iterator[Finding]:
    for name, (least, most) in LIMIT_BOUNDS.items():
        if not least <= getattr(limits, name) <= most:
            yield Finding(f"limits.{name}", f"expected {least} to {most}, got {getattr(limits, name)}")


def _names(names: dict[str, str], key: str) -> Iterator[Finding]:
    for language in ("ar", "en"):
        if not names.get(language, "").strip():
            yield Finding(f"{key}.{language}", "the name is missing in this language")


def _one_of(value: str, known: Iterable[str], key: str) -> Iterator[Finding]:
    if value not in known:
        yield Finding(key, f"expected one of {', '.join(known)}, got {value!r}")


def _twice(values: Sequence[object], key: str, what: str) -> Iterator[Finding]:
    for at, value in enumerate(values):
        if value in values[:at]:
            yield Finding(key.format(at), f"{what} {value!r} is given twice", code="twice")


def _known(codes: tuple[str, ...], known: set[str], key: str) -> Iterator[Finding]:
    for at, code in enumerate(codes):
        if code not in known:
            yield Finding(f"{key}[{at}]", f"no service {code!r}; the services are {', '.join(sorted(known))}")
