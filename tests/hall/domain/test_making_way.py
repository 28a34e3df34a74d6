"""Way is made before a long work and now and then in it, and nothing of it is left out."""

from __future__ import annotations

from collections.abc import Iterator

from hall.domain.making_way import EVERY, for_nobody, slowly


def test_way_is_made_before_the_first_and_then_before_each_so_many() -> None:
    done: list[str] = []
    for item in slowly("abcde", lambda: done.append("way"), every=2):
        done.append(item)
    assert done == ["way", "a", "b", "way", "c", "d", "way", "e"]


def test_each_item_is_asked_for_only_when_it_is_its_turn() -> None:
    asked: list[int] = []

    def counted() -> Iterator[int]:
        for number in range(3):
            asked.append(number)
            yield number

    assert next(slowly(counted(), for_nobody)) == 0
    assert asked == [0]


def test_for_nothing_no_way_is_made_and_for_many_seldom() -> None:
    ways: list[str] = []
    assert list(slowly((), lambda: ways.append("way"))) == []
    assert ways == []
    assert list(slowly(range(EVERY + 1), lambda: ways.append("way"))) == list(range(EVERY + 1))
    assert ways == ["way"] * 2
