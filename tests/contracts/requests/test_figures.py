"""Figures of requests go over the wire and come back the same."""

from __future__ import annotations

from contracts.codec.reader import from_json, to_json
from contracts.requests.figures import RequestFigures, RequestPart, RequestsFigured


def test_they_come_back_as_they_went() -> None:
    some = RequestFigures(9, 1, 2, 1, 7, 6, 85.7, 4, 2.5, 6.0)
    none = RequestFigures(0, 0, 0, 0, 0, 0, None, 0, None, None)
    figured = RequestsFigured(
        some, (RequestPart("survey", {"en": "Survey"}, some),), (), (RequestPart("", {}, none),)
    )  # fmt: skip
    assert from_json(RequestsFigured, to_json(figured)) == figured
