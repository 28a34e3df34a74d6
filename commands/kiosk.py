"""Run the kiosk of a hall on this machine's screen."""

from __future__ import annotations

import argparse
import logging
import sys

from kiosk.config import add_kiosk_options, read_kiosk_config


def run(argv: list[str]) -> int:
    """Run the kiosk until it is closed; return the exit status, 2 for a wrong command line."""
    from qtkit.shell import OptionsError, add_shell_options, read_shell_options

    parser = argparse.ArgumentParser(prog="main.py kiosk", description=__doc__)
    add_shell_options(parser, inches=21.5)
    add_kiosk_options(parser)
    given = parser.parse_args(argv)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    problems = []
    for read in (read_shell_options, read_kiosk_config):
        try:
            read(given)
        except OptionsError as error:
            problems.append(str(error))
    if problems:
        print("\n".join(problems), file=sys.stderr)
        return 2
    options, config = read_shell_options(given), read_kiosk_config(given)
    from kiosk.bootstrap import run_kiosk
    from qtkit.catalogues import CatalogueError
    from qtkit.single_instance import AlreadyRunningError

    try:
        return run_kiosk(config, options)
    except (CatalogueError, AlreadyRunningError) as error:
        print(error, file=sys.stderr)
        return 2
