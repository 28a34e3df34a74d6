"""Why a hall is closed suddenly, and the marks that a hall and the centre put on such a closure."""

from __future__ import annotations

from enum import Enum


class ClosureReason(Enum):
    """Why a hall closes beside its hours; programs have a sentence for each."""

    STORM = "storm"
    FLOOD = "flood"
    MOURNING = "mourning"
    FAULT = "fault"
    """Electricity, water or network of the building."""
    OTHER = "other"
    """Only the words that were written say why."""


LONGEST_DAYS = 60
"""Days of one closure at most: a slip in the year closes no hall for a year."""
WORDS_LENGTH = 140
"""Letters of the own words in one language at most: a board shows them in two lines."""
