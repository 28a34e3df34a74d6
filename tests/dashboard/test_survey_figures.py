"""What is counted of the survey, and from how many answers on it is told."""

from __future__ import annotations

from datetime import date, timedelta

from contracts.survey_figures import SurveyFigures
from contracts.survey_words import Face
from dashboard.survey_figures import FaceRow, ServedRow, survey_figures

DAY = date(2026, 11, 24)
FACES: list[FaceRow] = [
    (DAY, "A", 9, Face.VERY_GOOD, 3), (DAY, "A", 10, Face.POOR, 2), (DAY, "B", 10, Face.GOOD, 1),
    (DAY + timedelta(days=20), "A", 9, Face.FAIR, 1),
]  # fmt: skip
SERVED: list[ServedRow] = [(DAY, "A", 10), (DAY, "B", 4), (DAY + timedelta(days=20), "A", 6)]


def test_all_are_told_with_share_mean_and_response() -> None:
    found = survey_figures(FACES, SERVED)
    assert found.total == SurveyFigures(7, 20, 35.0, 57.1, 3.71)
    assert [(one.key, one.figures.answers, one.figures.served) for one in found.services] == [("A", 6, 16), ("B", 1, 4)]


def test_of_fewer_than_five_only_their_number_is_told() -> None:
    found = survey_figures(FACES, SERVED)
    few = found.services[1].figures
    assert (few.answers, few.response_share, few.satisfied_share, few.mean) == (1, 25.0, None, None)
    assert [(one.key, one.figures.satisfied_share, one.figures.served) for one in found.hours] == [
        ("9", None, None), ("10", None, None),
    ]  # fmt: skip


def test_steps_are_days_or_months_and_one_service_is_told_alone() -> None:
    assert [one.key for one in survey_figures(FACES, SERVED).steps] == ["2026-11-24", "2026-12-14"]
    by_month = survey_figures(FACES, SERVED, service="A", by_month=True)
    assert [(one.key, one.figures.answers) for one in by_month.steps] == [("2026-11-01", 5), ("2026-12-01", 1)]
    assert by_month.total.served == 16
    assert survey_figures([], []).total == SurveyFigures(0, 0, None, None, None)
