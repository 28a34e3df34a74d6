"""Which kind of caller may use which path: one row for each path. Routes and tests read the same table."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

READER, ACTS, HALL, PLATFORM = "reader", "acts", "hall", "platform"
"""Kinds of access tokens. `reader` is a role of persons as well; `acts` also releases from quarantine and enters
training hours."""
ADMIN, AUDITOR = "admin", "auditor"
"""Roles that only a person has, who signed in with password and authenticator."""

OPEN = frozenset({"open"})
"""No token is asked for."""
ANY_TOKEN = frozenset({READER, ACTS, HALL, PLATFORM})
OF_HALL = frozenset({HALL})
READERS = frozenset({READER, ACTS, ADMIN})
ACTORS = frozenset({ACTS, ADMIN})
ADMINS = frozenset({ADMIN})
AUDITORS = frozenset({ADMIN, AUDITOR})

TABLE: Mapping[tuple[str, str], frozenset[str]] = MappingProxyType({
    ("GET", "/healthz"): OPEN,
    ("GET", "/v1/openapi.json"): OPEN,
    ("GET", "/v1/meta"): OPEN,
    ("POST", "/v1/enrol"): OPEN,
    ("GET", "/v1/public/halls"): OPEN,
    ("GET", "/public"): OPEN,
    ("GET", "/brand/{ground}"): OPEN,
    ("GET", "/h/{hall}/t"): OPEN,
    ("GET", "/h/{hall}/place"): OPEN,
    ("POST", "/h/{hall}/place/survey"): OPEN,
    ("POST", "/h/{hall}/place/late"): OPEN,
    ("POST", "/h/{hall}/place/in-time"): OPEN,
    ("POST", "/h/{hall}/place/cancel"): OPEN,
    ("POST", "/h/{hall}/place/undo-cancel"): OPEN,
    ("GET", "/sign-in"): OPEN,
    ("POST", "/sign-in"): OPEN,
    ("GET", "/sign-in/ministry"): OPEN,
    ("GET", "/sign-in/ministry/return"): OPEN,
    ("POST", "/sign-out"): OPEN,
    ("GET", "/first-access"): OPEN,
    ("POST", "/first-access"): OPEN,
    ("POST", "/first-access/prove"): OPEN,
    ("PUT", "/v1/halls/{hall}/streams/{stream}/batches/{name}"): OF_HALL,
    ("PUT", "/v1/halls/{hall}/live"): OF_HALL,
    ("PUT", "/v1/halls/{hall}/places"): OF_HALL,
    ("POST", "/v1/halls/{hall}/heartbeat"): OF_HALL,
    ("GET", "/v1/halls/{hall}/digests"): OF_HALL,
    ("GET", "/v1/halls/{hall}/serving-times"): OF_HALL,
    ("GET", "/v1/halls/{hall}/streams"): OF_HALL,
    ("GET", "/v1/halls/{hall}/settings"): OF_HALL,
    ("POST", "/v1/halls/{hall}/settings/told"): OF_HALL,
    ("GET", "/v1/halls/{hall}/inbox"): OF_HALL,
    ("PUT", "/v1/halls/{hall}/copy/{name}/parts/{part}"): OF_HALL,
    ("PUT", "/v1/halls/{hall}/copy"): OF_HALL,
    ("GET", "/v1/halls/{hall}/copy"): OF_HALL,
    ("GET", "/v1/halls/{hall}/copy/{name}/parts/{part}"): OF_HALL,
    ("GET", "/v1/halls/{hall}/release"): OF_HALL,
    ("GET", "/v1/halls/{hall}/release/{version}/{system}/parts/{part}"): OF_HALL,
    ("PUT", "/v1/halls/{hall}/release/{version}/result"): OF_HALL,
    ("POST", "/v1/halls/{hall}/intake"): frozenset({PLATFORM}),
    ("GET", "/v1/requests/{number}"): ANY_TOKEN,
    ("GET", "/v1/metrics"): READERS,
    ("GET", "/v1/figures"): READERS,
    ("GET", "/v1/figures/{name}/hall"): READERS,
    ("GET", "/v1/figures/{name}/figures"): READERS,
    ("GET", "/v1/figures/{name}/figures.csv"): READERS,
    ("GET", "/v1/figures/{name}/figures.xlsx"): READERS,
    ("GET", "/v1/figures/{name}/figures.pdf"): READERS,
    ("GET", "/"): READERS,
    ("GET", "/compare"): READERS,
    ("GET", "/figures"): READERS,
    ("GET", "/enquiries"): READERS,
    ("GET", "/axes"): READERS,
    ("GET", "/halls"): READERS,
    ("GET", "/halls/{name}"): READERS,
    ("GET", "/state"): READERS,
    ("GET", "/settings"): READERS,
    ("GET", "/releases"): READERS,
    ("POST", "/releases/{version}/{what}"): ADMINS,
    ("PUT", "/release-files/{name}/parts/{part}"): ADMINS,
    ("POST", "/release-files/{name}"): ADMINS,
    ("GET", "/quarantine"): READERS,
    ("POST", "/quarantine/{entry}/read-again"): ACTORS,
    ("POST", "/quarantine/{entry}/set-aside"): ACTORS,
    ("POST", "/axes/training"): ACTORS,
    ("GET", "/closures"): READERS,
    ("POST", "/closures"): ACTORS,
    ("POST", "/closures/check"): ACTORS,
    ("POST", "/closures/{closure}/end"): ACTORS,
    ("GET", "/moon"): READERS,
    ("POST", "/moon"): ACTORS,
    ("POST", "/moon/check"): ACTORS,
    ("POST", "/moon/{act}/end"): ACTORS,
    ("GET", "/lists"): READERS,
    ("POST", "/lists"): ADMINS,
    ("POST", "/lists/check"): ADMINS,
    ("POST", "/lists/{act}/undo"): ADMINS,
    ("GET", "/people"): ADMINS,
    ("GET", "/people/{name}"): ADMINS,
    ("POST", "/people"): ADMINS,
    ("POST", "/people/{name}/{what}"): ADMINS,
    ("GET", "/acts"): AUDITORS,
    ("GET", "/audit"): AUDITORS,
})  # fmt: skip
"""Method and path as the routes name it. Files under /static are open as well."""

ALL_HALLS = frozenset(
    {
        "/releases",
        "/releases/{version}/{what}",
        "/release-files/{name}/parts/{part}",
        "/release-files/{name}",
        "/people",
        "/people/{name}",
        "/people/{name}/{what}",
    }
)
"""Paths for who sees all halls only; through all others, somebody of some halls sees these alone
(`central.store.hall_limit`)."""
