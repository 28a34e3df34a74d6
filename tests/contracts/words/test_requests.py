"""The words about requests are written down once and stay."""

from contracts.words.requests import RequestList, RequestSource, RequestState


def test_the_words_are_those_that_travel() -> None:
    assert {one.value for one in RequestState} == {"registered", "referred", "replied", "decided", "withdrawn"}
    assert {one.value for one in RequestSource} == {"hall", "platform", "email"}
    lists = {"not_referred", "due_today", "overdue", "with_directorate", "to_tell", "all"}
    assert {one.value for one in RequestList} == lists
