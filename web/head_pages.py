"""The hall head's pages: which address shows which template to whom, and in which of five places it stands."""

from __future__ import annotations

from dataclasses import dataclass

from web.navigation import PageLink

READERS = frozenset({"head", "admin", "analyst"})
READS_STORIES = frozenset({"head", "admin", "auditor"})
FOLLOWS_REQUESTS = frozenset({"head", "admin", "reception", "call_centre", "directorate"})
TAKES_COMPLAINTS = frozenset({"head", "admin", "reception", "call_centre"})
TAKES_ENQUIRIES = frozenset({"head", "admin", "reception", "call_centre", "analyst"})
RECEIVES = frozenset({"head", "reception"})
SEES_OFFICIALS = frozenset({"head", "admin", "reception", "call_centre", "official"})
STAFF = frozenset({"head", "admin", "reception", "analyst", "auditor", "call_centre", "directorate", "official"})
COMMANDERS = frozenset({"head", "admin"})
"""Who may do something, and not only look."""


@dataclass(frozen=True)
class HeadPage(PageLink):
    """One page: its template is `NAME.html`, its name in the navigation `nav.NAME`, its place `nav.place_GROUP`."""

    roles: frozenset[str] = READERS


HEAD_PAGES = (
    HeadPage("/head", "head", "now"),
    HeadPage("/reception", "reception", "now", RECEIVES),
    HeadPage("/head/act", "act", "today", COMMANDERS),
    HeadPage("/head/day", "day", "today", COMMANDERS),
    HeadPage("/head/away", "away", "today", COMMANDERS),
    HeadPage("/head/requests", "requests", "requests", FOLLOWS_REQUESTS),
    HeadPage("/head/enquiries", "enquiries", "requests", TAKES_ENQUIRIES),
    HeadPage("/head/complaints", "complaints", "requests", TAKES_COMPLAINTS),
    HeadPage("/officials", "officials", "requests", SEES_OFFICIALS),
    HeadPage("/head/figures", "figures", "reports"),
    HeadPage("/head/waits", "waits", "reports"),
    HeadPage("/head/plan", "plan", "reports"),
    HeadPage("/head/trust", "trust", "reports", COMMANDERS),
    HeadPage("/head/visit", "visit", "reports", READS_STORIES),
    HeadPage("/head/people", "people", "settings", STAFF),
    HeadPage("/head/services", "services", "settings", COMMANDERS),
    HeadPage("/head/hours", "hours", "settings", COMMANDERS),
    HeadPage("/head/lists", "lists", "settings", COMMANDERS),
    HeadPage("/head/messages", "messages", "settings", COMMANDERS),
    HeadPage("/head/kiosk", "kiosk", "settings", COMMANDERS),
    HeadPage("/head/devices", "devices", "settings", COMMANDERS),
    HeadPage("/head/holidays", "holidays", "settings", COMMANDERS),
)


def pages_for(role: str) -> tuple[HeadPage, ...]:
    """Return the pages that a role may open, in the order of the navigation.

    >>> [page.name for page in pages_for("analyst")]
    ['head', 'enquiries', 'figures', 'waits', 'plan', 'people']
    """
    return tuple(page for page in HEAD_PAGES if role in page.roles)
