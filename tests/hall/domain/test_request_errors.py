"""Refusals about requests have codes of their own."""

import inspect

from hall.domain import request_errors
from hall.domain.errors import HallError


def test_each_refusal_has_its_own_code() -> None:
    errors = [
        cls
        for _, cls in inspect.getmembers(request_errors, inspect.isclass)
        if issubclass(cls, HallError) and cls is not HallError
    ]
    assert len({cls.code for cls in errors}) == len(errors) == 13
