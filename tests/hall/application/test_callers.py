"""A command's caller, key and answer are plain frozen values, equal when they say the same."""

from __future__ import annotations

import dataclasses

import pytest

from hall.application.callers import Answer, Enrolled, Key


def test_they_are_equal_by_value_and_frozen():
    assert Key("t1", "k1", "d1") == Key("t1", "k1", "d1") != Key("t2", "k1", "d1")
    answer = Answer(200, b"{}")
    with pytest.raises(dataclasses.FrozenInstanceError):
        answer.status = 500  # type: ignore[misc]  # that is the point


def test_an_owner_without_counter_is_a_device_or_person():
    owner = Enrolled("kiosk", "Door")
    assert (owner.counter, owner.session, owner.device) == (None, None, None)
