"""The closed lists of words about the survey after a visit; values travel as they stand here."""

from __future__ import annotations

from datetime import timedelta
from enum import Enum


class Face(Enum):
    """How the visitor found the visit, from the saddest of the five faces to the happiest."""

    VERY_POOR = 1
    POOR = 2
    FAIR = 3
    GOOD = 4
    VERY_GOOD = 5


FEWEST = 5
"""The fewest answers of which figures are shown: with fewer, single visitors could be recognised."""
CHANGE_FOR = timedelta(minutes=10)
"""How long after the first answer it may be changed."""
SATISFIED = frozenset({Face.GOOD, Face.VERY_GOOD})
"""Faces that count as satisfied."""


class SurveyReason(Enum):
    """What the face was about, where the visitor says so."""

    WAIT = "wait"
    MANNER = "manner"
    CLARITY = "clarity"
    RESULT = "result"
    PLACE = "place"
    OTHER = "other"


class SurveyWay(Enum):
    """Where the visitor answered."""

    PHONE = "phone"
    TABLET = "tablet"
