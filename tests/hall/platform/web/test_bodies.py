"""What a body may be: at most 64 KiB of strict JSON that fits its dataclass."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contracts.queue.bodies import CallNextRequest, IssueRequest, ParkRequest, RecallRequest, TransferRequest
from contracts.words.hall import VisitorKind
from hall.platform.refusals import BodyUnreadableError, FieldInvalidError, ServiceError
from hall.platform.web.bodies import Nothing, parse


def test_a_good_body_becomes_its_dataclass() -> None:
    body = b'{"service": "A", "visitor_kind": "company", "priority": true}'
    assert parse(IssueRequest, body) == IssueRequest("A", VisitorKind.COMPANY, priority=True)


@pytest.mark.parametrize("body", [b"", b"  ", b"{}"])
def test_a_command_that_says_all_by_its_path_needs_no_body(body: bytes) -> None:
    assert parse(Nothing, body) == Nothing()
    assert parse(RecallRequest, body) == RecallRequest(look=False)


def test_a_recall_may_ask_to_be_seen() -> None:
    assert parse(RecallRequest, b'{"look": true}') == RecallRequest(look=True)
    with pytest.raises(FieldInvalidError, match="look"):
        parse(RecallRequest, b'{"look": "yes"}')


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"", "empty"),
        (b"{", "not JSON"),
        (b"\xff\xfe", "UTF-8"),
        (b'{"service": NaN}', "NaN"),
        (b"[" * 60_000, "not JSON"),
        (b'{"service": ' + b"9" * 5_000 + b"}", "not JSON"),
        (b'{"service":' + b"[" * 200 + b"]" * 200 + b"}", "deeper than 20"),
    ],
)
def test_a_body_that_is_not_json_is_unreadable(body: bytes, words: str) -> None:
    with pytest.raises(BodyUnreadableError, match=words):
        parse(IssueRequest, body)


@pytest.mark.parametrize(
    ("body", "field"),
    [
        (b"[]", ""),
        (b"{}", "service"),
        (b'{"service": 1}', "service"),
        (b'{"service": "A", "colour": 1}', "colour"),
        (b'{"service": "A", "visitor_kind": "cat"}', "visitor_kind"),
        (b'{"service": "\\u0000"}', "service"),
        (b'{"service": "\\ud800"}', "service"),
        (b'{"service": 99999999999999999999}', "service"),
        (b'{"service": "A", "language": "' + b"a" * 17 + b'"}', "language"),
        (b'{"service": "A", "phone": "' + b"1" * 201 + b'"}', "phone"),
    ],
)
def test_a_field_that_breaks_the_contract_is_named(body: bytes, field: str) -> None:
    with pytest.raises(FieldInvalidError) as refused:
        parse(IssueRequest, body)
    assert [problem.field for problem in refused.value.fields] == [field]


def test_every_wrong_field_is_named_at_once() -> None:
    with pytest.raises(FieldInvalidError) as refused:
        parse(TransferRequest, b'{"service": 1, "counter": "two", "when": null}')
    assert {problem.field for problem in refused.value.fields} == {"service", "counter", "when"}


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(st.binary(max_size=200) | json_values.map(lambda value: json.dumps(value).encode()))
def test_whatever_comes_is_a_request_or_a_refusal(body: bytes) -> None:
    try:
        request = parse(IssueRequest, body)
    except ServiceError as error:
        refusal = error
    else:
        assert isinstance(request, IssueRequest)
        return
    assert refusal.code in {"body_unreadable", "field_invalid"}


@pytest.mark.parametrize("asked", [CallNextRequest, ParkRequest, RecallRequest])
def test_a_command_all_of_whose_body_is_optional_needs_none(asked: type[CallNextRequest]) -> None:
    assert parse(asked, b"") == asked()
