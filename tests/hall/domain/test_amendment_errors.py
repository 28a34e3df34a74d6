from __future__ import annotations

from hall.domain.amendment_errors import CorrectionRefusedError, NotOverError


def test_each_refusal_has_a_code_of_its_own() -> None:
    assert {NotOverError.code, CorrectionRefusedError.code} == {"not_over", "correction_refused"}
