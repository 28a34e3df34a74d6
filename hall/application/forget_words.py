"""Erase what visitors wrote, in the survey and in complaints, once the hall has kept it long enough."""

from __future__ import annotations

from datetime import timedelta
from typing import Protocol

from hall.application.complaint_ports import HasComplaints
from hall.application.settings_ports import HasSettings
from hall.application.survey_ports import HasSurveys
from hall.domain.moment import Moment
from hall.domain.service_day import local


class ForgetWordsWork(HasComplaints, HasSettings, HasSurveys, Protocol):
    """Every store of what visitors wrote."""


def forget_words(*, work: ForgetWordsWork, now: Moment) -> int:
    """Erase and return of how many; faces, reasons, steps and times stay, and what is still open is kept."""
    kept = timedelta(days=work.settings.limits.words_days)
    today = local(now, work.settings).date()
    return work.surveys.forget_words(today - kept) + work.complaints.forget_texts(now.at - kept)
