"""Signed settings: only the holder of the hall's key can make them, and not a letter can be changed on the way."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contracts.centre.settings_document import CentreValue, SettingsDocument, SignedSettings, opened, sign
from contracts.codec.reader import ContractError
from tests.helpers.replacing import replace

AT = datetime(2026, 11, 24, 5, tzinfo=UTC)
values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
)
documents = st.builds(
    SettingsDocument,
    hall=st.just("1"),
    version=st.integers(1, 10**6),
    issued_at=st.just(AT),
    by=st.text(max_size=10),
    values=st.dictionaries(st.text(max_size=10), st.builds(CentreValue, values, st.booleans()), max_size=4),
    at_once=st.booleans(),
)


@given(documents, st.text(min_size=1))
def test_what_is_signed_is_read_back_as_it_was(document: SettingsDocument, token: str) -> None:
    assert opened(sign(document, token), hall="1", key=token) == document


@given(documents, st.data())
def test_not_one_letter_may_be_changed(document: SettingsDocument, data: st.DataObject) -> None:
    signed = sign(document, "token")
    at = data.draw(st.integers(0, len(signed.document) - 1))
    other = data.draw(st.characters().filter(lambda letter: letter != signed.document[at]))
    changed = signed.document[:at] + other + signed.document[at + 1 :]
    with pytest.raises(ContractError, match="not signed"):
        opened(replace(signed, document=changed), hall="1", key="token")


@pytest.mark.parametrize(
    ("document", "said"),
    [
        (SettingsDocument("2", 1, AT, "Salma"), "for hall '2'"),
        (SettingsDocument("1", 0, AT, "Salma"), "1 or more"),
    ],
)
def test_a_document_of_another_hall_or_without_a_version_is_refused(document: SettingsDocument, said: str) -> None:
    with pytest.raises(ContractError, match=said):
        opened(sign(document, "token"), hall="1", key="token")


@pytest.mark.parametrize("signature", ["", "hmac-sha256:", "ed25519:00", "م"])
def test_a_signature_that_is_none_is_refused(signature: str) -> None:
    text = sign(SettingsDocument("1", 1, AT, "Salma"), "token").document
    with pytest.raises(ContractError, match="not signed"):
        opened(SignedSettings(text, signature), hall="1", key="token")
