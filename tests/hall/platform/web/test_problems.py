"""Refusals as problem documents."""

from __future__ import annotations

import json

from contracts.codec.reader import from_json
from contracts.queue.answers import FieldProblem, Problem
from hall.kernel.refusals import NotWaitingError
from hall.platform.refusals import PinLockedError, TokenMissingError
from hall.platform.web.exception_handlers import problem_answer
from hall.platform.web.problems import MEDIA_TYPE, field_invalid, problem_of


def test_a_refusal_of_the_engine_becomes_a_problem_of_the_contract() -> None:
    answer = problem_answer(NotWaitingError("A001 is finished"))
    problem = from_json(Problem, json.loads(answer.content))
    assert problem == Problem("Conflict", 409, "not_waiting", "A001 is finished")
    assert answer.media_type == MEDIA_TYPE
    assert answer.headers["Cache-Control"] == "no-store"


def test_who_lacks_a_token_is_told_which_kind() -> None:
    assert problem_answer(TokenMissingError("no token")).headers["WWW-Authenticate"] == "Bearer"
    assert "WWW-Authenticate" not in problem_answer(NotWaitingError("x")).headers


def test_who_must_wait_is_told_how_long() -> None:
    answer = problem_answer(PinLockedError("locked", retry_after_s=17))
    assert answer.headers["Retry-After"] == "17"
    assert json.loads(answer.content)["retry_after_s"] == 17


def test_a_wrong_field_is_named_twice_for_people_and_for_programs() -> None:
    problem = problem_of(field_invalid("counter", "expected a number"))
    assert problem.detail == "counter: expected a number"
    assert problem.fields == (FieldProblem("counter", "expected a number"),)
    assert problem_of(field_invalid("", "expected an object")).detail == "expected an object"
