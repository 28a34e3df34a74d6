from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qtkit.hall.problems import ANSWER_UNREADABLE, HALL_AWAY, hall_away, read_answer


@given(st.integers(100, 599), st.binary(max_size=200))
def test_whatever_comes_back_is_an_answer_or_a_problem(status: int, body: bytes) -> None:
    answer, problem = read_answer(status, body)
    assert (problem is None) == (200 <= status < 300 and (status == 204 or isinstance(answer, dict)))


def test_a_problem_with_members_of_tomorrow_keeps_its_code() -> None:
    body = {"title": "Conflict", "status": 409, "code": "visit_open", "detail": "…", "instance": "/x", "more": 1}
    problem = read_answer(409, json.dumps(body).encode())[1]
    assert problem is not None
    assert (problem.code, problem.status) == ("visit_open", 409)


@pytest.mark.parametrize("body", [b"<html>Log in to the Wi-Fi</html>", b"", b"3", b'{"code": 7}'])
def test_an_error_that_no_hall_sent_is_named_so(body: bytes) -> None:
    problem = read_answer(502, body)[1]
    assert problem is not None
    assert (problem.code, problem.status) == (ANSWER_UNREADABLE, 502)


def test_a_list_comes_as_items() -> None:
    assert read_answer(200, b"[1, 2]") == ({"items": [1, 2]}, None)


def test_a_hall_that_is_away_has_its_own_code() -> None:
    assert hall_away("refused").code == HALL_AWAY
