"""Event ids of the live link."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contracts.live import event_id, read_event_id


@given(st.uuids().map(str), st.integers(min_value=0, max_value=2**53))
def test_an_id_is_read_back(stream: str, seq: int) -> None:
    assert read_event_id(event_id(stream, seq)) == (stream, seq)


@pytest.mark.parametrize("text", ["", ":", "12", "a:", ":1", "a:-1", "a:1.5", "a:١"])
def test_what_is_not_ours_is_none(text: str) -> None:
    assert read_event_id(text) is None
