from __future__ import annotations

from counter_client.texts.names import agent_name, counter_name, hall_name, in_language, service_name
from tests.counter_client.helpers.builders import HALL


def test_a_missing_language_falls_back_to_arabic_then_english_then_the_code() -> None:
    assert in_language({"ar": "الأراضي"}, "ur", "B") == "الأراضي"
    assert in_language({"en": "Lands"}, "ar", "B") == "Lands"
    assert in_language({"ar": ""}, "ar", "B") == "B"


def test_names_are_those_of_the_hall_in_the_language_of_the_screen() -> None:
    assert hall_name(HALL, "en") == "Muscat service hall"
    assert service_name(HALL, "B", "ar") == "الأراضي"
    assert agent_name(HALL, "said", "en") == "Said Al Harthi"
    assert counter_name(HALL, 4, "en") == "Counter 4"


def test_what_the_hall_does_not_know_keeps_its_code() -> None:
    assert service_name(HALL, "Z", "en") == "Z"
    assert agent_name(HALL, "nobody", "en") == "nobody"
    assert agent_name(HALL, None, "en") == ""
    assert counter_name(HALL, 99, "en") == ""


def test_before_the_hall_is_known_nothing_breaks() -> None:
    assert (hall_name(None, "ar"), service_name(None, "B", "ar"), counter_name(None, 3, "ar")) == ("", "B", "")
