"""A file is named after hall, period and first day, and made in the language that was asked for."""

from __future__ import annotations

import pytest

from figures.reports.seal import Kind, Verdict, verdict
from hall.reporting.workers.report_files import MEDIA_TYPES, report_file
from tests.helpers.figures_asked import week
from tests.helpers.hall_in_a_thread import RunningHall
from tests.helpers.replacing import replace

pytestmark = pytest.mark.one_hall


@pytest.mark.parametrize("kind", list(Kind))
def test_each_kind_is_sealed_and_named(hall: RunningHall, kind: Kind) -> None:
    file = report_file(kind, week(), hall.hall.parts.settings(), by="Muna", language="en")
    assert file.name == f"dawr-test-hall-week-2026-11-22.{kind.value}"
    assert verdict(file.content) is Verdict.RIGHT
    assert MEDIA_TYPES[kind]


def test_a_hall_without_a_name_in_the_language_has_its_other_one(hall: RunningHall) -> None:
    settings = replace(hall.hall.parts.settings(), names={"ar": "قاعة"})
    assert "قاعة" in report_file(Kind.CSV, week(), settings, by="Muna", language="en").content.decode("utf-8-sig")
