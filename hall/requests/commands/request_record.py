"""Make the record of a request that the centre receives: a pure function of the request."""

from __future__ import annotations

from contracts.requests.record import RequestRecord
from hall.kernel.request_settings import names_of
from hall.kernel.settings import HallSettings
from hall.requests.model.request import Request


def request_record(request: Request, settings: HallSettings) -> RequestRecord:
    """Return the record of the request at the revision `request.told`."""
    return RequestRecord(
        hall=settings.hall,
        number=request.number,
        service_day=request.service_day,
        rev=request.told,
        source=request.source.value,
        topic=request.topic,
        directorate=request.directorate,
        directorate_names=names_of(settings.choices.directorates, request.directorate),
        state=request.state.value,
        registered_at=request.registered,
        printed_latest=request.printed_latest,
        latest=request.latest,
        latest_expected=request.latest_expected,
        external=request.external,
        visit=request.visit,
        urgent=request.urgent,
        referred_at=request.referred,
        replied_at=request.replied,
        reply=request.answer,
        decided_on=request.decision.day if request.decision else None,
    )
