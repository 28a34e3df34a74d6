"""The set-up over HTTP: read it, look at what a change would do, change it while the hall runs, undo."""

from __future__ import annotations

from typing import Annotated, Any

from litestar import Response, Router, get, post
from litestar.params import JSONBody, PathParameter

from contracts.administration.changes import ChangeSettingsRequest, SettingsCheck, SettingsView
from hall.administration.commands.change_settings import ChangeSettings, change_settings, checked_change, undo_change
from hall.administration.queries import differences, settings_view
from hall.administration.work import AdministrationWork
from hall.kernel.callers import Answer
from hall.kernel.moment import Moment
from hall.platform.refusals import SettingsInvalidError
from hall.platform.web.answers import said
from hall.platform.web.parameters import OptionalKey
from hall.platform.web.request import HallRequest
from hall.settings.setup.changes import Item


@get("/settings")
async def show_settings(request: HallRequest) -> SettingsView:
    """Return the parts of the set-up that pages change, and the newest changes."""
    return await request.ask(lambda work, now: settings_view(work=work, now=now))


@post("/settings/check", status_code=200)
async def check_settings(request: HallRequest, data: JSONBody[ChangeSettingsRequest]) -> SettingsCheck:
    """Return what a change would make different, or what is wrong with it; refused like the change itself."""
    command = ChangeSettings(data.version, _items(data), request.caller.name)

    def look(work: AdministrationWork, now: Moment) -> SettingsCheck:
        try:
            changed = checked_change(command, work=work, now=now)
            return SettingsCheck(differences(work.settings_records.set_up(), changed))
        except SettingsInvalidError as error:
            return SettingsCheck((), error.fields)

    return await request.ask(look)


@post("/settings", status_code=200)
async def change_hall_settings(
    request: HallRequest, data: JSONBody[ChangeSettingsRequest], key: OptionalKey
) -> Response[SettingsView]:
    """Change entries of the set-up; they hold at once."""
    command = ChangeSettings(data.version, _items(data), request.caller.name)

    def run(work: AdministrationWork, now: Moment) -> Answer:
        change_settings(command, work=work, now=now)
        return said(200, settings_view(work=work, now=now))

    done = await request.run(run, key)
    request.parts.security.authenticator.forget()
    return done


@post("/settings/{version:str}/undo", status_code=200)
async def undo_settings_change(
    request: HallRequest,
    version: Annotated[int, PathParameter(description="The version that the change made.", ge=1, le=2**31 - 1)],
    key: OptionalKey,
) -> Response[SettingsView]:
    """Put back what stood before a change."""
    by = request.caller.name

    def run(work: AdministrationWork, now: Moment) -> Answer:
        undo_change(version, by, work=work, now=now)
        return said(200, settings_view(work=work, now=now))

    done = await request.run(run, key)
    request.parts.security.authenticator.forget()
    return done


def _items(data: ChangeSettingsRequest) -> list[Item]:
    return [Item(one.section, one.key, one.values, one.last) for one in data.items]


HANDLERS: list[Any] = [show_settings, check_settings, change_hall_settings, undo_settings_change]
routes = Router("/", route_handlers=HANDLERS, tags=["settings"])
