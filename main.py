"""Set up what is missing, then run a command; `python3 main.py` alone starts the demo. Python 3.11 is all it needs."""
# PYTHON_ARGCOMPLETE_OK

from __future__ import annotations

import sys

if sys.version_info < (3, 11):  # noqa: UP036  # the one line that an older Python must be able to say
    sys.exit(f"Dawr needs Python 3.11 or newer; this is {sys.version.split()[0]}.")

import importlib  # after the version check, so that an old Python gets a sentence and not a traceback
import os

from commands import COMMANDS, is_here, usage
from commands.runtime import environment, parent_watch, preflight
from commands.runtime.completion import complete
from common.configuration.command_parser import COMPLETING
from common.files.private import write_for_owner_only
from common.version import release


def main(argv: list[str]) -> int:
    """Run the command named first in `argv` and return its exit code; without a name, the demo."""
    name, rest = (argv[0], argv[1:]) if argv and not argv[0].startswith("-") else ("demo", argv)
    if COMPLETING in os.environ:
        return complete()
    if argv and argv[0] in {"-h", "--help"}:
        print(usage())
        return 0
    if argv and argv[0] in {"-V", "--version"}:
        print(f"dawr {release()}")
        return 0
    if name not in COMMANDS or not is_here(COMMANDS[name]):
        print(f"main.py: no command {name!r}\n\n{usage()}", file=sys.stderr)
        return 2
    told = preflight.said(name, rest)
    if told is not None:
        return told
    environment.ensure(COMMANDS[name].needs, argv=argv)
    if not COMMANDS[name].writes_for_others:
        write_for_owner_only()
    parent_watch.hold()
    module = importlib.import_module(COMMANDS[name].module)
    return int(module.run(rest))


def run_command_line() -> None:
    """Run the command of this process's command line and end the process.

    Ctrl-C ends it with 130, a reader that closes the pipe (`| head`) with 141: as a shell reports SIGINT and SIGPIPE.
    """
    try:
        try:
            sys.exit(main(sys.argv[1:]))
        finally:
            print(end="", flush=True)  # here, where a closed pipe is caught, and not when the interpreter ends
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:
        # As Python's documentation has it (signal, "Note on SIGPIPE"): what is left would be written at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(141)


if __name__ == "__main__":
    run_command_line()
