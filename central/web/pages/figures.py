"""Figures of one hall as its hall head sees them, and of all halls together: his own page over the centre's figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from litestar import Controller, Response, Router, get
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath, FromQuery
from litestar.response import Template
from msgspec import Struct
from sqlalchemy import Engine, select

from central.audit.staff_acts import note
from central.config import CentralConfig
from central.errors import BusyError, NotFoundError
from central.figures.day_figures import HallFigures, day_figures
from central.figures.period_figures import RollupFigures
from central.store.tables.halls import hall, live
from central.store.tables.rollups import ALL
from central.web.centre_request import CentreRequest
from central.web.dependencies import Config, Database, Now, Today
from central.web.pages.period import Service, asked_of
from central.web.rendering import AskedPage, Page, get_page
from central.web.texts import DEFAULT
from common.text import texts as texts_of
from contracts.reporting.figures import FiguresView
from figures.period import Asked
from figures.reports.figures_csv import Stamp, figures_csv
from figures.reports.figures_xlsx import figures_xlsx
from figures.reports.report import report_of
from figures.reports.report_pdf import PaperError, figures_pdf
from figures.reports.seal import Kind
from web.ports import FigureSource
from web.service.openapi import refusals
from web.texts import LANGUAGES, chosen, texts

EVERY = "all"
"""In addresses, in place of a hall: all halls together."""


class NamedService(Struct, frozen=True):
    """A service by its code, with its names by language."""

    code: str
    names: Mapping[str, str]


class FiguredHall(Struct, frozen=True):
    """A hall, or all halls together, as a page of its figures needs it."""

    hall: str
    names: Mapping[str, str]
    services: Sequence[NamedService]
    time_zone: str
    digits: str = "western"


class DayOfHalls(Struct, frozen=True):
    """Each hall's figures of one service day."""

    day: date
    halls: Sequence[HallFigures]


@get_page("/figures")
def all_figures_page(page: AskedPage, engine: Database, config: Config) -> Template:
    """Show the figures of all halls together."""
    return _shown(page, engine, config, EVERY)


@get_page("/halls/{name:str}")
def hall_page(page: AskedPage, engine: Database, config: Config, name: FromPath[str]) -> Template:
    """Show the figures of one hall."""
    return _shown(page, engine, config, name)


@dataclass(frozen=True)
class FigureFile:
    """Figures that are asked for as a file; `name`: of which hall, or of all."""

    engine: Engine
    config: CentralConfig
    name: str
    asked: Asked
    language: str
    now: datetime
    by: str
    """Who asks."""

    def made(self, kind: Kind) -> Response[bytes]:
        """Return the file, with definitions, what was asked, time and digest; BusyError while no page can be drawn.

        That somebody took it is written down.
        """
        figured = _figured(self.engine, self.config, self.name)
        view = _source(self.engine, self.name).figures(self.asked, at=self.now)
        try:
            content = self._content(kind, figured, view)
        except PaperError as error:
            raise BusyError("report_not_made", str(error), retry_after_s=60) from error
        file = f"dawr-{self.name}-{view.period}-{view.first.isoformat()}.{kind.value}"
        with self.engine.begin() as connection:
            taken = f"{self.name} {file}"
            note(connection, "figures_exported", who=self.by, now=self.now, hall_id=None, detail=taken)
        headers = {"Content-Disposition": f'attachment; filename="{file}"'}
        return Response(content, headers=headers, media_type=MEDIA_TYPES[kind])

    def _content(self, kind: Kind, figured: FiguredHall, view: FiguresView) -> bytes:
        language = self.language
        services = {one.code: _named(one.names, language, one.code) for one in figured.services}
        at = self.now.astimezone(ZoneInfo(self.config.time_zone))
        stamp = Stamp(_named(figured.names, language, figured.hall), services, "centre", at)
        if kind is Kind.CSV:
            return figures_csv(view, stamp, texts(language), language)
        report = report_of(view, stamp, texts(language), language)
        return figures_xlsx(report) if kind is Kind.XLSX else figures_pdf(report)


_OF_FILES = refusals(404, 422)
MEDIA_TYPES = {
    Kind.CSV: "text/csv",
    Kind.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    Kind.PDF: "application/pdf",
}


def asked_period(
    today: Today, period: FromQuery[str] = "day", day: FromQuery[date | None] = None, service: Service = None
) -> Asked:
    """Return the period that is asked for: day, week, month, year or decade."""
    return asked_of(today, period, day, service)


