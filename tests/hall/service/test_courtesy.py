"""Work that can wait makes way for requests."""

from __future__ import annotations

import random
import threading

import pytest

from hall.service.courtesy import BREATH_S, EVERY, PATIENCE_S, CourteousRandom, Courtesy


def test_with_nothing_under_way_it_only_takes_a_breath() -> None:
    slept: list[float] = []
    Courtesy(slept.append).make_way()
    assert slept == [BREATH_S]


def test_it_waits_until_the_last_request_has_ended() -> None:
    courtesy, waited = Courtesy(), threading.Event()
    first, second = courtesy.under_way(), courtesy.under_way()
    first.__enter__()
    second.__enter__()

    def works() -> None:
        while not courtesy._quiet.is_set():
            courtesy.make_way()
        waited.set()

    worker = threading.Thread(target=works)
    worker.start()
    first.__exit__(None, None, None)
    assert not waited.is_set()
    second.__exit__(None, None, None)
    assert waited.wait(60)
    worker.join(60)


def test_requests_that_never_pause_do_not_stop_it() -> None:
    courtesy, turns = Courtesy(), 0
    with courtesy.under_way():
        for _ in range(3):
            courtesy.make_way()
            turns += 1
    assert turns == 3
    assert PATIENCE_S <= 0.1


def test_a_request_that_fails_is_over_too() -> None:
    slept: list[float] = []
    courtesy = Courtesy(slept.append)
    with pytest.raises(ZeroDivisionError), courtesy.under_way():
        raise ZeroDivisionError
    courtesy.make_way()
    assert slept == [BREATH_S]


def test_courteous_chance_draws_as_any_other_and_makes_way_now_and_then() -> None:
    ways: list[int] = []
    chance, plain = CourteousRandom(lambda: ways.append(1), 7), random.Random(7)
    assert [chance.random() for _ in range(3 * EVERY)] == [plain.random() for _ in range(3 * EVERY)]
    assert len(ways) == 3
