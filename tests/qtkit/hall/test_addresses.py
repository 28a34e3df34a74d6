from __future__ import annotations

import pytest

from qtkit.hall.addresses import HallAddresses


def test_addresses_are_taken_with_or_without_slash_and_base() -> None:
    given = ["http://a:1/", "http://a:1", "http://a:1/api/v1", "http://a:1/api/v1/"]
    assert {HallAddresses([address]).url("/hall") for address in given} == {"http://a:1/api/v1/hall"}


def test_leaving_an_address_twice_skips_none() -> None:
    addresses = HallAddresses(["http://a:1", "http://b:1", "http://c:1"])
    addresses.leave("http://a:1")
    addresses.leave("http://a:1")
    assert addresses.current == "http://b:1"


def test_after_the_last_comes_the_first() -> None:
    addresses = HallAddresses(["http://a:1", "http://b:1"])
    addresses.advance()
    addresses.advance()
    assert (addresses.current, len(addresses)) == ("http://a:1", 2)


def test_no_address_at_all_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one address"):
        HallAddresses([])


def test_a_room_of_the_hall_is_spoken_to_at_whichever_address() -> None:
    addresses = HallAddresses(["http://a:1", "http://b:1"])
    addresses.enter("/training/0a")
    addresses.leave("http://a:1")
    assert addresses.url("/hall") == "http://b:1/training/0a/api/v1/hall"
    addresses.enter("")
    assert addresses.url("/hall") == "http://b:1/api/v1/hall"
