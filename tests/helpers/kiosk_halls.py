"""Halls of the kiosk's tests that ask, tell and offer more than the plain example."""

from __future__ import annotations

from contracts.settings.hall_view import HallView
from contracts.settings.kiosks import InformationView, KioskRules, ZoneView
from tests.helpers.replacing import replace

WOMEN = ZoneView(
    "women", {"ar": "قسم النساء", "en": "Women's section"}, "women", {"ar": "موظفات لخدمتكنّ", "en": "Served by women"}
)
PREMIUM = ZoneView(
    "premium",
    {"ar": "الخدمة المميزة", "en": "Premium service"},
    "premium",
    {"ar": "للمستثمرين والمطورين العقاريين", "en": "For investors and real-estate developers"},
)
PAGE = InformationView(
    (
        {"ar": "البطاقة المدنية أو بطاقة الإقامة", "en": "Civil card or resident card"},
        {"ar": "أصل سند الملكية", "en": "The original title deed"},
        {"ar": "رسم مساحي لا يزيد عمره على ستة أشهر", "en": "A survey drawing not older than six months"},
    ),
    {"ar": "يحضر البائع والمشتري أو وكيلاهما.", "en": "Seller and buyer, or their agents, come together."},
    {"ar": "يمكنك إنجاز هذه الخدمة عبر منصة أملاك", "en": "You can do this on the Amlak platform"},
    "https://amlak.example.om/transactions",
)


def with_zones(hall: HallView, *zones: ZoneView) -> HallView:
    """Return the hall with these zones, each with two separate services."""
    own = [
        replace(service, code=f"{zone.code}-{service.code}", prefix=letter, zone=zone.code)
        for at, zone in enumerate(zones)
        for service, letter in zip(hall.services[:2], ("WX", "UV")[at], strict=True)
    ]
    return replace(hall, zones=zones, services=(*hall.services, *own))


def with_page(hall: HallView, service: str, page: InformationView = PAGE) -> HallView:
    """Return the hall with a page before the ticket of one service."""
    services = tuple(replace(s, information=page) if s.code == service else s for s in hall.services)
    return replace(hall, services=services)


def with_rules(hall: HallView, **rules: object) -> HallView:
    """Return the hall with these rules of its kiosks."""
    return replace(hall, kiosk=replace(KioskRules(), **rules))  # type: ignore[arg-type]  # by name
