"""What the transfer sheet holds, and what an agent can want on it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from contracts.words.hall import TransferPosition
from counter_client.state.intents import OnSheet
from counter_client.state.state import Sheet, SheetKind


class TargetKind(Enum):
    """Where a visit can be transferred to."""

    SERVICE = "service"
    COUNTER = "counter"
    AGENT = "agent"


@dataclass(frozen=True)
class Target:
    """One place to transfer to, by its code: a service's, a counter's number, an agent's."""

    kind: TargetKind
    code: str


@dataclass(frozen=True)
class TransferSheet(Sheet):
    """A visit on its way to a target; place, reason and note are the second step, which nobody has to take."""

    kind: SheetKind = SheetKind.TRANSFER
    sought: str = ""
    """What was typed to find the target."""
    target: Target | None = None
    details: bool = False
    """The second step is shown."""
    position: TransferPosition = TransferPosition.BY_ISSUE
    and_back: bool = False
    """It comes back to this agent."""


@dataclass(frozen=True)
class Seek(OnSheet):
    """The text that finds a target, as it stands now."""

    text: str


@dataclass(frozen=True)
class PickTarget(OnSheet):
    """Choose this one."""

    target: Target


@dataclass(frozen=True)
class MoveTarget(OnSheet):
    """Choose the one `step` below the chosen one."""

    step: int


@dataclass(frozen=True)
class ShowDetails(OnSheet):
    """Go to the second step, or back to the first."""

    shown: bool


@dataclass(frozen=True)
class PickPosition(OnSheet):
    """Transfer to this place in the queue."""

    position: TransferPosition


@dataclass(frozen=True)
class PickReason(OnSheet):
    """Give the reason, or take it back where it is given."""

    reason: str


@dataclass(frozen=True)
class ToggleBack(OnSheet):
    """Let the visit come back to this agent, or not."""


@dataclass(frozen=True)
class SendTransfer(OnSheet):
    """Transfer to the chosen target, or at once to this one."""

    target: Target | None = None


TransferWish = Seek | PickTarget | MoveTarget | ShowDetails | PickPosition | PickReason | ToggleBack | SendTransfer
