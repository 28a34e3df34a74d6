"""An example of each operation of the centre's interface, made of the very types that its handlers take and return."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from types import MappingProxyType

from central.figures.day_figures import HallFigures, ServiceFigures
from central.web.api.answers import (
    Digests,
    FoundRequests,
    Inbox,
    Meta,
    ServingTimes,
    Streams,
    TakenRequest,
)
from central.web.health import Health
from central.web.pages.figures import DayOfHalls, FiguredHall, NamedService
from central.web.pages.public import PublicAnswer, PublicHall, PublicService
from central.web.pages.visitor import Place, PlaceWait
from contracts.centre.inbox_items import REQUEST, RequestItem
from contracts.centre.outbox_entry import DayDigest
from contracts.centre.settings_document import InboxItem, SettingsTold, SignedSettings
from contracts.centre.sync_api import (
    BatchAnswer,
    DeviceBeat,
    Enrolled,
    EnrolRequest,
    Heartbeat,
    LiveFigures,
    LiveService,
    ServingElsewhere,
    StreamState,
)
from contracts.queue.places import PlacedVisit, Places
from contracts.reporting.figures import Figures, FiguresPart, FiguresView
from contracts.surveys.answers import SurveyRequest, SurveyView
from contracts.words.surveys import Face, SurveyReason
from web.service.openapi import Shown

_AT = datetime(2026, 11, 24, 6, 0, tzinfo=UTC)
_DAY = date(2026, 11, 24)
_LANDS = {"ar": "الأراضي", "en": "Lands"}
_HALL = {"ar": "قاعة مسقط", "en": "Muscat hall"}
_DIGEST = "0f343b0931126a20f133d67c2b018a3b1e1c0fc2d2a3d1f0a3d7f7c1a0c5a9be"
_FIGURES = Figures(3, 2, 300.0, 300.0, 420.0, 50.0, 20.0, 2, 400.0, 400.0, 0, 0.0)
_SURVEY = SurveyView(open=True, until=_AT, face=Face.GOOD, reason=SurveyReason.CLARITY)
_PLACE = Place(
    "A047", "A", "waiting", 3, PlaceWait(480, 720, 1080), None, _HALL, _LANDS, "western", 0, True, "", "ar", None, _AT,
    "Asia/Muscat", False, None, False, 0, "lands", False,
)  # fmt: skip
_BATCH = Shown(
    body="(header line and entries, packed with gzip or zstd; docs/sync.md)",
    body_type="application/octet-stream",
    answer=BatchAnswer("120-219", "sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:", 219, replayed=False),
    parameters={"name": "120-219"},
)
_REQUEST = {"number": "M1-26-000001", "external": "BR-77", "state": "referred", "hall": "1"}
_DAY_OF_HALLS = DayOfHalls(
    _DAY,
    [
        HallFigures(
            "1",
            _HALL,
            46,
            44,
            1,
            612.5,
            431.0,
            3,
            540,
            _AT,
            _AT,
            0,
            0,
            (ServiceFigures("A", _LANDS, 46, 612.5, 431.0),),
        )
    ],
)
_VIEW = FiguresView(
    _AT, "day", _DAY, _DAY, None, _FIGURES, (FiguresPart("A", _FIGURES),), (), (), (), (), (), ()
)  # fmt: skip
_PUBLIC = PublicAnswer(
    _AT,
    [
        PublicHall(
            "1",
            _HALL,
            "muscat",
            "open",
            {"last_ticket": "13:30"},
            3,
            (PublicService("A", _LANDS, open=True, waiting=3, wait_from_min=8, wait_to_min=18),),
        )
    ],
)
_MOVED = Shown(answer=_PLACE)

EXAMPLES: Mapping[tuple[str, str], Shown] = MappingProxyType({
    ("GET", "/healthz"): Shown(answer=Health("ok", "done", "0.2.0 (a1b2c3d)")),
    ("GET", "/v1/meta"): Shown(answer=Meta(_AT, 1, 1, 1000, 1_048_576, 8_388_608, ("zstd", "gzip"))),
    ("POST", "/v1/enrol"): Shown(EnrolRequest("7KQ4-M2X0", "0.2.0"), Enrolled("1", "f3c1…", "9ab2…")),
    ("PUT", "/v1/halls/{hall}/streams/{stream}/batches/{name}"): _BATCH,
    ("GET", "/v1/halls/{hall}/streams"): Shown(answer=Streams([StreamState("s1", 1, 219, _DIGEST, _AT)])),
    ("PUT", "/v1/halls/{hall}/live"): Shown(LiveFigures(_AT, (LiveService("A", 3, 540, _LANDS),), 4, _HALL)),
    ("PUT", "/v1/halls/{hall}/places"): Shown(Places(_AT, visits=(PlacedVisit(_DIGEST, "A047", "A", "waiting", 3),))),
    ("POST", "/v1/halls/{hall}/heartbeat"): Shown(
        Heartbeat(0, app="0.2.0", at=_AT, devices=(DeviceBeat("kiosk", "Entrance", "ok"),))
    ),
    ("GET", "/v1/halls/{hall}/digests"): Shown(answer=Digests([DayDigest(_DAY, 46, _DIGEST)])),
    ("GET", "/v1/halls/{hall}/serving-times"): Shown(answer=ServingTimes([ServingElsewhere("A", 431, 1220, 21)])),
    ("GET", "/v1/halls/{hall}/settings"): Shown(answer=SignedSettings('{"hall":"1","version":3}', "hmac-sha256:8f…")),
    ("POST", "/v1/halls/{hall}/settings/told"): Shown(SettingsTold(3, "applied", _AT)),
    ("GET", "/v1/halls/{hall}/inbox"): Shown(
        answer=Inbox([InboxItem(1_795_500_000_000, REQUEST, {"external": "BR-77", "subject": "A plot"}, _AT)])
    ),
    ("POST", "/v1/halls/{hall}/intake"): Shown(
        RequestItem("BR-77", "A plot", "lands"), TakenRequest("1", 1_795_500_000_000, "BR-77")
    ),
    ("GET", "/v1/requests/{number}"): Shown(answer=FoundRequests([_REQUEST]), parameters={"number": "BR-77"}),
    ("GET", "/v1/figures"): Shown(answer=_DAY_OF_HALLS),
    ("GET", "/v1/figures/{name}/hall"): Shown(
        answer=FiguredHall("1", _HALL, [NamedService("A", _LANDS)], "Asia/Muscat"), parameters={"name": "1"}
    ),
    ("GET", "/v1/figures/{name}/figures"): Shown(answer=_VIEW, parameters={"name": "all", "period": "month"}),
    ("GET", "/v1/metrics"): Shown(answer="(text for Prometheus)"),
    ("GET", "/v1/figures/{name}/figures.csv"): Shown(answer="(a CSV file)", parameters={"name": "all"}),
    ("GET", "/v1/figures/{name}/figures.xlsx"): Shown(answer="(a spreadsheet)", parameters={"name": "all"}),
    ("GET", "/v1/figures/{name}/figures.pdf"): Shown(answer="(a PDF file)", parameters={"name": "all"}),
    ("GET", "/v1/public/halls"): Shown(answer=_PUBLIC),
    ("GET", "/h/{hall}/place"): Shown(answer=_PLACE),
    ("POST", "/h/{hall}/place/survey"): Shown(SurveyRequest(Face.GOOD, SurveyReason.CLARITY), _SURVEY),
    ("POST", "/h/{hall}/place/late"): _MOVED,
    ("POST", "/h/{hall}/place/in-time"): _MOVED,
    ("POST", "/h/{hall}/place/cancel"): _MOVED,
    ("POST", "/h/{hall}/place/undo-cancel"): _MOVED,
})  # fmt: skip
"""By method and path, as central.access.path_table names them."""
