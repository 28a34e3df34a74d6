"""Each request of the contract with one mistake: the hall refuses it with one code and the path of that mistake."""

from __future__ import annotations

import json

import pytest

from contracts.codec.message import Request
from hall.platform.refusals import FieldInvalidError
from hall.platform.web.bodies import parse
from tests.contracts.mistakes import Given, bodies_of
from tests.contracts.test_strictness import MESSAGES

REQUESTS = [kind for kind in MESSAGES if issubclass(kind, Request)]


def refusal_of(kind: type[Request], given: Given) -> str | None:
    """Return the code and the paths that the hall names, None where it takes the body."""
    try:
        parse(kind, json.dumps(given.body).encode())
    except FieldInvalidError as refusal:
        return ", ".join((refusal.code, *(problem.field for problem in refusal.fields)))
    return None


def expected(given: Given) -> str | None:
    return None if given.right else f"field_invalid, {given.path}"


@pytest.mark.parametrize("kind", REQUESTS)
def test_each_mistake_is_refused_by_its_path_and_what_is_right_is_taken(kind: type[Request]) -> None:
    found = [(given, refusal_of(kind, given)) for given in bodies_of(kind)]
    assert len(found) > 3
    assert [(given, told) for given, told in found if told != expected(given)] == []
