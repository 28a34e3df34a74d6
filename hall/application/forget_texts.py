"""Erase what was written in complaints that are closed, once the hall has kept it long enough."""

from __future__ import annotations

from datetime import timedelta
from typing import Protocol

from hall.application.complaint_ports import HasComplaints
from hall.application.settings_ports import HasSettings
from hall.domain.moment import Moment


class ForgetTextsWork(HasComplaints, HasSettings, Protocol):
    """What erasing the texts of complaints reads and writes."""


def forget_texts(*, work: ForgetTextsWork, now: Moment) -> int:
    """Erase and return of how many; steps and times stay, and what is still open is kept."""
    return work.complaints.forget_texts(now.at - timedelta(days=work.settings.limits.words_days))
