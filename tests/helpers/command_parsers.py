"""The parsers of commands, taken out of them before they do anything."""

from __future__ import annotations

import argparse
import importlib

import pytest

from commands import COMMANDS


class GivenParserError(Exception):
    """Carries a command's parser out of the command, before it does anything."""


def parser_of(name: str, monkeypatch: pytest.MonkeyPatch, first: str = "") -> argparse.ArgumentParser:
    """Return the parser of a command; `first` is its first word where another one has another parser."""

    def give(parser: argparse.ArgumentParser, *_arguments: object, **_more: object) -> None:
        raise GivenParserError(parser)

    monkeypatch.setattr(argparse.ArgumentParser, "parse_args", give)
    with pytest.raises(GivenParserError) as given:
        importlib.import_module(COMMANDS[name].module).run([first] if first else [])
    parser: argparse.ArgumentParser = given.value.args[0]
    return parser
