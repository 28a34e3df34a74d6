"""Figures of a day, week, month or year, as `GET /figures` tells them. Additive only.

>>> Figures(came=3, called=2, mean_s=300.0, median_s=300.0, p90_s=420.0, within=50.0, begin_s=20.0, served=2,
...         serving_mean_s=400.0, serving_s=400.0, no_shows=0, no_show=0.0).called
2
"""

from __future__ import annotations

from datetime import date, datetime

from contracts.appointments.figures import OfficialsFigured
from contracts.codec.message import Message
from contracts.devices.kiosk_figures import KiosksFigured
from contracts.enquiries.figures import EnquiriesFigured
from contracts.requests.figures import RequestsFigured
from contracts.surveys.figures import SurveysFigured


class Figures(Message, frozen=True):
    """Figures of many stages: counts, seconds, shares in percent; null where nothing was measured."""

    came: int
    """Visits that began: tickets given and walk-ups."""
    called: int
    """Stages that waited and were called: what the waiting times are about."""
    mean_s: float | None
    median_s: float | None
    """Waiting time to the first call; with an even number the mean of the two in the middle."""
    p90_s: float | None
    """The shortest waiting time that at least nine of ten did not exceed (nearest rank)."""
    within: float | None
    """Called within the target that the service has today, its end included."""
    begin_s: float | None
    """Median time from the first call to begin."""
    served: int
    """Stages that were begun and finished."""
    serving_mean_s: float | None
    serving_s: float | None
    """Median serving time, without the time that the visit was parked."""
    no_shows: int
    """Stages that ended because nobody came."""
    no_show: float | None
    """Of those called."""
    transactions: int | None = None
    """What was done for them, as agents said at the end of each service; None where it is not told (the centre)."""


class FiguresPart(Message, frozen=True):
    """One part of a whole: `key` is a code of a service, an hour 0 to 23, a lane, a visitor kind, a counter or a day.

    The key is empty where a stage has none: no visitor kind was asked, or no counter has it.
    """

    key: str
    figures: Figures


class HeatCell(Message, frozen=True):
    """One hour of one weekday (ISO: Monday 1 to Sunday 7)."""

    weekday: int
    hour: int
    came: int
    called: int
    median_s: float | None


class RevisedDay(Message, frozen=True):
    """A day whose figures changed after it was closed: a correction, or a ticket that was handed in late."""

    service_day: date
    closed_at: datetime
    closed: Figures
    """As they stood when the day was closed."""
    now: Figures


class FiguresView(Message, frozen=True):
    """From the first to the last day, both included; parts in which nothing happened are left out."""

    at: datetime
    period: str
    first: date
    last: date
    service: str | None
    """Only this service, where one was asked for."""
    total: Figures
    services: tuple[FiguresPart, ...]
    hours: tuple[FiguresPart, ...]
    lanes: tuple[FiguresPart, ...]
    visitor_kinds: tuple[FiguresPart, ...]
    counters: tuple[FiguresPart, ...]
    steps: tuple[FiguresPart, ...]
    """By day; by month (its first day) in a year."""
    heat: tuple[HeatCell, ...]
    step_s: int = 60
    """Medians and the time of nine in ten are those of waits rounded up to this many seconds."""
    revised: tuple[RevisedDay, ...] = ()
    """Days of the period that changed after their close, with both values."""
    total_closed: Figures | None = None
    """The whole period as its days stood when they were closed, where one of them was revised."""
    served_on_paper: int = 0
    """Visitors who were served while the hall was away: they have no times. 0 where it is not told (the centre)."""
    requests: RequestsFigured | None = None
    """Requests that were registered in the period; None where they are not told (the centre)."""
    surveys: SurveysFigured | None = None
    """What visitors of the period answered; None where it is not told (the centre)."""
    enquiries: EnquiriesFigured | None = None
    """Enquiries that were received in the period; None too where one service is asked for: they have none."""
    officials: OfficialsFigured | None = None
    """Appointments with officials whose slot lies in the period; None where they are not told (the centre)."""
    kiosks: KiosksFigured | None = None
    """How kiosks were used; None where it is not told (the centre), or where one service is asked for."""
