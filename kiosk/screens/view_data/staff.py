"""What the staff's screens show, as frozen data: message ids, names and figures, never finished sentences."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from contracts.words.hall import PrintState


@dataclass(frozen=True)
class PinView:
    """The key pad: `typed` digits so far; `note` is a message id or "", `wait_s` the seconds until the next try."""

    typed: int
    note: str
    wait_s: int
    enabled: bool


@dataclass(frozen=True)
class MenuGroup:
    """Acts of the menu that stand together; `name` is a message id, "" for none. `danger`: they end the service."""

    name: str
    acts: tuple[str, ...]
    danger: bool = False


@dataclass(frozen=True)
class MenuView:
    """The menu: the acts in groups, and the printer's state in a line (message ids); `name` is who is there."""

    name: str
    groups: tuple[MenuGroup, ...]
    printer: str
    tickets_left: int | None

    @property
    def acts(self) -> tuple[str, ...]:
        """Return the acts of all groups, in their order."""
        return tuple(act for group in self.groups for act in group.acts)


@dataclass(frozen=True)
class ReprintTile:
    """One ticket that may be printed again."""

    visit: str
    number: str
    issued_at: datetime
    state: PrintState


@dataclass(frozen=True)
class ReprintView:
    """The newest tickets; `torn` where a change of paper has just ended: those come first that it cut off."""

    tiles: tuple[ReprintTile, ...]
    torn: bool
    enabled: bool


@dataclass(frozen=True)
class StatusView:
    """The printer in words; None is what nobody knows."""

    printer: str
    paper: str
    tickets_left: int | None
    changed_at: datetime | None
    changed_by: str | None
    tickets: int | None
    address: str
    paper_mm: int
    hall_online: bool
    certificate_refused: bool = False
    """Something answers at the hall's address, and this kiosk does not trust its certificate."""


@dataclass(frozen=True)
class GuideView:
    """One step of the change of paper: the id of its picture and texts, and where it stands among them."""

    step: str
    at: int
    of: int
    by_itself: bool
    """The printer tells when the step is done; else somebody presses Next."""


@dataclass(frozen=True)
class QuestionView:
    """A question with two answers, or a word with one way on: `message` is its id, `acts` what can be touched."""

    message: str
    acts: tuple[str, ...]
    detail: str = ""
    """Somebody else's words, for a technician."""
    printer: str = ""
    """The printer's state as a message id, where it is to blame."""
    took_s: int | None = None
    """How long it took; without acts: how long it still lasts."""


StaffView = PinView | MenuView | ReprintView | StatusView | GuideView | QuestionView
