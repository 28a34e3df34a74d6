"""Qt's SHA-256 is everybody's."""

from __future__ import annotations

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from printer.digest import sha256


@given(st.binary(max_size=5000))
def test_it_is_the_digest_that_python_makes(content: bytes) -> None:
    assert sha256(content) == hashlib.sha256(content).digest()
