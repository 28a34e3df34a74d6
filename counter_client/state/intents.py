"""The wishes of an agent, one for each click or key, as values; views and keys make them, `update` answers them."""

from __future__ import annotations

from dataclasses import dataclass

from counter_client.state.actions import Action
from counter_client.state.state import ListKind


class OnSheet:
    """What an agent can want on one sheet only: the package of that sheet makes it and answers it."""


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
    """Choose the row `step` below the chosen one: a visit or an agent, whichever list is in use."""

    step: int


@dataclass(frozen=True)
class ChangeQuantity:
    """`step` transactions more (or, negative, fewer) were done."""

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
    """The typed telephone number for the reply, as it is now."""

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
    | MoveLesson
    | OnSheet
)
