"""What is counted of the survey, and from how many answers on it is shown."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from contracts.surveys.figures import SurveyFigures
from contracts.words.surveys import Face
from figures.survey_figures import FaceRow, ServedRow, hidden_of, survey_figures

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


FACE = [Face.VERY_GOOD, Face.POOR]


def rows(answers: dict[str, int], hour: int = 9) -> list[FaceRow]:
    return [(DAY, service, hour, FACE[at % 2], many) for at, (service, many) in enumerate(answers.items())]


@given(st.dictionaries(st.sampled_from("ABCDEFG"), st.integers(0, 12), min_size=1))
def test_what_is_told_of_the_parts_leaves_nobody_or_five_of_the_whole(answers: dict[str, int]) -> None:
    hidden = hidden_of(answers)
    left = sum(answers[part] for part in hidden)
    assert all(answers[part] >= 5 for part in answers.keys() - hidden)
    assert left == 0 or left >= 5 or hidden == answers.keys()
    for spared in hidden:
        if answers[spared] >= 5:
            assert sum(answers[part] for part in hidden - {spared}) < 5, "more is hidden than must be"


def test_the_next_smallest_part_hides_with_the_one_that_has_few() -> None:
    found = survey_figures(rows({"A": 40, "B": 7, "C": 1}), [])
    assert found.total.satisfied_share is not None
    assert [(one.key, one.figures.answers, one.figures.mean is None) for one in found.services] == [
        ("A", 40, False), ("B", 7, True), ("C", 1, True),
    ]  # fmt: skip


def test_a_service_that_is_hidden_beside_the_others_is_not_told_alone_either() -> None:
    alone = survey_figures(rows({"A": 40, "B": 7, "C": 1}), [], service="B")
    parts = (*alone.services, *alone.hours, *alone.steps)
    assert [one.mean for one in (alone.total, *(part.figures for part in parts))] == [None] * 4
    assert alone.total.answers == 7
