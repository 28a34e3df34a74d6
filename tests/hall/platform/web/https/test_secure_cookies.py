from __future__ import annotations

from hall.platform.web.https import secure_cookies
from tests.helpers.examples import assert_examples_hold


def test_the_examples_hold() -> None:
    assert_examples_hold(secure_cookies)
