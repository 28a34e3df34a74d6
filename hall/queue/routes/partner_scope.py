"""The board and the queues as a partner's people see them."""

from __future__ import annotations

from contracts.codec.message import replace
from contracts.queue.answers import BoardView
from contracts.queue.queues_view import QueuesView
from hall.kernel.partner import PartnerScope


def board_in_scope(board: BoardView, scope: PartnerScope) -> BoardView:
    """Return the board with the partner's calls alone."""
    calls, recent, serving = (
        tuple(one for one in part if scope.sees(one.service, one.counter))
        for part in (board.calls, board.recent, board.serving)
    )
    return replace(board, calls=calls, recent=recent, serving=serving)


def queues_in_scope(queues: QueuesView, scope: PartnerScope) -> QueuesView:
    """Return the partner's queues and counters, without devices, alerts and totals of the hall."""
    return replace(
        queues,
        services=tuple(one for one in queues.services if one.service in scope.services),
        counters=tuple(one for one in queues.counters if one.counter in scope.counters),
        paperless=tuple(one for one in queues.paperless if one.service in scope.services),
        standing=tuple(one for one in queues.standing if scope.sees(one.service or "", one.counter)),
        devices=(), alerts=(), complaints=(), locked_pins=(), parked=0, no_shows=0,
    )  # fmt: skip
