"""The survey's bodies are read strictly: five faces and no sixth."""

import pytest

from contracts.codec.reader import ContractError, from_json, to_json
from contracts.surveys.answers import SurveyRequest
from contracts.words.surveys import Face, SurveyReason


def test_a_face_is_a_number_and_all_else_may_be_left_out() -> None:
    assert from_json(SurveyRequest, {"face": 4}) == SurveyRequest(Face.GOOD)
    asked = SurveyRequest(Face.POOR, SurveyReason.WAIT, "Too long")
    assert from_json(SurveyRequest, to_json(asked)) == asked


@pytest.mark.parametrize("body", [{}, {"face": 0}, {"face": 6}, {"face": "5"}, {"face": 3, "reason": "weather"}])
def test_what_is_no_answer_is_refused(body: object) -> None:
    with pytest.raises(ContractError):
        from_json(SurveyRequest, body)
