"""The code in a ticket's QR."""

from __future__ import annotations

import base64

from hall.kernel.ids import VisitId
from hall.platform.security.secret import HallSecret
from hall.platform.security.visit_code import code_hash, visit_code

SECRET = HallSecret(b"k" * 32)


def test_a_code_is_of_128_bits_and_the_same_for_a_reprint() -> None:
    code = visit_code(SECRET, VisitId("v1"))
    assert len(base64.urlsafe_b64decode(code + "==")) == 16
    assert visit_code(SECRET, VisitId("v1")) == code
    assert visit_code(SECRET, VisitId("v2")) != code
    assert visit_code(HallSecret(b"x" * 32), VisitId("v1")) != code


def test_after_each_reprint_it_is_another_one() -> None:
    codes = [visit_code(SECRET, VisitId("v1"), reprints) for reprints in range(4)]
    assert codes[0] == visit_code(SECRET, VisitId("v1"))
    assert len({*codes, visit_code(SECRET, VisitId("v2"), 1)}) == 5


def test_the_database_keeps_only_its_hash() -> None:
    assert len(code_hash("any text at all é")) == 64
    assert code_hash("a") != code_hash("b")
