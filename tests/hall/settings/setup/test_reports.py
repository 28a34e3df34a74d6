"""`[mail]` and `[[report]]` of a set-up file: read, or every mistake told with its key."""

from __future__ import annotations

from datetime import time
from pathlib import Path

import pytest

from hall.settings.model.report_plan import MailServer, ReportPlan, ScheduledReport
from hall.settings.setup.file import check_setup, read_setup
from tests.helpers.hall_in_a_thread import SETUP

GOOD = """
[mail]
host = "mail.example.om"
sender = "hall@example.om"
user = "hall"
password_file = "/etc/dawr/mail"

[[report]]
name = "daily"
formats = ["pdf", "xlsx"]
at = 14:45
folder = "/srv/reports"
to = ["head@example.om"]
""".replace("14:45", '"14:45"')


def file(tmp_path: Path, more: str) -> Path:
    path = tmp_path / "hall.toml"
    path.write_text(SETUP + more, encoding="utf-8")
    return path


def mistakes(path: Path) -> list[str]:
    # The hall of these tests has a letter that reads like a digit, which is warned of elsewhere.
    return [one.key for one in check_setup(path) if one.code != "reads_like"]


def test_a_plan_is_read(tmp_path: Path) -> None:
    server = MailServer("mail.example.om", 587, "starttls", "hall", "/etc/dawr/mail", "hall@example.om")
    daily = ScheduledReport("daily", "day", ("pdf", "xlsx"), "ar", time(14, 45), "/srv/reports", ("head@example.om",))
    assert read_setup(file(tmp_path, GOOD)).reports == ReportPlan((daily,), server)
    assert read_setup(file(tmp_path, "")).reports == ReportPlan()


@pytest.mark.parametrize(
    ("before", "after", "key"),
    [
        ('"daily"', '"daily report"', "report[0].name"),
        ('at = "14:45"', 'at = "25:00"', "report[0].at"),
        ('at = "14:45"', 'period = "year"', "report[0].period"),
        ('at = "14:45"', 'language = "fr"', "report[0].language"),
        ('"pdf", "xlsx"', '"docx"', "report[0].formats"),
        ('"/srv/reports"', '"reports"', "report[0].folder"),
        ('["head@example.om"]', '["head"]', "report[0].to[0]"),
        ('host = "mail.example.om"', "", "report[0].to"),
        ('folder = "/srv/reports"\nto = ["head@example.om"]', "", "report[0]"),
        ('user = "hall"', "port = 0", "mail.port"),
        ('user = "hall"', 'tls = "ssl"', "mail.tls"),
        ('user = "hall"', 'user = "hall"\ntls = "none"', "mail.tls"),
        ('user = "hall"\npassword_file = "/etc/dawr/mail"', 'tls = "none"', "mail.tls"),
        ('sender = "hall@example.om"', "", "mail.sender"),
        ('password_file = "/etc/dawr/mail"', "", "mail.password_file"),
    ],
)
def test_a_mistake_is_told_with_its_key(tmp_path: Path, before: str, after: str, key: str) -> None:
    assert before in GOOD
    assert mistakes(file(tmp_path, GOOD.replace(before, after))) == [key]


def test_a_name_is_given_once(tmp_path: Path) -> None:
    twice = GOOD + '\n[[report]]\nname = "daily"\nfolder = "/srv"\n'
    assert mistakes(file(tmp_path, twice)) == ["report[1].name"]
