"""Read a hall's set-up file (TOML) into HallSettings, or tell all of its mistakes at once, with line and key."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date, time
from pathlib import Path
from typing import Any

from common.configuration.toml_lines import key_lines, line_of
from common.text.hidden_signs import strip_turning
from contracts.codec.reader import NO_SUCH_FIELD, from_json, problems_of
from contracts.words.hall import Lane
from contracts.words.site_kinds import is_desk
from hall.kernel.ids import AgentId, CounterId, ServiceCode
from hall.kernel.settings import (
    HEAD_STARTS_S,
    Agent,
    Category,
    Counter,
    FiveTimes,
    HallSettings,
    Holiday,
    Hours,
    Limits,
    Period,
    Prayer,
    PrayerTable,
    Service,
    Voice,
    VolumeStep,
)
from hall.settings.model.report_plan import NOTHING_LEAVES, ReportPlan
from hall.settings.setup.brand import brand_findings, brand_of, with_emblem_files
from hall.settings.setup.check import WEEKDAYS, Finding, code_of, findings, minutes
from hall.settings.setup.check_board import board_findings
from hall.settings.setup.check_kiosk import kiosk_findings
from hall.settings.setup.entries import (
    AgentEntry,
    HolidayEntry,
    HoursEntry,
    PeriodEntry,
    PrayerEntry,
    ServiceEntry,
    SetupEntry,
    VoiceEntry,
)
from hall.settings.setup.kiosk import appointments_of, information_of, kiosk_of, zones_of
from hall.settings.setup.messages import message_findings, messages_of
from hall.settings.setup.officials import official_findings, officials_of
from hall.settings.setup.reports import plan_of, report_findings
from hall.settings.setup.requests import lists_of, request_findings, requests_of
from hall.settings.setup.texts import text_findings

_AT_DESKS = FiveTimes(time(8), time(8), time(8), time(18), time(18))
DESK_WEEK = dict.fromkeys((7, 1, 2, 3, 4), _AT_DESKS)
"""When a call centre or a social desk is open that names no day: Sunday to Thursday (ISO's numbers of weekdays)."""


@dataclass(frozen=True)
class SetupProblem:
    """One mistake (or, with `warning`, doubt) in a set-up file; `line` is None where the file has no place for it.

    `code` is that of the finding: which of several mistakes of one key it is, or empty.
    """

    line: int | None
    key: str
    text: str
    warning: bool = False
    code: str = ""

    def __str__(self) -> str:
        where = f"line {self.line}, " if self.line else ""
        return f"{'warning' if self.warning else 'error'}: {where}{self.key or 'file'}: {self.text}"


class SetupError(ValueError):
    """A set-up file cannot be used; `problems` has every reason, and the text has one line for each."""

    def __init__(self, path: Path, problems: list[SetupProblem]) -> None:
        super().__init__("\n".join([f"{path}:", *(f"  {problem}" for problem in problems)]))
        self.problems = problems


@dataclass(frozen=True)
class Setup:
    """A read set-up file: the settings, and the agents' first PINs, which live on only as hashes."""

    settings: HallSettings
    pins: dict[str, str]
    warnings: tuple[SetupProblem, ...] = ()
    reports: ReportPlan = NOTHING_LEAVES
    """The scheduled reports: read at each start, because they depend on this machine's network and not on the hall."""


def check_setup(path: Path) -> list[SetupProblem]:
    """Return everything that is wrong or doubtful in the file, in the order of its lines."""
    return _load(path)[1]


def read_setup(path: Path) -> Setup:
    """Return the file as settings; raise SetupError with all mistakes at once."""
    entry, problems = _load(path)
    errors = [problem for problem in problems if not problem.warning]
    if errors or entry is None:
        raise SetupError(path, errors)
    pins = {agent.code: agent.pin for agent in entry.agent if agent.pin}
    return Setup(settings_of(entry), pins, tuple(problem for problem in problems if problem.warning), plan_of(entry))


def _load(path: Path) -> tuple[SetupEntry | None, list[SetupProblem]]:
    try:
        text = path.read_text(encoding="utf-8-sig")  # Windows' editors put a mark before the first line
        raw = with_emblem_files(strip_turning(_plain(tomllib.loads(text))), path.parent)
    except FileNotFoundError:
        return None, [SetupProblem(None, "", "there is no such file")]
    except OSError as error:
        return None, [SetupProblem(None, "", f"cannot be read: {error.strerror or error}")]
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        return None, [SetupProblem(line, "", "is not UTF-8: save it again in the encoding UTF-8, as the editor offers")]
    except tomllib.TOMLDecodeError as error:
        return None, [SetupProblem(_line_in(str(error)), "", f"is not TOML: {error}")]
    lines = key_lines(text)
    refusals = problems_of(SetupEntry, raw)
    wrong = [*((p.field, p.problem) for p in refusals), *((f.key, f.text) for f in text_findings(raw))]
    problems = [SetupProblem(line_of(key, lines), key, problem) for key, problem in wrong]
    if any(refusal.problem != NO_SUCH_FIELD for refusal in refusals):
        return None, _in_order(problems)
    # An unknown key hides nothing: the known ones are checked, too.
    entry = from_json(SetupEntry, raw)
    refused = {key for key, _ in wrong}
    found = [one for one in (*settings_findings(entry), *report_findings(entry)) if one.key not in refused]
    problems += [SetupProblem(line_of(f.key, lines), f.key, f.text, f.warning, f.code) for f in found]
    return None if wrong else entry, _in_order(problems)


def settings_findings(entry: SetupEntry) -> list[Finding]:
    """Return everything that is wrong or doubtful in what becomes settings, of a file of the right shape."""
    return [
        *findings(entry),
        *board_findings(entry),
        *brand_findings(entry.brand),
        *kiosk_findings(entry),
        *official_findings(entry),
        *request_findings(entry),
        *message_findings(entry),
    ]


def _in_order(problems: list[SetupProblem]) -> list[SetupProblem]:
    return sorted(problems, key=lambda problem: (problem.line or 0, problem.key))


def _line_in(message: str) -> int | None:
    _, found, rest = message.partition("line ")
    digits = rest.split(",")[0]
    return int(digits) if found and digits.isdigit() else None


def _plain(value: Any) -> Any:  # noqa: ANN401  # TOML holds anything
    """Return TOML's days and times as the texts that the codec reads."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, time):
        return value.strftime("%H:%M")
    return value.isoformat() if isinstance(value, date) else value


def settings_of(entry: SetupEntry) -> HallSettings:
    """Return the settings that a set-up file without errors means."""
    return HallSettings(
        hall=entry.hall.code,
        names=entry.hall.names,
        governorate=entry.hall.governorate,
        site_kind=entry.hall.site_kind,
        on_public_page=entry.hall.on_public_page,
        time_zone=entry.hall.time_zone,
        languages=entry.hall.languages,
        digits=entry.hall.digits,
        hijri_offset_days=entry.hall.hijri_offset_days,
        services=tuple(_service(service) for service in entry.service),
        counters=tuple(
            Counter(CounterId(c.number), c.names, tuple(map(ServiceCode, c.services)), c.partner, c.reserved_for)
            for c in entry.counter
        ),
        agents=tuple(map(_agent, entry.agent)),
        categories=tuple(Category(c.code, c.names) for c in entry.category),
        hours=_hours(entry),
        limits=Limits(**vars(entry.limits)),
        notices=entry.notice,
        ticket_notice={tag: text for tag, text in entry.ticket_notice.items() if text.strip()},
        privacy_notice=entry.privacy_notice,
        confirms_date_itself=entry.confirms_date_itself,
        prayer=_prayer(entry.prayer),
        voice=_voice(entry.voice),
        brand=brand_of(entry.brand),
        zones=zones_of(entry.zone),
        kiosk=kiosk_of(entry.kiosk),
        appointments=appointments_of(entry.appointments),
        requests=requests_of(entry),
        messages=messages_of(entry),
        officials=officials_of(entry.official),
        **lists_of(entry),
        **_given(entry),
    )


def _agent(entry: AgentEntry) -> Agent:
    return Agent(
        AgentId(entry.code),
        entry.names,
        tuple(map(ServiceCode, entry.services)),
        entry.all_round,
        {ServiceCode(code): level for code, level in entry.levels.items()},
        entry.auto_call,
    )


def _given(entry: SetupEntry) -> dict[str, Any]:
    """Return the settings with defaults that the file sets."""
    given: dict[str, Any] = {}
    lanes = {Lane(name): lane for name, lane in entry.lanes.items()}
    starts = {lane: round(item.head_start_min * 60) for lane, item in lanes.items() if item.head_start_min is not None}
    given["head_starts_s"] = {**HEAD_STARTS_S, **starts}
    given["lane_ratio"] = {lane: item.turns for lane, item in lanes.items() if item.turns is not None}
    return given


def _prayer(entry: PrayerEntry) -> Prayer:
    return Prayer(
        observed=entry.observed,
        notice_min=entry.notice_min,
        call_min=entry.call_min,
        window_min=entry.window_min,
        away_percent=entry.away_percent,
        corrections_min=entry.corrections_min,
        table=tuple(PrayerTable(days.first, days.last, tuple(map(_time, days.times))) for days in entry.table),
    )


def _voice(entry: VoiceEntry) -> Voice:
    steps = tuple(VolumeStep(_time(step.at), step.percent) for step in entry.volume)
    return Voice(entry.languages, entry.chime, entry.fresh_s, steps)


def _service(entry: ServiceEntry) -> Service:
    return Service(
        code=ServiceCode(code_of(entry)),
        prefix=entry.prefix,
        names=entry.names,
        category=entry.category,
        visitor_kinds=entry.visitor_kinds,
        asks_visitor_kind=entry.asks_visitor_kind,
        target_wait_s=round(entry.target_wait_min * 60),
        expected_serving_s=round(entry.expected_serving_min * 60),
        serving_elsewhere_s=round(entry.serving_elsewhere_min * 60) if entry.serving_elsewhere_min else None,
        first_number=entry.numbers[0],
        last_number=entry.numbers[1],
        open=entry.open,
        lane=entry.lane,
        zone=entry.zone,
        information=information_of(entry),
        quota=entry.quota,
        appointments_per_slot=entry.appointments_per_slot,
        transactions_max=entry.transactions_max,
        pictogram=entry.pictogram.value if entry.pictogram is not None else "",
    )


def _hours(entry: SetupEntry) -> Hours:
    return Hours(
        weekly=_weekly(entry.hours) or (DESK_WEEK if is_desk(entry.hall.site_kind) else {}),
        ramadan=tuple(_period(period) for period in entry.ramadan),
        holidays=tuple(_holiday(one) for one in entry.holiday),
        always_open=entry.hours.always_open,
        auto_close=_time(entry.hours.auto_close),
    )


def _holiday(entry: HolidayEntry) -> Holiday:
    return Holiday(entry.day, entry.names, entry.expected, entry.occasion or None, entry.source)


def _weekly(hours: HoursEntry) -> dict[int, FiveTimes]:
    named = {number: getattr(hours, day) for number, day in enumerate(WEEKDAYS, start=1)}
    return {number: _five_times(times) for number, times in named.items() if times}


def _period(entry: PeriodEntry) -> Period:
    return Period(entry.first, entry.last, _five_times(entry.times))


def _five_times(times: tuple[str, ...]) -> FiveTimes:
    return FiveTimes(*(_time(text) for text in times))


def _time(text: str) -> time:
    after_midnight = minutes(text)
    if after_midnight is None:
        raise ValueError(f"a time is HH:MM, got {text!r}")
    return time(after_midnight // 60, after_midnight % 60)
