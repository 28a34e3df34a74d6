"""Erase what visitors wrote, in the survey and in complaints, once the hall has kept it long enough."""

from __future__ import annotations

from datetime import timedelta

from hall.application.ports import Work
from hall.domain.moment import Moment
from hall.domain.service_day import local


def forget_words(*, work: Work, now: Moment) -> int:
    """Erase and return of how many; faces, reasons, steps and times stay, and what is still open is kept."""
    kept = timedelta(days=work.settings.limits.words_days)
    today = local(now, work.settings).date()
    return work.surveys.forget_words(today - kept) + work.complaints.forget_texts(now.at - kept)
