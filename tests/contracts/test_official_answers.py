"""What is told of officials arrives as it was sent."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contracts import official_answers
from tests.contracts.round_trip import FEW, assert_it_arrives, assert_what_is_missing_is_named, messages_of

MESSAGES = messages_of(official_answers)


def test_the_messages_are_still_found() -> None:
    assert len(MESSAGES) >= 11


@pytest.mark.parametrize("kind", MESSAGES)
@FEW
@given(data=st.data())
def test_a_message_arrives_as_it_was_sent(kind: type[Any], data: st.DataObject) -> None:
    message = data.draw(st.from_type(kind))
    assert_it_arrives(message)
    assert_what_is_missing_is_named(message)
