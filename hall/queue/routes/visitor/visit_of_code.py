"""Find the visit of a ticket's code: the number of tries is limited, and a wrong code is refused."""

from __future__ import annotations

from hall.platform.refusals import CodeUnknownError
from hall.platform.security.visit_code import code_hash
from hall.platform.web.limits.rate_limit import RateLimit
from hall.platform.web.request import HallRequest
from hall.queue.model.ports import HasVisits
from hall.queue.model.visit import Visit


def counted_code(request: HallRequest, code: str, limit: RateLimit | None = None) -> str:
    """Return the digest of the code that came with the request; raise TooManyTriesError for who tries many.

    `limit`: of one code, where it is not the page's own.
    """
    hashed, parts = code_hash(code), request.parts
    now_s = parts.clock.now().monotonic_ns / 1e9
    # The address first: beyond its share made-up codes are not counted, or they would push the counts of others out.
    parts.limits.addresses.count(request.address, now_s)
    (limit or parts.limits.places).count(hashed, now_s)
    return hashed


def visit_of_code(hashed: str, work: HasVisits) -> Visit:
    """Return whose code this is; raise CodeUnknownError."""
    visit = work.visits.by_code_hash(hashed)
    if visit is None:
        raise CodeUnknownError("no visit has this code")
    return visit
