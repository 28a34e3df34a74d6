"""The set-up file that the page's answers make."""

from __future__ import annotations

import tomllib
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from commands.setup.toml_text import WEEK, setup_toml

EMBLEM = "data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9IjAgMCA4IDgiLz4="
NAMES = {"ar": "اسم «قاعة»", "en": 'Hall "A" \\ B'}
OTHER = {"ar": "أخرى", "en": "Other"}
FORM: dict[str, Any] = {
    "hall": {"code": "nizwa-1", "names": NAMES, "governorate": "dakhiliyah"},
    "brand": {"ministry": NAMES, "emblem": {"light": EMBLEM, "dark": ""}},
    "categories": [{"code": "help", "names": NAMES}],
    "services": [{"prefix": "A", "names": NAMES, "target_wait_min": 15, "category": None}],
    "counters": [{"number": 1, "services": ["A"], "names": {}}],
    "agents": [{"code": "salim", "names": NAMES, "all_round": True, "services": ["A"]}],
    "days": ["thursday", "sunday"],
    "times": ["07:15", "07:30", "07:30", "13:30", "14:30"],
    "requests": {"prefix": "NZ", "topic": [{"code": "land", "names": NAMES}, {"code": "other", "names": OTHER}]},
    "devices": {"printer": "tcp://10.0.0.9:9100", "screen_inches": 21.5},
}


def test_the_file_reads_back_as_what_was_answered() -> None:
    read = tomllib.loads(setup_toml(FORM))
    assert read["hall"] == FORM["hall"]
    assert read["brand"] == {"ministry": NAMES, "emblem": {"light": FORM["brand"]["emblem"]["light"]}}
    assert (read["requests"], read["topic"]) == ({"prefix": "NZ"}, FORM["requests"]["topic"])
    assert "directorate" not in read
    assert read["service"] == [{"prefix": "A", "names": NAMES, "target_wait_min": 15}]
    assert read["counter"] == [{"number": 1, "services": ["A"]}]
    assert read["agent"] == FORM["agents"]
    assert read["hours"] == {"sunday": FORM["times"], "thursday": FORM["times"]}
    assert read["prayer"] == {"observed": True}
    assert read["lanes"]["priority"] == {"head_start_min": 20}


def test_days_come_in_the_order_of_the_week() -> None:
    assert list(tomllib.loads(setup_toml(FORM))["hours"]) == [day for day in WEEK if day in FORM["days"]]


def test_the_tried_devices_stay_as_a_remark() -> None:
    assert "# printer: tcp://10.0.0.9:9100" in setup_toml(FORM).splitlines()


def test_an_empty_form_is_a_file_that_the_check_can_name_the_gaps_of() -> None:
    assert "service" not in tomllib.loads(setup_toml({}))


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x7f")))
def test_any_name_survives(name: str) -> None:
    read = tomllib.loads(setup_toml({"hall": {"names": {"ar": name}}}))
    assert read["hall"]["names"]["ar"] == name


def test_what_the_kiosk_asks_is_written_only_where_it_asks() -> None:
    asked = {"long_wait_min": 45, "phone": True, "appointments": True}
    read = tomllib.loads(setup_toml({**FORM, "kiosk": asked}))
    assert (read["kiosk"], read["appointments"]) == ({"long_wait_min": 45, "phone": True}, {"offered": True})
    nothing = {"long_wait_min": 0, "phone": False, "appointments": False}
    assert {"kiosk", "appointments"} & set(tomllib.loads(setup_toml({**FORM, "kiosk": nothing}))) == set()
