"""The places that unlinking and a change back restore, as one text: two JSON lists or null.

>>> before_text(OwnPlace(CounterId(2), None, True), None)
'[[2, null, true], null]'
>>> read_before('[[2, null, true], null]')
(OwnPlace(for_counter=2, for_agent=None, goes_first=True), None)
>>> before_text(None, None), read_before(None)
(None, (None, None))
"""

from __future__ import annotations

import json

from contracts.hall_words import Lane
from hall.domain.ids import AgentId, CounterId, ServiceCode
from hall.domain.stage import OwnPlace, ServiceBefore


def before_text(drawn: OwnPlace | None, changed: ServiceBefore | None) -> str | None:
    """Return the text that is stored, None where few stages have anything."""
    if drawn is None and changed is None:
        return None
    own = drawn and [drawn.for_counter, drawn.for_agent, drawn.goes_first]
    was = changed and [changed.service, changed.lane.value, changed.held_until_calls, changed.goes_first]
    return json.dumps([own, was], ensure_ascii=False)


def read_before(text: str | None) -> tuple[OwnPlace | None, ServiceBefore | None]:
    """Return the place before the group's counter drew the visit, and the queue before its service was changed."""
    if text is None:
        return None, None
    own, was = json.loads(text)
    return own and _own(*own), was and _was(*was)


def _own(counter: int | None, agent: str | None, first: bool) -> OwnPlace:
    return OwnPlace(
        None if counter is None else CounterId(counter), None if agent is None else AgentId(agent), goes_first=first
    )


def _was(service: str, lane: str, held: int | None, first: bool) -> ServiceBefore:
    return ServiceBefore(ServiceCode(service), Lane(lane), held, goes_first=first)
