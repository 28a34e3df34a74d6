"""Shares: by address and by minute, and nobody gets a new one by a crowd of others."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from central.errors import BusyError
from central.web.rate_limit import Shares

NOW = datetime(2026, 11, 24, 6, tzinfo=UTC)


def test_the_share_is_by_address_and_by_minute() -> None:
    shares = Shares(2)
    for address in ("a", "b"):
        shares.take(address, NOW)
        shares.take(address, NOW)
        with pytest.raises(BusyError, match="2 requests a minute"):
            shares.take(address, NOW)
    shares.take("a", NOW + timedelta(minutes=1))


def test_a_crowd_of_addresses_gives_nobody_who_goes_on_asking_a_new_share() -> None:
    shares = Shares(2, most=10)
    for crowd in range(30):
        shares.take(f"crowd {crowd}", NOW)
        if crowd < 2:
            shares.take("a", NOW)
        else:
            with pytest.raises(BusyError):
                shares.take("a", NOW)


def test_beyond_the_limit_the_address_that_was_silent_longest_is_forgotten() -> None:
    shares = Shares(1, most=2)
    for address in ("old", "b", "c"):
        shares.take(address, NOW)
    shares.take("old", NOW)
    with pytest.raises(BusyError):
        shares.take("c", NOW)
