from __future__ import annotations

from contracts.devices.pairing_string import read_pairing_string
from hall.platform.security.pairing_code import fresh_code


def test_codes_are_different_and_well_formed() -> None:
    codes = [fresh_code() for _ in range(200)]
    assert len(set(codes)) == 200
    assert all(read_pairing_string(code) == (code, "") for code in codes)
