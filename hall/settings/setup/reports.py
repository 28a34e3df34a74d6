"""The `[mail]` and `[[report]]` of a set-up file: their checks, and the settings that they give."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import time
from pathlib import Path

from common.server.listener import is_loopback
from hall.settings.model.report_plan import MailServer, ReportPlan, ScheduledReport
from hall.settings.setup.check import Finding, minutes
from hall.settings.setup.entries import MailEntry, ReportEntry, SetupEntry

PERIODS, FORMATS, LANGUAGES, TLS = (
    ("day", "week", "month"),
    ("pdf", "xlsx", "csv"),
    ("ar", "en"),
    ("starttls", "tls", "none"),
)
_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+")
_NAME = re.compile(r"[A-Za-z0-9_-]{1,64}")


def report_findings(setup: SetupEntry) -> list[Finding]:
    """Return all mistakes in the scheduled reports."""
    found = [*_mail(setup.mail)]
    for at, entry in enumerate(setup.report):
        found += _report(entry, f"report[{at}]", setup)
        if any(entry.name == other.name for other in setup.report[:at]):
            found.append(Finding(f"report[{at}].name", f"{entry.name!r} is given twice"))
    return found


def plan_of(setup: SetupEntry) -> ReportPlan:
    """Return the plan of a file in which nothing is wrong."""
    mail = setup.mail
    server = (
        MailServer(mail.host, mail.port, mail.tls, mail.user, mail.password_file, mail.sender) if mail.host else None
    )
    return ReportPlan(tuple(map(_scheduled, setup.report)), server)


def _scheduled(entry: ReportEntry) -> ScheduledReport:
    after = minutes(entry.at) if entry.at else None
    at = None if after is None else time(after // 60, after % 60)
    return ScheduledReport(entry.name, entry.period, entry.formats, entry.language, at, entry.folder, entry.to)


def _mail(mail: MailEntry) -> Iterator[Finding]:
    if not mail.host:
        return
    if mail.tls not in TLS:
        yield Finding("mail.tls", f"expected one of {', '.join(TLS)}, got {mail.tls!r}")
    if not 0 < mail.port < 65_536:
        yield Finding("mail.port", f"expected 1 to 65535, got {mail.port}")
    if not _ADDRESS.fullmatch(mail.sender):
        yield Finding("mail.sender", f"expected an address like hall@example.om, got {mail.sender!r}")
    if mail.user and not mail.password_file:
        yield Finding("mail.password_file", "a user needs a password: the path of a file that holds nothing else")
    if mail.tls == "none" and not is_loopback(mail.host):
        yield Finding("mail.tls", "reports and the password would cross the network in clear: use starttls or tls")


def _report(entry: ReportEntry, key: str, setup: SetupEntry) -> Iterator[Finding]:
    if not _NAME.fullmatch(entry.name):
        yield Finding(f"{key}.name", f"expected letters, digits, - and _, got {entry.name!r}")
    for name, value, known in (("period", entry.period, PERIODS), ("language", entry.language, LANGUAGES)):
        if value not in known:
            yield Finding(f"{key}.{name}", f"expected one of {', '.join(known)}, got {value!r}")
    if not entry.formats or set(entry.formats) - set(FORMATS):
        yield Finding(f"{key}.formats", f"expected some of {', '.join(FORMATS)}")
    if entry.at and minutes(entry.at) is None:
        yield Finding(f"{key}.at", f"a time is HH:MM, got {entry.at!r}")
    yield from _ways(entry, key, setup)


def _ways(entry: ReportEntry, key: str, setup: SetupEntry) -> Iterator[Finding]:
    if not entry.folder and not entry.to:
        yield Finding(key, "a report needs a target: a folder, or recipients in to")
    if entry.folder and not Path(entry.folder).is_absolute():
        yield Finding(f"{key}.folder", f"write the whole path, got {entry.folder!r}")
    for at, address in enumerate(entry.to):
        if not _ADDRESS.fullmatch(address):
            yield Finding(f"{key}.to[{at}]", f"expected an address like head@example.om, got {address!r}")
    if entry.to and not setup.mail.host:
        yield Finding(f"{key}.to", "mail needs a server: [mail] with host and sender")
