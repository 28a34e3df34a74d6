"""The centre's pages: their templates, and what every page shows to its reader."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, TypeAlias
from urllib.parse import urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from litestar import Request, Response, get
from litestar.datastructures import Cookie
from litestar.di import NamedDependency, Provide
from litestar.params import FromQuery
from litestar.plugins.jinja import JinjaTemplateEngine
from litestar.response import Redirect, Template
from litestar.template import TemplateConfig

from central.access.path_table import ACTORS, ALL_HALLS, TABLE
from central.access.tokens import Caller
from central.config import CentralConfig
from central.errors import CentralError, ForbiddenError, TokenError
from central.figures.day_figures import HallFigures
from central.web.access import HERE as CONSOLE
from central.web.centre_request import CentreRequest
from central.web.dependencies import Config, Now, Today
from central.web.texts import DEFAULT, Texts, load_texts
from common.brand.brand import emblem_paths
from contracts.settings.hall_view import BrandView
from web.navigation import PageLink, Place, places_of
from web.rendering import TEMPLATES, branding

HERE = Path(__file__).parent
SHARED = HERE.parents[1] / "web" / "static"
FRESH = timedelta(minutes=2)
"""A hall whose last word is older counts as cut off, and its live figures are not shown."""


NAVIGATION = (
    PageLink("/", "now", "now"),
    PageLink("/state", "state", "now"),
    PageLink("/closures", "closures", "now"),
    PageLink("/figures", "figures", "reports"),
    PageLink("/compare", "compare", "reports"),
    PageLink("/halls", "halls", "reports"),
    PageLink("/axes", "axes", "reports"),
    PageLink("/enquiries", "enquiries", "requests"),
    PageLink("/acts", "acts", "oversight"),
    PageLink("/audit", "audit", "oversight"),
    PageLink("/quarantine", "quarantine", "oversight"),
    PageLink("/moon", "moon", "settings"),
    PageLink("/lists", "lists", "settings"),
    PageLink("/settings", "settings", "settings"),
    PageLink("/releases", "releases", "settings"),
    PageLink("/people", "people", "settings"),
)
"""The pages for staff: address, template and text by one name, and the place in the side rail."""


def navigation(caller: Caller | None) -> tuple[Place, ...]:
    """Return the places with the pages that somebody may open."""
    if caller is None:
        return ()
    some = caller.halls is not None
    return places_of(
        page for page in NAVIGATION if caller.kind in TABLE["GET", page.path] and not (some and page.path in ALL_HALLS)
    )


def brand_of(config: CentralConfig) -> BrandView:
    """Return the ministry's name, and where its emblems lie."""
    return BrandView(dict(config.brand.ministry), emblem_paths(config.brand, "/brand"))


def template_config() -> TemplateConfig[JinjaTemplateEngine]:
    """Return how Litestar finds the templates: a template is known by its name alone, whichever folder it lies in."""
    folders = [*sorted((HERE / "templates").iterdir()), *TEMPLATES]
    environment = Environment(loader=FileSystemLoader(folders), autoescape=True, undefined=StrictUndefined)
    return TemplateConfig(instance=JinjaTemplateEngine.from_environment(environment))


@dataclass(frozen=True)
class Page:
    """A page that somebody asked for: its language, who asked, and when."""

    texts: Texts
    languages: Sequence[Texts]
    caller: Caller | None
    now: datetime
    today: date
    zone: str
    brand: BrandView
    of_a_form: bool = False
    """Whether it answers a form that was sent: a link to its address in another language would show another page."""

    def template(
        self,
        name: str,
        /,
        *,
        day: date | None = None,
        status: int = 200,
        headers: dict[str, str] | None = None,
        cookies: Sequence[Cookie] = (),
        **shown: Any,  # noqa: ANN401 - a template's own
    ) -> Template:
        """Return a template to be shown; `day` is the service day that it is about, today unless given."""
        return Template(
            name,
            context={**self._every_page(name, day or self.today), **shown},
            status_code=status,
            headers=headers,
            cookies=cookies,
        )

    def to(self, path: str, *, cookies: Sequence[Cookie] = (), **query: object) -> Redirect:
        """Return the way to another page in the same language."""
        asked = urlencode({"lang": self.texts.language, **query})
        return Redirect(f"{path}?{asked}", status_code=303, cookies=cookies)

    def in_language(self, language: str) -> Page:
        """Return the page in another language; in this one where nobody knows that."""
        return next((replace(self, texts=one) for one in self.languages if one.language == language), self)

    def is_fresh(self, figures: HallFigures) -> bool:
        """Return whether the hall sent something lately."""
        return figures.last_contact_at is not None and self.now - figures.last_contact_at < FRESH

    def _every_page(self, name: str, day: date) -> Mapping[str, Any]:
        caller = self.caller
        return {
            "t": self.texts,
            "languages": () if self.of_a_form else self.languages,
            "brand": branding(self.brand, self.texts.language),
            "places": navigation(caller),
            "who": caller.name if caller and caller.name != CONSOLE else "",
            "may_act": caller is not None and caller.kind in ACTORS,
            "shown": name.removesuffix(".html"),
            "day": day,
            "today": self.today,
            "before": day - timedelta(days=1),
            "after": day + timedelta(days=1),
            "now": self.now,
            "zone": self.zone,
            "is_fresh": self.is_fresh,
        }


AskedPage: TypeAlias = NamedDependency[Page]


def page(request: CentreRequest, config: Config, now: Now, today: Today, lang: FromQuery[str] = DEFAULT) -> Page:
    """Return the page that a request asks for; an unknown language is the default one."""
    all_texts = load_texts()
    texts = all_texts.get(lang, all_texts[DEFAULT])
    sent = request.method == "POST"
    return Page(
        texts, list(all_texts.values()), request.user, now, today, config.time_zone, brand_of(config), sent
    )  # fmt: skip


PAGE = Provide(page, sync_to_thread=False)


def get_page(path: str) -> get:
    """Return the decorator of a page for staff: anybody else is sent to sign in."""
    return get(
        path,
        include_in_schema=False,
        sync_to_thread=True,
        exception_handlers={TokenError: _to_sign_in, ForbiddenError: _to_sign_in},
    )


def _to_sign_in(request: Request[Any, Any, Any], _: CentralError) -> Response[Any]:
    asked = request.query_params.get("lang", DEFAULT)
    language = asked if asked in load_texts() else DEFAULT
    return Redirect(f"/sign-in?lang={language}", status_code=303)
