"""`main.py counter`: an agent's counter program."""

from __future__ import annotations

import os
import sys

from commands.loading import loading
from common.log_lines import log_to_stderr
from qtkit.unread_sources import leave_sources_unread


def run(argv: list[str]) -> int:
    """Run the program until its window is closed; 2 where the options are wrong."""
    with loading():
        leave_sources_unread()
        from counter_client.config import parser, read_config
        from qtkit.shell_options import OptionsError

    options = parser()
    try:
        config = read_config(options.parse_args(argv), dict(os.environ))
    except OptionsError as error:
        print(f"{options.prog}: {error}", file=sys.stderr)
        return 2
    log_to_stderr()
    with loading():
        from counter_client.start import start

    return start(config)
