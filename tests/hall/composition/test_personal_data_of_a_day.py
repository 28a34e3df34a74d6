"""No fact and no record for the centre of a whole day names a visitor: not by number, name or words.

The day takes every path of `test_personal_data`, reads each kind of number, calls, sends messages, closes and erases.
The bodies are read as JSON and walked to the last text, so that no escape and no other digits hide anything.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.hall.appointments.routes.test_officials import OFFICIAL
from tests.hall.composition.test_personal_data import DIGITS, HOMES, PHONE, WAYS, Story
from tests.hall.settings.setup.test_officials import OFFICE
from tests.helpers.hall_in_a_thread import SETUP, at_ten, good, hall_in_a_thread

TABLES = {"fact": "kind, body", "outbox": "kind, body", "idempotency": "scope, body"}
LEAVES_FOR_THE_CENTRE = {field for field, homes in HOMES.items() if "outbox.body" in homes}
"""The reply to a request and the decision on it: the centre follows them up (docs/sync.md)."""


@pytest.fixture
def story(tmp_path: Path) -> Iterator[Story]:
    setup = SETUP + OFFICE + OFFICIAL + "\n[kiosk]\nphone = true\n"
    with hall_in_a_thread(tmp_path, setup=setup, clock=at_ten()) as running:
        yield Story(running)


def texts(value: Any) -> Iterator[str]:
    """Yield every text and number of a JSON value, keys too."""
    if isinstance(value, dict):
        for key, one in value.items():
            yield key
            yield from texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from texts(one)
    else:
        yield str(value)


def digits_of(text: str) -> str:
    """Return the digits of a text in western form, without what stands between them."""
    return "".join(str(int(letter)) for letter in re.findall(r"\d", text))


def walk(story: Story, table: str) -> list[tuple[str, str]]:
    """Return each text of each row of a table with the kind of its row."""
    database = story.hall.hall.config.data / "hall.sqlite"
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        rows = connection.execute(f"SELECT {TABLES[table]} FROM {table}").fetchall()
    return [(kind, text) for kind, body in rows if body for text in texts(json.loads(body))]


def naming(story: Story, table: str) -> set[tuple[str, str]]:
    """Return what names a visitor in a table: the kind of the row, and the field or the number it holds."""
    found = set()
    for kind, text in walk(story, table):
        if DIGITS in digits_of(text):
            found.add((kind, "number"))
        found |= {(kind, field) for field, words in story.markers.items() if words in text}
    return found


def live(story: Story) -> None:
    """Take every path with something personal, read numbers, call somebody with a number, and send what is due."""
    for path in sorted(WAYS, key=lambda path: path.startswith("/visits")):  # last who waits: the others call their own
        WAYS[path](story)
    request, enquiry = story.request(), story.enquiry()
    story.post(f"/requests/{request}/phone", story.agent, {"phone": PHONE, "language": "ar"}, 204)
    for path in (f"/appointments/{booked(story)}", f"/requests/{request}", f"/enquiries/{enquiry}"):
        assert good(story.hall.get(f"{path}/phone", "head"))["phone"] == PHONE
    visit = story.post("/visits", "kiosk", {"service": "A", "phone": "9123 4567"}, 201)["visit"]
    story.post(f"/visits/{visit}/phone", "reception", {"phone": None}, 204)
    story.post("/visits", "kiosk", {"service": "A", "phone": PHONE}, 201)
    story.hall.hall.tasks.run_due()
    for move in ("call-next", "begin", "finish"):
        good(story.hall.post(f"/counters/1/{move}", story.agent, {"outcome": "completed"} if move == "finish" else {}))
    story.hall.hall.tasks.run_due()
    good(story.hall.post("/day/close", "head", {"waiting": "cancelled", "end_serving": True}))


def booked(story: Story) -> str:
    """Return the appointment with the official that the day's paths made."""
    day = good(story.hall.get("/officials/director/day", "reception"))
    return next(str(one["number"]) for one in day["appointments"] if one["has_phone"])


def test_no_fact_record_or_stored_answer_of_a_lived_day_names_a_visitor(story: Story) -> None:
    live(story)
    assert len(walk(story, "idempotency")) > 100
    assert naming(story, "idempotency") == set()
    story.hall.clock.move_on(days=2)
    story.hall.hall.tasks.run_due()
    read = {"appointment_phone_read", "request_phone_read", "enquiry_phone_read"}
    assert {"phone_left", "phone_erased", *read} <= {kind for kind, _ in walk(story, "fact")}
    assert naming(story, "fact") == set()
    assert {kind for kind, _ in walk(story, "outbox")} >= {"visit", "audit"}
    assert {field for _, field in naming(story, "outbox")} == LEAVES_FOR_THE_CENTRE


def test_the_walk_finds_a_name_behind_escapes_and_a_number_in_other_digits() -> None:
    found = list(texts(json.loads(json.dumps({"a": [{"b": "زينب"}, {"c": "٩١٢٣ ٤٥٦٧"}, 96891234567]}))))
    assert found == ["a", "b", "زينب", "c", "٩١٢٣ ٤٥٦٧", "96891234567"]
    assert [text for text in found if DIGITS in digits_of(text)] == ["٩١٢٣ ٤٥٦٧", "96891234567"]
