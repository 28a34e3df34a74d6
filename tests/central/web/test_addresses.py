"""What a request is counted under: an address, of IPv6 the whole network."""

from __future__ import annotations

from central.web import addresses
from tests.helpers.examples import assert_examples_hold


def test_the_examples_hold() -> None:
    assert_examples_hold(addresses)
