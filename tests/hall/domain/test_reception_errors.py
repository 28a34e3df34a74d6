from __future__ import annotations

from hall.domain import reception_errors
from hall.domain.errors import HallError


def test_each_refusal_has_a_code_of_its_own() -> None:
    kinds = [one for one in vars(reception_errors).values() if isinstance(one, type) and issubclass(one, HallError)]
    own = [one for one in kinds if one is not HallError]
    assert len({one.code for one in own}) == len(own) >= 4
