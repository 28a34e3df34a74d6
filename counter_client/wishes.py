"""What an agent can want by one click or key, as values; views and keys make them, `deciding` answers them."""

from __future__ import annotations

from dataclasses import dataclass

from contracts.hall_words import TransferPosition
from counter_client.actions import Action
from counter_client.inputs import ListKind, TargetKind


@dataclass(frozen=True)
class Do:
    """Do an action; `visit` names the row it was asked for on, None for the chosen row."""

    action: Action
    visit: str | None = None


@dataclass(frozen=True)
class Choose:
    """Take one answer of the open sheet."""

    code: str


@dataclass(frozen=True)
class CloseSheet:
    """Put the open sheet away; nothing is done."""


@dataclass(frozen=True)
class PickAgent:
    """Choose who signs in."""

    agent: str


@dataclass(frozen=True)
class TypeDigit:
    """Add one digit to the PIN, or to the number that is searched."""

    digit: int


@dataclass(frozen=True)
class EraseDigit:
    """Take the last digit off what is typed; `everything` empties it."""

    everything: bool = False


@dataclass(frozen=True)
class ShowList:
    """Show one of the lists."""

    kind: ListKind


@dataclass(frozen=True)
class PickRow:
    """Choose a row of the shown list."""

    visit: str


@dataclass(frozen=True)
class MoveRow:
    """Choose the row `step` below the chosen one: a visit, an agent or a transfer target, whichever list is in use."""

    step: int


@dataclass(frozen=True)
class PickTargetKind:
    """Transfer to a service, a counter or an agent."""

    kind: TargetKind


@dataclass(frozen=True)
class PickTarget:
    """Transfer to this one."""

    code: str


@dataclass(frozen=True)
class PickPosition:
    """Transfer to this place in the queue."""

    position: TransferPosition


@dataclass(frozen=True)
class PickReason:
    """Give (or with None take back) the reason of the transfer."""

    reason: str | None


@dataclass(frozen=True)
class ToggleBack:
    """Let the transferred visit come back to this agent, or not."""


@dataclass(frozen=True)
class ChangeQuantity:
    """So many transactions more (or, negative, fewer) were done."""

    step: int


@dataclass(frozen=True)
class ToggleMissing:
    """Name a document of the service's list as missing, or not."""

    document: str


@dataclass(frozen=True)
class SendMissing:
    """Finish with the documents that the sheet names."""


@dataclass(frozen=True)
class PickFound:
    """Choose one of the visits that a search has found."""

    visit: str


@dataclass(frozen=True)
class ActOnFound:
    """Do with the chosen one of the found visits what can be done with it."""


@dataclass(frozen=True)
class PickEnquiry:
    """Choose one of the open enquiries."""

    number: int


@dataclass(frozen=True)
class ActOnEnquiry:
    """Do the next thing with the chosen enquiry, or (`other`) what can be done with it besides."""

    other: bool = False


@dataclass(frozen=True)
class ShowPhone:
    """See the telephone of the chosen enquiry, to call back."""


@dataclass(frozen=True)
class SendText:
    """Send what is written on the sheet of an enquiry."""


@dataclass(frozen=True)
class ToggleMore:
    """Say more of the request than its topic and directorate, or register another one too; or not."""


@dataclass(frozen=True)
class ToggleUrgent:
    """The request may be decided in the hall, or not."""


@dataclass(frozen=True)
class WriteExternal:
    """The request's number in the ministry's own system as it stands now."""

    text: str


@dataclass(frozen=True)
class WritePhone:
    """The number to which the reply is told as it stands now."""

    text: str


@dataclass(frozen=True)
class SendRequest:
    """Finish with the request as it is filled in, or (`another`) keep it and ask for another one."""

    another: bool = False


@dataclass(frozen=True)
class FollowUp:
    """Follow a request up by its number, in place of a visit."""


@dataclass(frozen=True)
class AskRequest:
    """Look the typed request up."""


@dataclass(frozen=True)
class WriteNote:
    """The note of the open sheet as it stands now."""

    text: str


@dataclass(frozen=True)
class SendTransfer:
    """Transfer as the sheet says."""


@dataclass(frozen=True)
class MoveLesson:
    """Go `step` steps on in the guide of the first day: 1 skips one, -1 goes back."""

    step: int


Wish = (
    Do
    | Choose
    | CloseSheet
    | PickAgent
    | TypeDigit
    | EraseDigit
    | ShowList
    | PickRow
    | MoveRow
    | PickTargetKind
    | PickTarget
    | PickPosition
    | PickReason
    | ToggleBack
    | ChangeQuantity
    | ToggleMissing
    | SendMissing
    | PickFound
    | ActOnFound
    | PickEnquiry
    | ActOnEnquiry
    | ShowPhone
    | SendText
    | ToggleMore
    | ToggleUrgent
    | WriteExternal
    | WritePhone
    | SendRequest
    | FollowUp
    | AskRequest
    | WriteNote
    | SendTransfer
    | MoveLesson
)
