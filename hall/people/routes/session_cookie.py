"""The cookie of a browser's session: out of scripts' reach, and never sent from another site's page."""

from __future__ import annotations

import secrets
from typing import Any, TypeVar

from litestar import Response

from hall.people.model.facts import StaffSignedOut
from hall.people.model.staff_access import SESSION_LIFE
from hall.people.work import PeopleWork
from hall.platform.security.authentication import COOKIE, session_hash
from hall.platform.web.request import HallRequest

SIGNED_IN = "signed in: role=%s name=%s how=%s address=%s"
"""The line in the log about a sign-in."""
R = TypeVar("R", bound=Response[Any])


def new_cookie() -> str:
    """Return the secret of a new session; the database keeps its hash."""
    return secrets.token_hex(32)


def keep_cookie(request: HallRequest, answer: R, cookie: str) -> R:
    """Let the browser keep the session."""
    return _set(request, answer, cookie, int(SESSION_LIFE.total_seconds()))


def earlier_session(request: HallRequest) -> str:
    """Return the hash of the session that this browser has had until now; of no session where it had none."""
    return session_hash(request.cookies.get(COOKIE, ""))


def end_earlier(hashed: str, work: PeopleWork) -> None:
    """End the session that a browser had before it signed in once more; nothing for one that is over."""
    owner = work.staff.owner_of(hashed)
    if owner is not None:
        work.record(StaffSignedOut(owner.name, owner.kind))
        work.staff.end_session(hashed)


def drop_cookie(request: HallRequest, answer: R) -> R:
    """Let the browser forget the session, and what it kept of the pages; a counter's or tablet's token stays."""
    answer.headers["Clear-Site-Data"] = '"cache"'
    return _set(request, answer, "", 0)


def _set(request: HallRequest, answer: R, value: str, max_age_s: int) -> R:
    secure = request.url.scheme == "https"
    answer.set_cookie(COOKIE, value, max_age=max_age_s, httponly=True, samesite="strict", secure=secure)
    return answer
