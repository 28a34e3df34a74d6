"""The settings for the token of a program that is a device of a hall: an option, a variable, or a file."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from common.configuration.parser import SettingsParser
from common.text.program_name import program_name

TOKEN_ENV = "DAWR_TOKEN"  # noqa: S105 - the name of a variable, not a token


def add_token_settings(parser: SettingsParser) -> None:
    """Declare the settings."""
    parser.add_secret(
        "--token",
        variable=TOKEN_ENV,
        file_key="token_file",
        default="",
        metavar="TOKEN",
        help=f"the device's token (better: the variable {TOKEN_ENV}, or the file)",
    )
    parser.add_setting(
        "--token-file",
        type=Path,
        metavar="FILE",
        help=f"file that holds the device's token, as {program_name()} pair makes it",
    )


def device_token(given: argparse.Namespace) -> tuple[str, str]:
    """Return the token and what is wrong with it, empty where nothing is."""
    token = given.token or os.environ.get(TOKEN_ENV, "")
    if not token and given.token_file is not None:
        try:
            token = given.token_file.read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            return "", f"--token-file {given.token_file} cannot be read: {error}"
    if not token:
        return "", f"the device's token is missing: give --token-file, made by {program_name()} pair"
    return token, "" if token.isascii() and token.isprintable() else "the token holds characters no token has"


def token_file(given: argparse.Namespace) -> Path | None:
    """Return the file that keeps the token, and takes the next one; None where the token came from elsewhere."""
    kept: Path | None = given.token_file
    return None if given.token or os.environ.get(TOKEN_ENV) else kept
