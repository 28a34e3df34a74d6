"""CommandParser: a command's options, with completion in the shell. Stdlib only until somebody presses Tab."""

from __future__ import annotations

import argparse
import importlib
import os
from collections.abc import Sequence
from typing import Any

from common.text.program_name import program_name

COMPLETING = "_ARGCOMPLETE"
"""The variable with which the shell asks what could stand at the cursor."""


class CommandParser(argparse.ArgumentParser):
    """The options of a command. When the shell asks for completions, parsing prints them and ends the process."""

    def __init__(self, *, prog: str, **options: Any) -> None:  # noqa: ANN401  # as argparse
        """`prog` is the command's name, without that of the program."""
        begun = prog if prog.startswith(program_name()) else f"{program_name()} {prog}"
        super().__init__(prog=begun, **options)

    def parse_args(  # type: ignore[override]  # argparse has more forms, which no command uses
        self, args: Sequence[str] | None = None, namespace: argparse.Namespace | None = None
    ) -> argparse.Namespace:
        """Return the options that are given, or complete the command line."""
        if COMPLETING in os.environ:
            importlib.import_module("argcomplete").autocomplete(self)
        return super().parse_args(args, namespace)
