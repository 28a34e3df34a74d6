"""Tokens that are asked for together are looked up in one reading."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

import pytest

from hall.service.look_up import LookUp
from hall.service.ports import Enrolled

OWNERS = {"k": Enrolled("kiosk", "Door"), "c": Enrolled("counter", "Counter 3", 3)}


class Book:
    """Readings of a table of memory; each is counted with what it asked for."""

    def __init__(self, *, away: bool = False) -> None:
        self.readings: list[list[str]] = []
        self._away = away

    @property
    def identities(self) -> Book:
        return self

    def owner_of(self, hashed: str) -> Enrolled | None:
        self.readings[-1].append(hashed)
        return OWNERS.get(hashed)

    def read(self, question: Callable[[Any, Any], Any]) -> Future[Any]:
        self.readings.append([])
        done: Future[Any] = Future()
        if self._away:
            done.set_exception(OSError("the database is away"))
        else:
            done.set_result(question(self, None))
        return done


def asked(book: Book, *hashes: str) -> list[object]:
    look_up = LookUp(book)  # type: ignore[arg-type]  # nothing else of the readings is asked

    async def all_of_them() -> list[object]:
        return list(await asyncio.gather(*map(look_up, hashes), return_exceptions=True))

    return asyncio.run(all_of_them())


def test_what_is_asked_in_one_turn_of_the_loop_is_one_reading() -> None:
    book = Book()
    assert asked(book, "k", "c", "k", "nobody") == [OWNERS["k"], OWNERS["c"], OWNERS["k"], None]
    assert book.readings == [["k", "c", "nobody"]]


def test_a_later_question_is_asked_anew() -> None:
    book = Book()
    look_up = LookUp(book)  # type: ignore[arg-type]  # nothing else of the readings is asked

    async def twice() -> None:
        await look_up("k")
        await look_up("k")

    asyncio.run(twice())
    assert book.readings == [["k"], ["k"]]


def test_a_reading_that_fails_fails_for_all() -> None:
    assert [type(one) for one in asked(Book(away=True), "k", "c")] == [OSError, OSError]


def test_who_gives_up_takes_no_answer_from_the_others() -> None:
    book = Book()
    look_up = LookUp(book)  # type: ignore[arg-type]  # nothing else of the readings is asked

    async def give_up_the_first() -> Enrolled | None:
        first, second = (asyncio.ensure_future(look_up("k")) for _ in range(2))
        await asyncio.sleep(0)
        first.cancel()
        with pytest.raises(asyncio.CancelledError):
            await first
        return await second

    assert asyncio.run(give_up_the_first()) == OWNERS["k"]
