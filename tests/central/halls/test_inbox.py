"""The inbox: each item once, under numbers that only grow, however often and from whom it comes."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest
from sqlalchemy import Engine, delete

from central.errors import BodyError, NotFoundError
from central.halls import inbox
from central.store.tables.downlink import inbox as inbox_table
from tests.central.conftest import NOW

FIRST = round(NOW.timestamp() * 1000)


def put(engine: Engine, key: str, stars: int = 5) -> int:
    return inbox.put(engine, "1", "survey", key, {"stars": stars}, now=NOW)


@pytest.mark.dialect
def test_things_are_numbered_and_the_same_thing_is_kept_once(engine: Engine) -> None:
    assert [put(engine, "a"), put(engine, "b"), put(engine, "a", stars=1), put(engine, "c")] == [
        FIRST,
        FIRST + 1,
        FIRST,
        FIRST + 2,
    ]
    assert [(one.number, one.kind, one.body) for one in inbox.after(engine, "1", FIRST)] == [
        (FIRST + 1, "survey", {"stars": 5}),
        (FIRST + 2, "survey", {"stars": 5}),
    ]
    assert [one.number for one in inbox.after(engine, "1", 0, most=2)] == [FIRST, FIRST + 1]
    assert inbox.after(engine, "1", FIRST + 2) == []


def test_a_centre_restored_from_yesterday_gives_a_hall_what_comes_afterwards(engine: Engine) -> None:
    put(engine, "a")
    taken = max(put(engine, f"lost-{nth}") for nth in range(50))
    with engine.begin() as connection:  # the copy is of before they came
        connection.execute(delete(inbox_table).where(inbox_table.c.number > FIRST))
    inbox.put(engine, "1", "survey", "new", {"stars": 5}, now=NOW + timedelta(minutes=1))
    assert [one.body for one in inbox.after(engine, "1", taken)] == [{"stars": 5}]


def test_what_is_about_one_thing_is_found_by_that_alone(engine: Engine) -> None:
    for key, about in (("a", "x"), ("b", "y"), ("c", "x"), ("d", None)):
        inbox.put(engine, "1", "survey", key, {"key": key}, now=NOW, about=about)
    assert [one["key"] for one in inbox.said_about(engine, "1", "x")] == ["a", "c"]
    assert inbox.said_about(engine, "2", "x") == []


def test_where_it_is_strict_another_content_under_the_same_key_is_refused(engine: Engine) -> None:
    for _ in range(2):
        assert inbox.put(engine, "1", "request", "a", {"n": 1}, now=NOW, strict=True) == FIRST
    with pytest.raises(BodyError, match="another content"):
        inbox.put(engine, "1", "request", "a", {"n": 2}, now=NOW, strict=True)


def test_a_hall_that_is_not_known_has_no_inbox(engine: Engine) -> None:
    with pytest.raises(NotFoundError):
        inbox.put(engine, "9", "survey", "a", {}, now=NOW)


@pytest.mark.dialect
def test_many_at_once_lose_nothing_and_keep_nothing_twice(engine: Engine) -> None:
    begin = threading.Barrier(4)

    def send(who: int) -> None:
        begin.wait()
        for number in range(10):
            put(engine, f"{who % 2}-{number}")

    threads = [threading.Thread(target=send, args=(who,)) for who in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [one.number for one in inbox.after(engine, "1", 0)] == list(range(FIRST, FIRST + 20))


def test_what_visitors_wrote_is_erased_a_week_after_the_hall_has_taken_it(engine: Engine) -> None:
    for key, words in (("a", "Noor was kind"), ("b", None), ("c", "not taken yet")):
        inbox.put(engine, "1", "survey", key, {"face": 5, "words": words, "said": "x"}, now=NOW)
    inbox.put(engine, "1", "request", "d", {"words": "another kind"}, now=NOW)
    week = NOW + inbox.WORDS_FOR
    assert inbox.forget_words(engine, "1", FIRST + 1, now=week) == 0
    late = week + timedelta(seconds=1)
    assert [inbox.forget_words(engine, "1", taken, now=late) for taken in (0, FIRST + 1, FIRST + 1)] == [0, 1, 0]
    assert [one.body.get("words") for one in inbox.after(engine, "1", 0)] == [
        None, None, "not taken yet", "another kind",
    ]  # fmt: skip
    assert inbox.after(engine, "1", 0)[0].body["face"] == 5
