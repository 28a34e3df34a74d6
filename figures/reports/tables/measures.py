"""What is measured besides the stages of visits, as tables and definitions of whatever leaves the hall."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from contracts.reporting.figures import FiguresView
from contracts.reporting.report import ReportTable
from figures.reports.tables.enquiries import enquiry_meanings, enquiry_tables
from figures.reports.tables.kiosks import kiosk_meanings, kiosk_tables
from figures.reports.tables.officials import official_meanings, official_tables
from figures.reports.tables.requests import request_meanings, request_tables
from figures.reports.tables.survey import survey_meanings, survey_tables


def measure_tables(
    view: FiguresView, services: Mapping[str, str], t: Mapping[str, str], language: str
) -> Iterator[ReportTable]:
    """Return the tables of each measure that the view tells."""
    if view.requests is not None:
        yield from request_tables(view.requests, services, t, language)
    if view.enquiries is not None:
        yield from enquiry_tables(view.enquiries, t, language)
    if view.surveys is not None:
        yield from survey_tables(view.surveys, services, t)
    if view.officials is not None:
        yield from official_tables(view.officials, t, language)
    if view.kiosks is not None:
        yield from kiosk_tables(view.kiosks, t)


def measure_meanings(view: FiguresView, t: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Return what the figures of each such measure mean."""
    if view.requests is not None:
        yield from request_meanings(t)
    if view.enquiries is not None:
        yield from enquiry_meanings(t)
    if view.surveys is not None:
        yield from survey_meanings(t)
    if view.officials is not None:
        yield from official_meanings(t)
    if view.kiosks is not None:
        yield from kiosk_meanings(t)
