"""What an administrator sees of a staff token."""

from __future__ import annotations

from datetime import timedelta

from hall.people.model.staff_access import StaffToken
from tests.helpers.example_hall import NINE
from tests.helpers.replacing import replace

TOKEN = StaffToken("abc", "head", "Muna", NINE, NINE + timedelta(days=90), None, False, None, 0)


def test_a_token_is_valid_until_it_expires_or_is_withdrawn() -> None:
    assert TOKEN.state(NINE) == "valid"
    assert TOKEN.state(TOKEN.expires_at) == "expired"
    assert replace(TOKEN, revoked_at=NINE).state(TOKEN.expires_at) == "withdrawn"


def test_only_a_link_for_one_use_is_used_up_by_a_sign_in() -> None:
    signed_in = replace(TOKEN, last_sign_in_at=NINE)
    assert signed_in.state(NINE) == "valid"
    assert replace(signed_in, one_use=True).state(NINE) == "used"
