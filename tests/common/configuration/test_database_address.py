from __future__ import annotations

from common.configuration import database_address
from tests.helpers.examples import assert_examples_hold


def test_the_examples_hold() -> None:
    assert_examples_hold(database_address)
