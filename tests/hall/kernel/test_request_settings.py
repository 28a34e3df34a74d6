"""The lists of a hall refuse what is not on them."""

from __future__ import annotations

import pytest

from hall.kernel.refusals import DirectorateUnknownError, PowerUnknownError, TopicUnknownError
from hall.kernel.request_settings import DIRECTORATES, POWERS, TOPICS, RequestChoices, names_of

USUAL = RequestChoices(TOPICS, DIRECTORATES, POWERS)


def test_a_hall_that_sets_none_has_the_ministrys_usual_lists() -> None:
    lists = USUAL
    assert lists.topic("land_grant").names["en"] == "Land grant"
    assert lists.directorate("lands").names["ar"] == "مديرية الأراضي"
    assert lists.power("director").names["en"] == "Delegated by the director"
    for one in (*lists.topics, *lists.directorates, *lists.powers):
        assert set(one.names) == {"ar", "en"}


def test_what_is_not_on_a_list_is_refused_with_what_is() -> None:
    lists = USUAL
    with pytest.raises(TopicUnknownError, match="land_grant"):
        lists.topic("x")
    with pytest.raises(DirectorateUnknownError, match="housing, lands"):
        lists.directorate("x")
    with pytest.raises(PowerUnknownError, match="director"):
        lists.power("x")


def test_an_entry_that_has_left_the_list_is_named_by_its_code() -> None:
    assert names_of(DIRECTORATES, "gone") == {"en": "gone"}
