"""Read a request's body: at most 64 KiB of strict JSON, then a message of the contract or every field's problem."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from typing import Any, NoReturn, TypeVar

from common.text.hidden_signs import TURNING
from common.text.phone_number import read_callable, read_phone
from contracts.codec.message import Request
from contracts.codec.reader import ContractError, from_json, problems_of
from contracts.queue.answers import FieldProblem
from contracts.queue.bodies import (
    BeginRequest,
    CallNextRequest,
    OpenDayRequest,
    ParkRequest,
    RecallRequest,
    SignOutRequest,
)
from hall.platform.refusals import BodyUnreadableError, FieldInvalidError
from hall.platform.web.problems import field_invalid

LIMIT_BYTES = 64 * 1024
DEPTH_LIMIT = 20
NUMBER_LIMIT = 2**53
"""Whole numbers beyond this are not the same in every program that reads JSON."""
TEXT_LIMIT = 200
TEXT_LIMITS = {
    "language": 16,
    "ticket": 16,
    "visit": 64,
    "attempt": 64,
    "service": 64,
    "agent": 64,
    "note": 1000,
    "text": 1000,
    "decision": 1000,
}
"""How many letters a field may have, where it is not 200: what its column holds."""
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
T = TypeVar("T")


class Nothing(Request, frozen=True):
    """The body of a command that says all by its path."""


EMPTY_OK: frozenset[type] = frozenset(
    {Nothing, OpenDayRequest, BeginRequest, CallNextRequest, ParkRequest, RecallRequest, SignOutRequest}
)
"""Bodies that may be left out."""


def parse(cls: type[T], body: bytes) -> T:
    """Return a JSON body as a `cls`; raise BodyUnreadableError, or FieldInvalidError with every field that is wrong."""
    value = _value(body, empty_ok=cls in EMPTY_OK)
    check_value(value)
    try:
        return from_json(cls, value)
    except ContractError as first:
        problems = problems_of(cls, value) or [first]
    fields = [FieldProblem(problem.field, problem.problem) for problem in problems]
    raise FieldInvalidError("; ".join(str(problem) for problem in problems), fields=fields)


def _value(body: bytes, *, empty_ok: bool) -> Any:  # noqa: ANN401  # JSON is any value until it is checked
    if not body.strip():
        if empty_ok:
            return {}
        raise BodyUnreadableError("the body is empty; a JSON object was expected")
    try:
        return _STRICT.decode(body.decode())
    except (ValueError, RecursionError) as error:
        raise BodyUnreadableError(f"the body is not JSON in UTF-8: {str(error)[:200]}") from None


def _no_such_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")


_STRICT = json.JSONDecoder(parse_constant=_no_such_number)
"""Made once: json.loads makes one for each body."""


def check_value(value: Any, path: str = "", depth: int = 0) -> None:  # noqa: ANN401  # JSON is any value until it is checked
    """Refuse what JSON can say and a hall cannot hold: NUL, half characters, endless numbers, endless nesting."""
    if isinstance(value, str):
        check_text(value, path)
    elif isinstance(value, int) and abs(value) > NUMBER_LIMIT:
        raise field_invalid(path, f"the number is out of range (at most {NUMBER_LIMIT})")
    elif isinstance(value, dict | list):
        if depth == DEPTH_LIMIT:
            raise BodyUnreadableError(f"the body is nested deeper than {DEPTH_LIMIT} levels")
        for at, item in _parts(value):
            check_text(at, path)
            check_value(item, f"{path}.{at}" if path else at, depth + 1)


def _parts(value: dict[str, Any] | list[Any]) -> Iterable[tuple[str, Any]]:
    return value.items() if isinstance(value, dict) else ((str(at), item) for at, item in enumerate(value))


def check_text(text: str, path: str) -> None:
    """Refuse a text that no database holds, or not in this column; `path` names its field."""
    limit = TEXT_LIMITS.get(path.rpartition(".")[2], TEXT_LIMIT)
    if len(text) > limit:
        raise field_invalid(path, f"the text is too long ({len(text)} letters; at most {limit})")
    if _UNSTORABLE.search(text):
        raise field_invalid(path, "the text holds a character that cannot be stored (NUL or half of a pair)")
    if TURNING.search(text) and path != "phone":  # telephones copy numbers with such a character
        raise field_invalid(path, "the text holds a hidden character that turns the order of letters; type it again")


def given_phone(text: str | None) -> str | None:
    """Return a number in the form for messages; refuse an invalid one without repeating it."""
    return _given(text, read_phone, "expected a mobile number of Oman, or one abroad with its country")


def given_callable(text: str | None) -> str | None:
    """Return a number in the form for calls; refuse an invalid one without repeating it."""
    return _given(text, read_callable, "expected a number of Oman with 8 digits, or one abroad with its country")


def _given(text: str | None, read: Callable[[str], str | None], expected: str) -> str | None:
    number = None if text is None else read(text)
    if number is None and text is not None:
        raise field_invalid("phone", expected)
    return number
