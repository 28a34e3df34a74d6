"""What kinds of sites run the hall's program, and which of them people do not walk into."""

from __future__ import annotations

SITE_KINDS = ("hall", "premium_hall", "call_centre", "social_desk")
DESKS = frozenset({"call_centre", "social_desk"})
"""Sites without visitors: no tickets, no kiosk, no board; they answer enquiries from 8:00 to 18:00."""


PREMIUM_HALL = "premium_hall"
"""The kind of hall for investors and developers."""


def is_desk(site_kind: str) -> bool:
    """Return whether nobody walks into a site of this kind.

    >>> is_desk("call_centre"), is_desk("premium_hall")
    (True, False)
    """
    return site_kind in DESKS
