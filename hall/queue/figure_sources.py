"""What figures are made of: the stages of service days, and what other capabilities add to them."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from datetime import date
from typing import Protocol

from figures.enquiry_figures import EnquiryRow
from figures.official_figures import OfficialRow
from figures.request_figures import RequestRow
from figures.revisions import ClosedDay
from figures.stage_rows import DayRows
from hall.queue.model.corrections.ports import ClosedDays


class StageSource(Protocol):
    """Gives the stages of service days."""

    def days(self, first: date, last: date) -> Sequence[DayRows]:
        """Return each service day that there was from the first to the last, oldest first, with its stages."""
        ...

    def any_day(self, first: date, last: date) -> bool:
        """Return whether there was a service day from the first to the last."""
        ...

    def state(self, first: date, last: date) -> Hashable:
        """Return something that is equal as long as `days` would answer alike, and costs much less."""
        ...


class RequestSource(Protocol):
    """Gives the requests of service days."""

    def of_days(self, first: date, last: date, service: str | None) -> Sequence[RequestRow]:
        """Return the requests registered from the first to the last day, of one service or of all."""
        ...


class EnquirySource(Protocol):
    """Gives the enquiries of service days."""

    def of_days(self, first: date, last: date) -> Sequence[EnquiryRow]:
        """Return the enquiries received from the first to the last day."""
        ...


class OfficialSource(Protocol):
    """Gives the appointments with officials of service days."""

    def of_days(self, first: date, last: date, service: str | None) -> Sequence[OfficialRow]:
        """Return those whose slot lies on the first to the last day, of one official's service or of all."""
        ...


class ChangedDays(ClosedDays, Protocol):
    """Days as they were closed, for figures."""

    def changed(self, first: date, last: date) -> Mapping[date, ClosedDay]:
        """Return the days with facts after their close that may have changed a figure."""
        ...
