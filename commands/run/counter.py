"""`main.py counter`: an agent's counter program."""

from __future__ import annotations

import os
import sys

from common.log.lines import log_to_stderr
from counter_client.config import parser, read_config
from counter_client.program.start import start
from qtkit.program.options import OptionsError


def run(argv: list[str]) -> int:
    """Run the program until its window is closed; 2 where the options are wrong."""
    options = parser()
    try:
        config = read_config(options.parse_args(argv), dict(os.environ))
    except OptionsError as error:
        print(f"{options.prog}: {error}", file=sys.stderr)
        return 2
    log_to_stderr()
    return start(config)
