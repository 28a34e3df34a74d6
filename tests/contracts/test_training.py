from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contracts import training
from tests.contracts.round_trip import FEW, assert_it_arrives, messages_of


@pytest.mark.parametrize("cls", messages_of(training))
@FEW
@given(data=st.data())
def test_every_message_arrives_as_it_was(cls, data):
    assert_it_arrives(data.draw(st.from_type(cls)))
