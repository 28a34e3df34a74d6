"""The number of a request in a path, as a person typed it."""

from __future__ import annotations

from hall.domain.request_errors import RequestNumberError
from hall.domain.request_number import is_own_number, looks_own, tidy
from hall.service.call import Call


def asked_number(call: Call) -> str:
    """Return the path's number as it is stored; refuse one of ours with a slip in it."""
    number = tidy(call.path_params["number"])
    if looks_own(number) and not is_own_number(number):
        raise RequestNumberError(f"a digit of {number} is wrong")
    return number
