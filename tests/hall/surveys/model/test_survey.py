"""An answer is given once and changed for ten minutes."""

from __future__ import annotations

from datetime import timedelta

import pytest

from contracts.words.surveys import CHANGE_FOR, Face, SurveyReason, SurveyWay
from hall.kernel.ids import AgentId, CounterId, VisitId
from hall.surveys.model.refusals import SurveyElsewhereError, SurveyOverError
from hall.surveys.model.survey import SurveyAnswer, may_change
from tests.helpers.example_hall import LANDS, NINE, TUESDAY
from tests.helpers.replacing import replace

ANSWER = SurveyAnswer(
    VisitId("v1"), TUESDAY, LANDS, 9, CounterId(1), AgentId("said"), Face.GOOD, None, None, SurveyWay.PHONE, NINE, NINE
)


def test_it_is_changed_within_ten_minutes_of_the_first_answer() -> None:
    soon = NINE + timedelta(minutes=9)
    changed = ANSWER.changed(Face.POOR, SurveyReason.WAIT, "Long", SurveyWay.PHONE, soon)
    assert (changed.face, changed.reason, changed.words, changed.given) == (Face.POOR, SurveyReason.WAIT, "Long", soon)
    assert changed.first == NINE, "a change gives no more time"
    with pytest.raises(SurveyOverError, match="10 minutes"):
        changed.changed(Face.GOOD, None, None, SurveyWay.PHONE, NINE + CHANGE_FOR)
    assert not may_change(changed, NINE + CHANGE_FOR)


def test_the_same_answer_again_is_the_same_whenever_it_comes() -> None:
    late = NINE + timedelta(days=1)
    assert ANSWER.changed(Face.GOOD, None, None, SurveyWay.PHONE, late) is ANSWER


@pytest.mark.parametrize("way", SurveyWay)
def test_a_tablet_overwrites_its_own_answer_and_none_of_a_phone(way: SurveyWay) -> None:
    known = ANSWER.changed(Face.POOR, None, "Long", SurveyWay.PHONE, NINE)
    known = replace(known, way=way)
    if way is SurveyWay.TABLET:
        assert known.changed(Face.GOOD, SurveyReason.WAIT, None, SurveyWay.TABLET, NINE).face is Face.GOOD
        return
    with pytest.raises(SurveyElsewhereError):
        known.changed(Face.GOOD, None, None, SurveyWay.TABLET, NINE)
