"""What the hall tells of its kiosks: zones, pages before a ticket, and the questions they ask.

Additive only. `_s` fields are seconds; `names` and all texts are by language tag (`ar`, `en`).
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class ZoneView:
    """A part of the hall behind a tile of its own; `kind` is general, women or premium."""

    code: str
    names: dict[str, str]
    kind: str
    for_whom: dict[str, str]


@dataclass(frozen=True)
class InformationView:
    """The page before a ticket of a service: what to bring, what to know, and where it can be done from home."""

    documents: tuple[dict[str, str], ...]
    advice: dict[str, str]
    online: dict[str, str]
    online_url: str


@dataclass(frozen=True)
class KioskRules:
    """What every kiosk of the hall asks and prints; `long_wait_s` 0: never asks about a long wait."""

    long_wait_s: int = 0
    phone: bool = False
    appointments: bool = False
    ticket_notice: dict[str, str] = field(default_factory=dict)
