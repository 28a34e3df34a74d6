from __future__ import annotations

import pytest

from contracts.devices import pairing_string as module
from contracts.devices.pairing_string import (
    ALPHABET,
    PairingStringError,
    as_typed,
    fingerprint_of,
    pairing_string,
    read_pairing_string,
)
from tests.helpers.examples import assert_examples_hold

CERTIFICATE = b"the certificate of a hall"
CODE = "K70Q2X11"


def test_the_examples_hold() -> None:
    assert_examples_hold(module)


def test_it_is_read_aloud_in_five_groups_of_five() -> None:
    text = pairing_string(CODE, CERTIFICATE)
    assert [len(group) for group in text.split("-")] == [5] * 5
    assert read_pairing_string(text) == (CODE, fingerprint_of(CERTIFICATE))


@pytest.mark.parametrize("typed", ["k7oq-2xil", "K70Q2X11", " K7OQ 2XLI ", "k70q-2x1l"])
def test_what_people_type_is_what_was_meant(typed: str) -> None:
    assert read_pairing_string(typed) == (CODE, "")


def test_the_fingerprint_has_80_bits() -> None:
    assert len(fingerprint_of(CERTIFICATE)) * 5 == 80
    assert set(fingerprint_of(CERTIFICATE)) <= set(ALPHABET)
    assert fingerprint_of(CERTIFICATE) != fingerprint_of(CERTIFICATE + b".")


def test_each_single_mistyped_character_is_noticed() -> None:
    whole = as_typed(pairing_string(CODE, CERTIFICATE))
    for at in range(len(whole)):
        for other in set(ALPHABET) - {whole[at]}:
            with pytest.raises(PairingStringError):
                read_pairing_string(whole[:at] + other + whole[at + 1 :])


def test_two_characters_that_changed_places_are_noticed() -> None:
    whole = as_typed(pairing_string(CODE, CERTIFICATE))
    for at in range(len(whole) - 1):
        swapped = whole[:at] + whole[at + 1] + whole[at] + whole[at + 2 :]
        if swapped != whole:
            with pytest.raises(PairingStringError):
                read_pairing_string(swapped)


@pytest.mark.parametrize("typed", ["", "K70Q2X1", "K70Q2X111", "K70Q2X1U", "K70Q2X1é", "٥٨٣٩", "A" * 24])
def test_what_is_no_code_is_refused_with_what_to_do(typed: str) -> None:
    with pytest.raises(PairingStringError, match="compare them with the administrator's screen"):
        read_pairing_string(typed)
