"""The hall head's pages: which address shows which template to whom; the navigation follows this list."""

from __future__ import annotations

from dataclasses import dataclass

READERS = frozenset({"head", "admin", "analyst"})
READS_STORIES = frozenset({"head", "admin", "auditor"})
FOLLOWS_REQUESTS = frozenset({"head", "admin", "reception", "call_centre", "directorate"})
TAKES_COMPLAINTS = frozenset({"head", "admin", "reception", "call_centre"})
TAKES_ENQUIRIES = frozenset({"head", "admin", "reception", "call_centre", "analyst"})
RECEIVES = frozenset({"head", "reception"})
SEES_OFFICIALS = frozenset({"head", "admin", "reception", "call_centre", "official"})
COMMANDERS = frozenset({"head", "admin"})
"""Who may do something, and not only look."""


@dataclass(frozen=True)
class HeadPage:
    """One page: its template is `NAME.html`, its name in the navigation the text `nav.NAME`."""

    path: str
    name: str
    roles: frozenset[str] = READERS


HEAD_PAGES = (
    HeadPage("/head", "head"),
    HeadPage("/head/act", "act", COMMANDERS),
    HeadPage("/head/day", "day", COMMANDERS),
    HeadPage("/reception", "reception", RECEIVES),
    HeadPage("/head/figures", "figures"),
    HeadPage("/head/waits", "waits"),
    HeadPage("/head/plan", "plan"),
    HeadPage("/head/requests", "requests", FOLLOWS_REQUESTS),
    HeadPage("/head/enquiries", "enquiries", TAKES_ENQUIRIES),
    HeadPage("/head/complaints", "complaints", TAKES_COMPLAINTS),
    HeadPage("/officials", "officials", SEES_OFFICIALS),
    HeadPage("/head/holidays", "holidays", COMMANDERS),
    HeadPage("/head/trust", "trust", COMMANDERS),
    HeadPage("/head/visit", "visit", READS_STORIES),
    HeadPage("/head/away", "away", COMMANDERS),
)


def pages_for(role: str) -> tuple[HeadPage, ...]:
    """Return the pages that a role may open, in the order of the navigation.

    >>> [page.name for page in pages_for("analyst")]
    ['head', 'figures', 'waits', 'plan', 'enquiries']
    """
    return tuple(page for page in HEAD_PAGES if role in page.roles)
