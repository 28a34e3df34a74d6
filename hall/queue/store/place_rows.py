"""What unlinking, a change back and the visitor's own taking back restore, as one text: JSON lists or null.

>>> before_text(OwnPlace(CounterId(2), None, True), None, late=False, given_up=True)
'[[2, null, true], null, false, true]'
>>> read_before('[[2, null, true], null, false, true]')
(OwnPlace(for_counter=2, for_agent=None, goes_first=True), None, False, True)
>>> before_text(None, None, late=False, given_up=False), read_before(None)
(None, (None, None, False, False))
"""

from __future__ import annotations

import json

from contracts.words.hall import Lane
from hall.kernel.ids import AgentId, CounterId, ServiceCode
from hall.queue.model.stage import OwnPlace, ServiceBefore


def before_text(drawn: OwnPlace | None, changed: ServiceBefore | None, *, late: bool, given_up: bool) -> str | None:
    """Return the text that is stored; None where there is nothing to restore, as for most stages."""
    if drawn is None and changed is None and not late and not given_up:
        return None
    own = drawn and [drawn.for_counter, drawn.for_agent, drawn.goes_first]
    was = changed and [changed.service, changed.lane.value, changed.held_until_calls, changed.goes_first, changed.late]
    return json.dumps([own, was, late, given_up], ensure_ascii=False)


def read_before(text: str | None) -> tuple[OwnPlace | None, ServiceBefore | None, bool, bool]:
    """Return the place before a group's counter drew the visit, the queue before its service was changed, two flags.

    The flags are what its visitor may take back: that he comes late, that he cancelled.
    """
    if text is None:
        return None, None, False, False
    own, was, late, given_up = json.loads(text)
    return own and _own(*own), was and _was(*was), late, given_up


def _own(counter: int | None, agent: str | None, first: bool) -> OwnPlace:
    return OwnPlace(
        None if counter is None else CounterId(counter), None if agent is None else AgentId(agent), goes_first=first
    )


def _was(service: str, lane: str, held: int | None, first: bool, late: bool) -> ServiceBefore:
    return ServiceBefore(ServiceCode(service), Lane(lane), held, goes_first=first, late=late)
