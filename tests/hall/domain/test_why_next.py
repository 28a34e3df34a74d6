"""Why a visitor was next is one sentence in each language."""

from __future__ import annotations

import re

import pytest

from common.languages import minutes_ar
from contracts.hall_words import Lane
from hall.domain.calling_rule import Choice, Why
from hall.domain.ids import ServiceCode, VisitId
from hall.domain.waiting import Waiting
from hall.domain.why_next import account, sentences, word_of
from tests.helpers.moves import at

WHO = Waiting(VisitId("v1"), "L047", ServiceCode("L"), Lane.PRIORITY, at(0), at(0))


def test_an_account_keeps_what_ranked_him():
    text = account(Choice(WHO, Why.LONGEST_WAIT, 1380.4, 1200, among=7))
    assert text == "longest_wait 1380 1200 priority 7"
    assert word_of(text) == "longest_wait"
    said = sentences(text)
    assert said["en"] == "First of the 7 who wait for you: 23 min waited, and a 20 min head start of the priority lane."
    assert "23 دقيقة" in said["ar"]
    assert "20 دقيقة" in said["ar"]


@pytest.mark.parametrize("why", Why)
@pytest.mark.parametrize("lane", Lane)
def test_each_reason_and_lane_has_one_sentence_in_both_languages(why: Why, lane: Lane):
    said = sentences(f"{why.value} 600 0 {lane.value} 3")
    assert set(said) == {"ar", "en"}
    assert re.search("[\u0621-\u064a]", said["ar"])
    assert all(text.endswith(".") and text.count(".") == 1 for text in said.values())


def test_who_waits_alone_is_said_to_be_the_only_one():
    assert sentences("longest_wait 30 0 standard 1")["en"].startswith("The only visitor who waits for you")


def test_less_than_a_minute_is_told_as_the_list_beside_it_tells_it():
    assert sentences("longest_wait 30 0 standard 5")["en"] == "First of the 5 who wait for you: under 1 min waited."
    assert sentences("lane_turn 30 0 standard 5")["en"] == "It is the turn of this lane; under 1 min waited."
    assert sentences("longest_wait 30 0 standard 1")["en"] == "The only visitor who waits for you: under 1 min waited."


def test_a_slot_ahead_is_told_as_no_wait():
    assert account(Choice(WHO, Why.LONGEST_WAIT, -300.0, 900)).split()[1] == "0"


ARABIC = {0: "أقل من دقيقة", 2: "دقيقتين", 10: "10 دقائق", 11: "11 دقيقة", 103: "103 دقائق"}


@pytest.mark.parametrize("minutes", ARABIC)
def test_minutes_are_counted_as_arabic_counts(minutes: int):
    assert minutes_ar(minutes) == ARABIC[minutes]
