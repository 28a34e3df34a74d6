"""`main.py board`: the wall board that shows and speaks calls."""

from __future__ import annotations

import sys

from commands.runtime.supervisor import keep_this_command
from common.configuration.parser import SettingsError
from common.log.lines import log_to_stderr
from display_board.app import start
from display_board.config import parser, read_config
from qtkit.program.options import need_screen


def run(argv: list[str]) -> int:
    """Run the board until it is asked to end; 2 where the options are wrong."""
    options = parser()
    try:
        config = read_config(options, options.read_arguments(argv))
        need_screen()
    except SettingsError as error:
        print(error, file=sys.stderr)
        return 2
    log_to_stderr()
    if config.keep:
        return keep_this_command()
    try:
        return start(config)
    except SettingsError as error:
        print(error, file=sys.stderr)
        return 2
