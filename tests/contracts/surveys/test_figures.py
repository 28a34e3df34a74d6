"""Figures of the survey cross the border as they are."""

from contracts.codec.reader import from_json, to_json
from contracts.surveys.figures import SurveyFigures, SurveyPart, SurveysFigured


def test_they_come_back_as_they_went() -> None:
    figures = SurveyFigures(6, 10, 60.0, 66.7, 3.83)
    few = SurveyPart("9", SurveyFigures(2, None, None, None, None))
    told = SurveysFigured(figures, (SurveyPart("A", figures),), (few,), ())
    assert from_json(SurveysFigured, to_json(told)) == told
