"""Render the centre's pages: templates, texts, and what every page shows."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from central.access.path_table import ACTORS, TABLE
from central.access.tokens import Caller
from central.figures.day_figures import HallFigures
from central.web.authentication import HERE as CONSOLE
from central.web.authentication import caller_now
from central.web.context import Context
from central.web.texts import DEFAULT, Texts, load_texts
from common.brand.brand import emblem_paths
from contracts.settings.hall_view import BrandView
from web.navigation import PageLink, Place, places_of
from web.pages import TEMPLATES, branding

HERE = Path(__file__).parent
DASHBOARD = HERE.parents[1] / "web" / "static"
FRESH = timedelta(minutes=2)
"""A hall whose last word is older counts as cut off, and its live figures are not shown."""


NAVIGATION = (
    PageLink("/", "now", "now"),
    PageLink("/state", "state", "now"),
    PageLink("/figures", "figures", "reports"),
    PageLink("/compare", "compare", "reports"),
    PageLink("/halls", "halls", "reports"),
    PageLink("/axes", "axes", "reports"),
    PageLink("/enquiries", "enquiries", "requests"),
    PageLink("/acts", "acts", "oversight"),
    PageLink("/audit", "audit", "oversight"),
    PageLink("/quarantine", "quarantine", "oversight"),
    PageLink("/settings", "settings", "settings"),
    PageLink("/people", "people", "settings"),
)
"""The pages for staff: address, template and text by one name, and the place in the side rail."""


def navigation(caller: Caller | None) -> tuple[Place, ...]:
    """Return the places with the pages that somebody may open."""
    if caller is None:
        return ()
    return places_of(page for page in NAVIGATION if caller.kind in TABLE["GET", page.path])


def brand_of(context: Context) -> BrandView:
    """Return the ministry's name, and where its emblems lie."""
    brand = context.config.brand
    return BrandView(dict(brand.ministry), emblem_paths(brand, "/brand"))


class PageRenderer:
    """Renders the centre's pages in the language asked for."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._texts = load_texts()
        self._brand = brand_of(context)
        self._environment = Environment(
            loader=FileSystemLoader([*sorted((HERE / "templates").iterdir()), *TEMPLATES]),
            autoescape=True,
            undefined=StrictUndefined,
        )

    def texts(self, language: str) -> Texts:
        """Return the texts of a language, of the default one where it is not known."""
        return self._texts.get(language, self._texts[DEFAULT])

    def all_halls(self, language: str, day: date, figures: list[HallFigures]) -> str:
        """Return the page of all halls."""
        connected = [one for one in figures if self._is_fresh(one)]
        totals = {
            "visits": sum(one.visits for one in figures),
            "served": sum(one.served for one in figures),
            "waiting_now": sum(one.waiting_now or 0 for one in connected),
            "in_contact": self.texts(language)["halls_of"].format(n=len(connected), all=len(figures)),
        }
        return self.render("halls.html", language, day=day, halls=figures, totals=totals)

    def render(self, template: str, language: str, *, day: date | None = None, **more: Any) -> str:  # noqa: ANN401 - a template's own
        """Return a template in a language; `day` is the service day that it is about, today unless given."""
        shown, caller = day or self._context.today(), caller_now()
        return self._environment.get_template(template).render(
            t=self.texts(language),
            languages=self._texts.values(),
            brand=branding(self._brand, self.texts(language).language),
            places=navigation(caller),
            who=caller.name if caller and caller.name != CONSOLE else "",
            may_act=caller is not None and caller.kind in ACTORS,
            shown=template.removesuffix(".html"),
            day=shown,
            today=self._context.today(),
            before=shown - timedelta(days=1),
            after=shown + timedelta(days=1),
            now=self._context.now(),
            zone=self._context.config.time_zone,
            is_fresh=self._is_fresh,
            **more,
        )

    def _is_fresh(self, figures: HallFigures) -> bool:
        return figures.last_contact_at is not None and self._context.now() - figures.last_contact_at < FRESH