def figure_file(
    request: CentreRequest,
    engine: Database,
    config: Config,
    now: Now,
    asked: NamedDependency[Asked],
    name: FromPath[str],
    lang: FromQuery[str] = DEFAULT,
) -> FigureFile:
    """Return the file that is asked for, not made yet."""
    by = request.user.name if request.user else ""
    return FigureFile(engine, config, name, asked, chosen(lang), now, by)


class Figures(Controller):
    """Figures as data, and as files."""

    path = "/v1/figures"
    tags = ("Figures",)

    @get(sync_to_thread=True, responses=refusals(422))
    def figures_of_day(self, engine: Database, today: Today, day: FromQuery[date | None] = None) -> DayOfHalls:
        """Return each hall's figures of a service day, today's unless `day` is given."""
        wanted = day or today
        return DayOfHalls(wanted, day_figures(engine, wanted))

    @get("/{name:str}/hall", sync_to_thread=True, responses=refusals(404))
    def figured_hall(self, engine: Database, config: Config, name: FromPath[str]) -> FiguredHall:
        """Return a hall's names and services, as the page of its figures needs them."""
        return _figured(engine, config, name)

    @get("/{name:str}/figures", sync_to_thread=True, responses=refusals(422))
    def figures_of_period(
        self, engine: Database, now: Now, name: FromPath[str], asked: NamedDependency[Asked]
    ) -> FiguresView:
        """Return the figures of a period of a hall, or of `all`."""
        return _source(engine, name).figures(asked, at=now)

    @get("/{name:str}/figures.csv", media_type=MEDIA_TYPES[Kind.CSV], sync_to_thread=True, responses=_OF_FILES)
    def figures_csv(self, file: NamedDependency[FigureFile]) -> Response[bytes]:
        """Return the figures of a period as a CSV file."""
        return file.made(Kind.CSV)

    @get(
        "/{name:str}/figures.xlsx", media_type=MEDIA_TYPES[Kind.XLSX], sync_to_thread=True, responses=refusals(404, 422)
    )
    def figures_xlsx(self, file: NamedDependency[FigureFile]) -> Response[bytes]:
        """Return the figures of a period as a spreadsheet."""
        return file.made(Kind.XLSX)

    @get("/{name:str}/figures.pdf", media_type=MEDIA_TYPES[Kind.PDF], sync_to_thread=True, responses=_OF_FILES)
    def figures_pdf(self, file: NamedDependency[FigureFile]) -> Response[bytes]:
        """Return the figures of a period as a PDF file."""
        return file.made(Kind.PDF)


def figure_routes() -> Router:
    """Return the routes of figures: all of them ask for a period in the same way."""
    given = {
        "asked": Provide(asked_period, sync_to_thread=False),
        "file": Provide(figure_file, sync_to_thread=False),
    }
    return Router("", route_handlers=[Figures], dependencies=given)


def _shown(page: Page, engine: Engine, config: CentralConfig, name: str) -> Template:
    words = {key: text for key, text in texts(page.texts.language).items() if key.partition(".")[0] != "phone"}
    return page.template("figures.html", hall=_figured(engine, config, name), api=f"/v1/figures/{name}", words=words)


def _source(engine: Engine, name: str) -> FigureSource:
    return RollupFigures(engine, ALL if name == EVERY else name)


def _named(names: Mapping[str, str], language: str, otherwise: str) -> str:
    return names.get(language) or next(iter(names.values()), otherwise)


def _figured(engine: Engine, config: CentralConfig, name: str) -> FiguredHall:
    """Return names and services of a hall, of all halls the services that any of them told; NotFoundError else."""
    with engine.connect().execution_options(read_only=True) as connection:
        rows = connection.execute(select(hall.c.hall, hall.c.names)).all()
        bodies = {row.hall: row.body for row in connection.execute(select(live))}
    names = {row.hall: row.names for row in rows}
    if name != EVERY and name not in names:
        raise NotFoundError("hall_unknown", f"hall {name!r:.60} is not known here")
    services: dict[str, dict[str, str]] = {}
    for whose in [name] if name != EVERY else sorted(bodies):
        for one in bodies.get(whose, {}).get("services", []):
            services.setdefault(one["service"], one.get("names", {}))
    return FiguredHall(
        name,
        names.get(name) or {one: texts_of.texts("centre", one)["all_halls"] for one in LANGUAGES},
        [NamedService(code, told) for code, told in sorted(services.items())],
        config.time_zone,
    )
