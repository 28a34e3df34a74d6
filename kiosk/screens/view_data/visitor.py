"""What each screen of the kiosk shows, as frozen data: message ids, names and figures, never finished sentences."""

from __future__ import annotations

from dataclasses import dataclass, field

from contracts.words.hall import VisitorKind
from kiosk.screens.view_data.staff import StaffView
from kiosk.visitor.session import PhoneState
from qtkit.look.looks import Looks

Texts = dict[str, str]
"""A text by language tag."""


@dataclass(frozen=True)
class HeaderView:
    """The strip at the top of every screen; `other_language` is what the language button offers, None: no button.

    Where there are `many` languages it offers the page of all of them.
    """

    hall_names: Texts
    other_language: str | None
    many: bool = False
    ministry: Texts = field(default_factory=dict)
    help: bool = True
    """There is a button for help with the screen."""


@dataclass(frozen=True)
class WelcomeView:
    """The first screen: one tile for each language the hall and this program speak."""

    hall_names: Texts
    languages: tuple[str, ...]
    notices: tuple[Texts, ...]
    zone_names: Texts = field(default_factory=dict)
    """Of the zone that the kiosk stands in: its entrance screen."""
    for_whom: Texts = field(default_factory=dict)
    premium: bool = False


@dataclass(frozen=True)
class ServiceTile:
    """One service or category; `waiting` None: not known; `wait_min` (low, high) None: nothing honest to say."""

    key: str
    names: Texts
    prefix: str = ""
    waiting: int | None = None
    wait_min: tuple[int, int] | None = None
    enabled: bool = True
    full: bool = False
    """No more tickets today: touching it tells what to do instead."""
    sign: str = ""
    """A drawn sign: a service's pictogram, or women, premium or general of a zone."""
    for_whom: Texts = field(default_factory=dict)
    """Below the name of a zone."""
    staffed: bool = True
    """A counter is open for it, or is sure to open: there is an expected wait."""
    begins_at: str = ""
    """Local HH:MM at which counters open later today, while none is open for it."""


@dataclass(frozen=True)
class ServicesView:
    """Tiles of services, or of categories where `of_categories`."""

    tiles: tuple[ServiceTile, ...]
    of_categories: bool
    priority: bool


@dataclass(frozen=True)
class KindsView:
    """Who the visitor is, asked for one service."""

    service_names: Texts
    kinds: tuple[VisitorKind, ...]
    priority: bool = False


@dataclass(frozen=True)
class LongWaitView:
    """Whether a ticket is still wanted although the wait is long."""

    service_names: Texts
    wait_min: tuple[int, int] | None
    priority: bool = False


@dataclass(frozen=True)
class AnotherView:
    """Whether one more ticket of a service is wanted, right after several of the same."""

    service_names: Texts


@dataclass(frozen=True)
class ConsentView:
    """A telephone number read back, and whether messages may be sent to it."""

    number: str


@dataclass(frozen=True)
class InformationPage:
    """What to bring and to know before a ticket of one service; `online_url` is shown as a code for a phone."""

    service_names: Texts
    documents: tuple[Texts, ...]
    advice: Texts
    online: Texts
    online_url: str
    priority: bool = False


@dataclass(frozen=True)
class KeypadView:
    """A number being typed for `purpose`: `shown` as others may see it, `note` an id of what is wrong with it."""

    purpose: str
    shown: str
    note: str = ""
    plus: bool = False
    enter: bool = False
    """There is something to send."""


@dataclass(frozen=True)
class TicketView:
    """The ticket, or its issuing while `number` is empty; `paper` is an id of what the printer does."""

    number: str
    service_names: Texts
    people_ahead: int | None
    wait_min: tuple[int, int] | None
    status_url: str
    paper: str
    priority: bool
    phone: PhoneState | None = None
    """The state of a telephone number for messages; None if this ticket can have none."""
    phone_shown: str = ""
    again: bool = False
    """The printer is ready and the paper did not surely come out: the visitor may have it printed now."""
    by_staff: bool = False
    """The hall is away: a member of staff calls, and nobody knows when."""
    staffed: bool = True
    begins_at: str = ""
    """As on the tile of its service."""
    pictogram: str = ""
    """The drawn sign of its service."""
    covered: bool = False
    """Nobody has touched the screen for a while and the paper came out: number and code are hidden."""


@dataclass(frozen=True)
class NoticeView:
    """A calm screen without tiles: `notice` is a message id, `mark` its sign, `opens_at` a local time as HH:MM."""

    notice: str
    mark: str
    opens_at: str = ""
    leads_back: bool = False
    at: str = ""
    """A time or day that the texts tell."""
    ends_in_s: int | None = None
    """Seconds until the screen goes away, where that is known."""
    second: str = ""
    """The language that its texts are repeated in, on a screen that nobody touches; "" for none."""
    reception: bool = False
    """Reception goes on for this screen: it is named large."""
    words: Texts = field(default_factory=dict)
    """What staff wrote for this screen, by language tag."""


@dataclass(frozen=True)
class AssistSwitch:
    """One kind of help, and whether it is on."""

    act: str
    on: bool


@dataclass(frozen=True)
class AssistView:
    """The page of switches; `text_percent` is the size of text now."""

    switches: tuple[AssistSwitch, ...]
    text_percent: int


@dataclass(frozen=True)
class LanguagesView:
    """The page of all languages, for who does not read the one that is shown."""

    languages: tuple[str, ...]


Asked = KindsView | LongWaitView | AnotherView | ConsentView | InformationPage | KeypadView
"""What the visitor is asked."""
Body = AssistView | LanguagesView | WelcomeView | ServicesView | Asked | TicketView | NoticeView | StaffView


@dataclass(frozen=True)
class KioskView:
    """The whole screen. `closes_in_s` is set once the reset is announced."""

    header: HeaderView
    body: Body
    back_shown: bool
    closes_in_s: int | None
    language: str
    digits: str
    looks: Looks = field(default_factory=Looks)
