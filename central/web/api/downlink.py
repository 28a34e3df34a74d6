"""Routes by which halls fetch what the centre has for them: settings and what came in elsewhere."""

from __future__ import annotations

from typing import Annotated

from litestar import Controller, Response, get, post
from litestar.openapi.datastructures import ResponseSpec
from litestar.params import FromPath, QueryParameter, RequestBody

from central.errors import BodyError
from central.halls import inbox, settings
from central.halls.settings_key import kept_settings_key
from central.people.hall_list import confirm, people_list
from central.requests.requests import find_requests
from central.web.api.answers import FoundRequests, Inbox, TakenRequest
from central.web.centre_request import CentreRequest
from central.web.dependencies import Config, Database, Now, Secrets
from contracts.centre.inbox_items import REQUEST, RequestItem
from contracts.centre.people_list import PEOPLE, sign_people
from contracts.centre.settings_document import SettingsReport, SignedSettings, sign
from contracts.codec.message import replace
from contracts.codec.reader import to_json
from web.service.openapi import refusals

_LONGEST = {"external": 64, "subject": 500, "directorate": 64, "topic": 64}
_NOTHING_NEWER = ResponseSpec(None, generate_examples=False, description="Nothing is newer")
After = Annotated[int, QueryParameter(ge=0, lt=2**62)]


class Downlink(Controller):
    """What one hall reads from the centre: settings and inbox."""

    path = "/v1/halls/{hall:str}"
    tags = ("Halls",)

    @get("/settings", sync_to_thread=True, responses={**refusals(422), 204: _NOTHING_NEWER})
    def newest_settings(
        self, request: CentreRequest, hall: FromPath[str], engine: Database, setup: Secrets, after: After = 0
    ) -> Response[SignedSettings | None]:
        """Return the newest settings for the hall if they are newer than version `after`, signed; else 204."""
        document = settings.newer_than(engine, hall, after)
        if document is None:
            return Response(None, status_code=204)
        return Response(sign(document, kept_settings_key(engine, setup.key, _token(request))))

    @post("/settings/told", status_code=204, sync_to_thread=True, responses=refusals(413, 422))
    def settings_told(self, hall: FromPath[str], data: RequestBody[SettingsReport], engine: Database) -> None:
        """Store what the hall did with a version of the settings."""
        settings.note_told(engine, hall, data)

    @get("/inbox", sync_to_thread=True, responses=refusals(422))
    def hall_inbox(
        self, request: CentreRequest, hall: FromPath[str], engine: Database, setup: Secrets, config: Config, now: Now,
        after: After = 0,
    ) -> Inbox:  # fmt: skip
        """Return what came in for the hall after number `after`, a hundred at most."""
        # What the hall asks after it has taken for good.
        inbox.note_taken(engine, hall, after)
        inbox.forget_words(engine, hall, after, now=now)
        confirm(engine, hall, lease_days=config.people_lease_days, now=now)
        items = inbox.after(engine, hall, after)
        if not any(one.kind == PEOPLE for one in items):
            return Inbox(items)
        with engine.connect().execution_options(read_only=True) as connection:
            found = people_list(connection, hall, lease_days=config.people_lease_days, now=now)
        body = to_json(sign_people(found, kept_settings_key(engine, setup.key, _token(request))))
        return Inbox([replace(one, body=body) if one.kind == PEOPLE else one for one in items])


class Requests(Controller):
    """Requests of the ministry's platform: brought for a hall, and found again."""

    path = "/v1"
    tags = ("Requests",)

    @post("/halls/{hall:str}/intake", status_code=202, sync_to_thread=True, responses=refusals(404, 409, 413, 422))
    def intake(self, hall: FromPath[str], data: RequestBody[RequestItem], engine: Database, now: Now) -> TakenRequest:
        """Take a request of the ministry's platform in for a hall; the same one again is the same thing."""
        _check(data)
        external = data.external.strip()
        key = f"{REQUEST}:{external}"
        return TakenRequest(hall, inbox.put(engine, hall, REQUEST, key, to_json(data), now=now, strict=True), external)

    @get("/requests/{number:path}", sync_to_thread=True, responses=refusals(404))
    def request_anywhere(self, number: FromPath[str], engine: Database) -> FoundRequests:
        """Return where a request stands, whichever hall registered it."""
        return FoundRequests(find_requests(engine, number.removeprefix("/")))


DOWNLINK_ROUTES = (Downlink, Requests)


def _token(request: CentreRequest) -> str:
    return request.headers["Authorization"].partition(" ")[2].strip()


def _check(item: RequestItem) -> None:
    for name, longest in _LONGEST.items():
        said = getattr(item, name).strip()
        if not 0 < len(said) <= longest:
            fields = [{"field": name, "problem": f"expected 1 to {longest} characters"}]
            raise BodyError("invalid", f"{name}: expected 1 to {longest} characters", more={"fields": fields})
