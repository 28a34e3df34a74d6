"""Pages that are served on the machine on which they are used: what may ask them."""

from __future__ import annotations

from collections.abc import Mapping


def is_of_this_machine(headers: Mapping[str, str]) -> bool:
    """Return whether a request comes from the page itself: another site's page must not write files here."""
    host = headers.get("host", "")
    return host.partition(":")[0] in {"127.0.0.1", "localhost"} and headers.get("origin", f"http://{host}") == (
        f"http://{host}"
    )
