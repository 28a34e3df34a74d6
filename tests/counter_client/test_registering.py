"""Finishing with a request by three keys: outcome, topic, directorate; and what the agent tells the visitor."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from contracts.hall_requests import FinishRequest
from contracts.hall_view import NamedEntry, RequestLists
from contracts.hall_words import Lane, Outcome, VisitState
from contracts.request_answers import FinishedVisit, RegisteredRequest
from contracts.request_bodies import NewRequest
from counter_client.actions import Action
from counter_client.deciding import decide
from counter_client.folding import answered
from counter_client.inputs import Inputs, SheetKind
from counter_client.presenters.choices import NO_REQUEST, derive_choices
from counter_client.registering import registered_notice
from counter_client.texts import notice_text
from counter_client.wishes import Choose, Do
from tests.counter_client.builders import HALL, NINE, at_work, serving

LISTS = RequestLists(
    (NamedEntry("land_grant", {"ar": "طلب منح أرض", "en": "Land grant"}),),
    (NamedEntry("lands", {"ar": "مديرية الأراضي", "en": "Directorate of Lands"}),),
    (),
)
SERVING = replace(at_work(serving(), now_s=100.0), hall=replace(HALL, requests=LISTS))


def asked(*codes: str) -> Inputs:
    inputs, _ = decide(SERVING, Do(Action.FINISH))
    for code in codes:
        inputs, post = decide(later(inputs), Choose(code))
        assert post is None
    return later(inputs)


def later(inputs: Inputs) -> Inputs:
    """Return the inputs a second later: a key that bounces answers no second question."""
    return replace(inputs, now_s=inputs.now_s + 1)


def test_topic_and_directorate_are_asked_and_named_in_the_agents_language() -> None:
    sheet = derive_choices(replace(asked("request_registered"), language="en"))
    assert sheet is not None
    assert (sheet.question, [one.name for one in sheet.choices]) == ("request_topic", ["Land grant", ""])
    assert [one.key for one in sheet.choices] == ["1", "2"]
    sheet = derive_choices(replace(asked("request_registered", "land_grant"), language="en"))
    assert sheet is not None
    assert (sheet.question, sheet.choices[0].name) == ("request_directorate", "Directorate of Lands")
    assert not sheet.space_takes_first


def test_the_last_answer_finishes_with_the_request() -> None:
    _, post = decide(asked("request_registered", "land_grant"), Choose("lands"))
    assert post is not None
    assert post.body == FinishRequest(
        Outcome.REQUEST_REGISTERED, requests=(NewRequest("طلب منح أرض", "lands", "land_grant"),)
    )


def test_what_the_ministrys_system_has_already_is_finished_without() -> None:
    _, post = decide(asked("request_registered"), Choose(NO_REQUEST))
    assert post is not None
    assert post.body == FinishRequest(Outcome.REQUEST_REGISTERED)


def test_a_hall_that_registers_none_asks_nothing_more() -> None:
    inputs, _ = decide(replace(SERVING, hall=HALL), Do(Action.FINISH))
    assert HALL.requests is None
    _, post = decide(later(inputs), Choose("request_registered"))
    assert post is not None


def test_a_key_that_bounces_answers_no_second_question() -> None:
    inputs, post = decide(asked("request_registered"), Choose("land_grant"))
    assert post is None
    assert decide(inputs, Choose("lands")) == (inputs, None)


def test_number_and_latest_day_are_told() -> None:
    _, post = decide(asked("request_registered", "land_grant"), Choose("lands"))
    assert post is not None
    made = RegisteredRequest("MUSCAT-1-26-000019", "2026/88", date(2026, 11, 30), False)
    visit = FinishedVisit("v", "A047", "A", Lane.STANDARD, VisitState.FINISHED, 3, NINE, (), requests=(made,))
    told = answered(SERVING, post, visit).notice
    assert told == registered_notice(visit)
    text = notice_text(told)
    assert "2026/88" in text
    assert "30/11/2026" in text
    maybe = registered_notice(replace(visit, requests=(replace(made, latest_expected=True),)))
    assert maybe.code == "done_request_expected"


def test_the_kinds_of_sheets_have_a_question_each() -> None:
    assert {SheetKind.REQUEST_TOPIC.value, SheetKind.REQUEST_DIRECTORATE.value} == {
        "request_topic",
        "request_directorate",
    }
