"""Start a counter program: its sign-in at once, and all that it does as soon as that is painted."""

from __future__ import annotations

from counter_client.config import CounterConfig
from counter_client.front import Front
from qtkit.shell import Shell


def start(config: CounterConfig) -> int:
    """Run until the window is closed; return the exit code."""
    front = Front(Shell("counter", config.shell), config.counter)
    front.show()
    if not front.shown:  # closed while it was painted
        return 0
    # Half of a start is reading what the workplace needs; nobody has to wait for a picture meanwhile.
    from counter_client.program import run

    return run(config, front)
