"""`main.py board`: the wall board that shows and speaks calls."""

from __future__ import annotations

import sys

from commands.runtime.supervisor import keep_this_command
from common.log.lines import log_to_stderr
from display_board.app import start
from display_board.config import read_config
from qtkit.program.options import OptionsError


def run(argv: list[str]) -> int:
    """Run the board until it is told to end; 2 where the options are wrong."""
    try:
        config = read_config(argv)
    except OptionsError as error:
        print(f"main.py board: {str(error).replace(chr(10), chr(10) + 'main.py board: ')}", file=sys.stderr)
        return 2
    log_to_stderr()
    if config.keep:
        return keep_this_command()
    try:
        return start(config)
    except OptionsError as error:
        print(f"main.py board: {error}", file=sys.stderr)
        return 2
