"""Codes equal those of the RFCs, and each is taken once."""

from __future__ import annotations

import pytest

from common.accounts import totp as module
from common.accounts.totp import SLACK, STEP_S, provisioning_uri, shown_secret, step_of, totp
from tests.helpers.examples import assert_examples_hold

SECRET = b"12345678901234567890"


@pytest.mark.parametrize(
    ("at_s", "code"),
    [
        (59, "94287082"),
        (1111111109, "07081804"),
        (1111111111, "14050471"),
        (1234567890, "89005924"),
        (2000000000, "69279037"),
        (20000000000, "65353130"),
    ],
)
def test_the_vectors_of_rfc_6238_hold(at_s: int, code: str) -> None:
    assert totp(SECRET, at_s, digits=8) == code


def test_the_examples_hold() -> None:
    assert_examples_hold(module)


def test_a_code_is_taken_a_step_early_or_late_and_never_twice() -> None:
    at_s = 1_800_000_000.0
    now = int(at_s) // STEP_S
    for off in range(-3, 4):
        found = step_of(SECRET, totp(SECRET, at_s + off * STEP_S), at_s, after=0)
        assert found == (now + off if abs(off) <= SLACK else None)
    code = totp(SECRET, at_s)
    assert step_of(SECRET, f"{code[:3]} {code[3:]}", at_s, after=now - 1) == now
    arabic = code.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    assert step_of(SECRET, arabic, at_s, after=now - 1) == now
    assert step_of(SECRET, code, at_s, after=now) is None


@pytest.mark.parametrize("code", ["", "12345", "١٢٣٤٥٦", "abcdef", "0" * 500])
def test_what_is_no_code_is_refused_without_a_fault(code: str) -> None:
    assert step_of(SECRET, code, 1_800_000_000, after=0) is None


def test_what_an_authenticator_is_told_names_the_person_and_the_secret() -> None:
    assert provisioning_uri(SECRET, "noor.k", "Dawr").startswith("otpauth://totp/Dawr:noor.k?secret=GEZDGNBV")
    assert shown_secret(SECRET).replace(" ", "") in provisioning_uri(SECRET, "noor", "Dawr")
