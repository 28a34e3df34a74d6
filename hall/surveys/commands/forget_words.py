"""Erase what visitors wrote in the survey once the hall has kept it long enough."""

from __future__ import annotations

from datetime import timedelta
from typing import Protocol

from hall.calendar.service_day import local
from hall.kernel.moment import Moment
from hall.kernel.ports import HasSettings
from hall.surveys.model.ports import HasSurveys


class ForgetWordsWork(HasSettings, HasSurveys, Protocol):
    """What erasing written words reads and writes."""


def forget_words(*, work: ForgetWordsWork, now: Moment) -> int:
    """Erase and return of how many; faces and reasons stay."""
    kept = timedelta(days=work.settings.limits.words_days)
    return work.surveys.forget_words(local(now, work.settings).date() - kept)
