"""The fact of a survey says that there is an answer and never which."""

from dataclasses import fields

from hall.kernel.facts import kind_of
from hall.surveys.model.facts import SurveyGiven


def test_nothing_of_the_answer_is_in_the_fact() -> None:
    assert kind_of(SurveyGiven) == "survey_given"
    assert {field.name for field in fields(SurveyGiven)} == {"visit", "ticket", "service", "way", "again"}
