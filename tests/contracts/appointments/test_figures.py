"""Figures of appointments with officials go over the wire and come back the same."""

from __future__ import annotations

from contracts.appointments.figures import OfficialFigures, OfficialPart, OfficialsFigured
from contracts.codec.reader import from_json, to_json


def test_they_come_back_as_they_went() -> None:
    some, none = OfficialFigures(9, 6, 5, 1, 2, 90.5, 120.0), OfficialFigures(1, 0, 0, 1, 0, None, None)
    figured = OfficialsFigured(some, (OfficialPart("head", {"en": "Head"}, some), OfficialPart("gone", {}, none)))
    assert from_json(OfficialsFigured, to_json(figured)) == figured
