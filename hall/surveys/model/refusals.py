"""Refusals about the survey after a visit."""

from __future__ import annotations

from hall.kernel.refusals import HallError


class SurveyEarlyError(HallError):
    """The visit is not over, or nobody was served: there is nothing to ask about."""

    code = "survey_early"


class SurveyOverError(HallError):
    """The visit was too long ago, or its answer was given and the minutes to change it are over."""

    code = "survey_over"


class SurveyElsewhereError(HallError):
    """The counter's tablet does not ask about this visit now."""

    code = "survey_elsewhere"
