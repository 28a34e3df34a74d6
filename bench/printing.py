"""Printing: the ticket's bytes, what drawing one costs, and how long the paper takes to be cut off."""

from __future__ import annotations

from bench.figures import Figure
from bench.tap_to_cut import cut_figures
from bench.ticket_bytes import byte_figures, drawing_figures
from commands.printer.emulate import need_gui


def run() -> list[Figure]:
    """Measure one ticket of the land and housing hall, in Arabic and English, with place, wait and QR code."""
    need_gui()
    return [*byte_figures(), *drawing_figures(), *cut_figures()]
