"""Figures as files: the name, the bytes and the kind of each, in one language and with its stamp."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from contracts.reporting.figures import FiguresView
from figures.reports.figures_csv import Stamp, figures_csv
from figures.reports.report import report_of
from figures.reports.report_pdf import figures_pdf
from figures.reports.seal import Kind
from hall.kernel.settings import HallSettings
from web.texts import texts

MEDIA_TYPES = {
    Kind.CSV: "text/csv; charset=utf-8",
    Kind.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    Kind.PDF: "application/pdf",
}


@dataclass(frozen=True)
class ReportFile:
    """One file, ready to be saved or sent."""

    name: str
    kind: Kind
    content: bytes


def report_file(kind: Kind, view: FiguresView, settings: HallSettings, *, by: str, language: str) -> ReportFile:
    """Return the figures as a file; a PDF takes half a second. Raise PaperError where none can be drawn."""
    stamp = Stamp(
        hall=name_in(settings.names, language),
        services={one.code: name_in(one.names, language) for one in settings.services},
        by=by,
        at=view.at.astimezone(ZoneInfo(settings.time_zone)),
        digits=settings.digits,
        ministry=name_in(settings.brand.ministry, language) if settings.brand.ministry else "",
        emblem=settings.brand.emblems.get("light", ""),
    )
    name = f"dawr-{settings.hall}-{view.period}-{view.first.isoformat()}.{kind.value}"
    return ReportFile(name, kind, _WRITTEN[kind](view, stamp, language))


def name_in(names: Mapping[str, str], language: str) -> str:
    """Return a name in the language, or in the one that there is."""
    return names.get(language) or next(iter(names.values()))


def _csv(view: FiguresView, stamp: Stamp, language: str) -> bytes:
    return figures_csv(view, stamp, texts(language), language)


def _xlsx(view: FiguresView, stamp: Stamp, language: str) -> bytes:
    from figures.reports.figures_xlsx import figures_xlsx  # noqa: PLC0415 - XlsxWriter, for a file now and then

    return figures_xlsx(report_of(view, stamp, texts(language), language))


def _pdf(view: FiguresView, stamp: Stamp, language: str) -> bytes:
    return figures_pdf(report_of(view, stamp, texts(language), language))


_WRITTEN: dict[Kind, Callable[[FiguresView, Stamp, str], bytes]] = {Kind.CSV: _csv, Kind.XLSX: _xlsx, Kind.PDF: _pdf}
