"""Each refusal about surveys has a code of its own."""

from hall.domain.survey_errors import SurveyEarlyError, SurveyElsewhereError, SurveyOverError


def test_the_codes_are_different_and_say_what_they_are_about() -> None:
    codes = {error.code for error in (SurveyEarlyError, SurveyOverError, SurveyElsewhereError)}
    assert len(codes) == 3
    assert all(code.startswith("survey_") for code in codes)
