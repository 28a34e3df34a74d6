"""What commands about surveys see and change."""

from __future__ import annotations

from typing import Protocol

from hall.application.survey_ports import HasSurveys
from hall.service.devices_work import DevicesWork


class SurveysWork(DevicesWork, HasSurveys, Protocol):
    """The answers of visitors."""
