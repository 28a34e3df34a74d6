"""Erase what was written in complaints that are closed, once the hall has kept it long enough."""

from __future__ import annotations

from datetime import timedelta
from typing import Protocol

from hall.complaints.model.ports import HasComplaints
from hall.kernel.moment import Moment
from hall.kernel.ports import HasSettings


class ForgetTextsWork(HasComplaints, HasSettings, Protocol):
    """What erasing the texts of complaints reads and writes."""


def forget_texts(*, work: ForgetTextsWork, now: Moment) -> int:
    """Erase and return of how many; steps and times stay, and what is still open is kept."""
    return work.complaints.forget_texts(now.at - timedelta(days=work.settings.limits.words_days))
