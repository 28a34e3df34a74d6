"""Start a counter program."""

from __future__ import annotations

from counter_client.config import CounterConfig
from counter_client.program.front import Front
from counter_client.program.run import run
from qtkit.program.shell import Shell


def start(config: CounterConfig) -> int:
    """Run until the window is closed; return the exit code."""
    front = Front(Shell("counter", config.shell), config.counter)
    return run(config, front)
