"""The hall's own sentences: messages to visitors, and why a visitor is next."""

from __future__ import annotations

import re

import pytest

from common.text.texts import texts
from contracts.words.hall import Lane
from hall.queue.model.calling.rule import Why
from hall.queue.model.calling.why_next import Reason, reason_of
from hall.queue.queries.sentences import LANGUAGES, message_text, why_sentences, written_language
from tests.helpers.example_hall import SETTINGS
from tests.helpers.replacing import replace

HALL = {"ar": "قاعة مسقط", "en": "Muscat hall"}
MESSAGES = {
    "turn": {"ticket": "A047", "ahead": 3},
    "next": {"ticket": "A047", "ahead": 0},
    "called": {"ticket": "A047", "counter": 12},
    "reply": {"number": "A047", "text": "…"},
}


def test_both_languages_have_the_same_texts_with_the_same_fields() -> None:
    def fields(text: object) -> set[str]:
        return set(re.findall(r"{(\w+)}", str(text)))

    arabic, english = texts("hall", "ar").words, texts("hall", "en").words
    assert len(arabic) > 15
    assert {key: fields(text) for key, text in arabic.items()} == {key: fields(text) for key, text in english.items()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_message_names_hall_and_number_and_fits_two_parts(language: str) -> None:
    written = [message_text(language, key, replace(SETTINGS, names=HALL), values) for key, values in MESSAGES.items()]
    assert len(set(written)) == 4
    for text in written:
        assert HALL[language] in text
        assert "A047" in text
        assert len(text) <= 134, "two parts of a text message in Arabic letters"


def test_a_language_that_the_hall_does_not_write_becomes_arabic() -> None:
    assert written_language("ur") == "ar"
    assert "Muscat" in message_text("ar", "called", replace(SETTINGS, names={"en": "Muscat hall"}), MESSAGES["called"])


@pytest.mark.parametrize("why", Why)
@pytest.mark.parametrize("lane", Lane)
def test_each_reason_and_lane_has_one_sentence_in_both_languages(why: Why, lane: Lane) -> None:
    sentences = why_sentences(Reason(why.value, 600, 1200, lane.value, 3))
    assert set(sentences) == {"ar", "en"}
    assert re.search("[\u0621-\u064a]", sentences["ar"])
    assert "20 دقيقة" in sentences["ar"]
    assert all(text.endswith(".") and text.count(".") == 1 for text in sentences.values())
    assert not [text for text in sentences.values() if "{" in text]


def test_who_waits_alone_is_the_only_one() -> None:
    assert why_sentences(reason_of("longest_wait 30 0 standard 1"))["en"] == ("The only visitor waiting (under 1 min).")


def test_less_than_a_minute_reads_as_in_the_list_beside_it() -> None:
    def english(account: str) -> str:
        return why_sentences(reason_of(account))["en"]

    assert english("longest_wait 30 0 standard 5") == "Next of 5 waiting (under 1 min)."
    assert english("lane_turn 30 0 standard 5") == "It is the turn of this type of ticket (under 1 min)."


ARABIC = {0: "أقل من دقيقة", 1: "دقيقة واحدة", 2: "دقيقتين", 10: "10 دقائق", 11: "11 دقيقة", 103: "103 دقائق"}


@pytest.mark.parametrize("minutes", ARABIC)
def test_minutes_are_counted_as_arabic_counts(minutes: int) -> None:
    sentence = why_sentences(Reason("longest_wait", minutes * 60, 0, "standard", 1))["ar"]
    assert sentence == f"المنتظر الوحيد (انتظر {ARABIC[minutes]})."


AMONG = {2: "منتظرَين اثنين", 3: "3 منتظرين", 15: "15 منتظرًا", 101: "101 منتظر"}


@pytest.mark.parametrize("among", AMONG)
def test_the_waiting_are_counted_as_arabic_counts(among: int) -> None:
    sentence = why_sentences(Reason("longest_wait", 29 * 60, 0, "standard", among))["ar"]
    assert sentence == f"الأول في الدور من بين {AMONG[among]} (انتظر 29 دقيقة)."
