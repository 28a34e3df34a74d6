"""`main.py printer`: find, ask, try and emulate ticket printers."""

from __future__ import annotations

import argparse
import sys

from commands.printer.emulate import add_emulate
from commands.printer.list_printers import add_list
from commands.printer.probe import add_probe
from commands.printer.sample import add_sample
from commands.printer.supported import add_supported
from common.configuration.command_parser import CommandParser
from printer.address import PrinterAddressError
from printer.discovery.recording import RecordingError
from printer.documents.ticket import TicketContentError
from printer.render.blocks import LogoError


def run(argv: list[str]) -> int:
    """Run the command; returns the process's exit code. Mistakes in the arguments end with 2, as argparse does it."""
    arguments = _parser().parse_args(argv)
    try:
        return int(arguments.act(arguments))
    except (PrinterAddressError, TicketContentError, LogoError) as error:
        print(f"printer: {error}", file=sys.stderr)
        return 2
    except RecordingError as error:
        print(f"printer: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = CommandParser(prog="printer", description="Find, ask, try and emulate ticket printers.")
    acts = parser.add_subparsers(required=True, metavar="list|probe|sample|emulate|supported")
    add_list(acts.add_parser("list", help="list the printers and ports of this machine, and the printers it knows"))
    add_probe(acts.add_parser("probe", help="ask a printer how it is and what it can do; uses no paper"))
    add_sample(acts.add_parser("sample", help="print one ticket"))
    add_emulate(acts.add_parser("emulate", help="be a printer that draws what it prints"))
    add_supported(acts.add_parser("supported", help="make printer/SUPPORTED.md from the recordings"))
    return parser
