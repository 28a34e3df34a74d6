"""What commands about surveys see and change."""

from __future__ import annotations

from typing import Protocol

from hall.devices.work import DevicesWork
from hall.surveys.model.ports import HasSurveys


class SurveysWork(DevicesWork, HasSurveys, Protocol):
    """The answers of visitors."""
