"""Figures of enquiries go over the wire and come back the same."""

from __future__ import annotations

from contracts.codec.reader import from_json, to_json
from contracts.enquiries.figures import EnquiriesFigured, EnquiryFigures, EnquiryPart


def test_they_come_back_as_they_went() -> None:
    some, none = EnquiryFigures(9, 6, 1, 2, 90.5, 120.0), EnquiryFigures(1, 1, 0, 0, None, None)
    figured = EnquiriesFigured(some, (EnquiryPart("survey", {"en": "Survey"}, some),), (EnquiryPart("hall", {}, none),))
    assert from_json(EnquiriesFigured, to_json(figured)) == figured
