"""`main.py counter`: an agent's counter program."""

from __future__ import annotations

import sys

from common.configuration.parser import SettingsError
from common.log.lines import log_to_stderr
from counter_client.config import parser, read_config
from counter_client.program.start import start
from qtkit.program.options import need_screen


def run(argv: list[str]) -> int:
    """Run the program until its window is closed; 2 where the options are wrong."""
    options = parser()
    try:
        config = read_config(options, options.read_arguments(argv))
        need_screen()
    except SettingsError as error:
        print(error, file=sys.stderr)
        return 2
    log_to_stderr()
    return start(config)
