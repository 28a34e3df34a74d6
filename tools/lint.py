"""Check the code: ruff, mypy --strict, import-linter, codespell, tsc, eslint; all run, then comes one closing line."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

from common.configuration.command_parser import CommandParser

ROOT = Path(__file__).resolve().parent.parent
_BIN = Path(sys.executable).parent
_JAVASCRIPT = ROOT / "tools" / "javascript"
_NODE = ROOT / ".venv" / "javascript"
"""Where npm installs what `tools/javascript` locks, beside Python's own packages."""
CHECKS = {
    "ruff format": ["ruff", "format", "--check", "--quiet", "."],
    "ruff": ["ruff", "check", "--quiet", "."],
    "mypy --strict": ["mypy"],
    "import-linter": ["lint-imports"],
    "codespell": ["codespell"],
    "plain words": ["python", "-m", "tools.plain_words"],
    "tsc --checkJs": ["node", "typescript/bin/tsc", "--pretty", "false", "-p", "tools/javascript"],
    "eslint": ["node", "eslint/bin/eslint.js", "-c", "tools/javascript/eslint.config.mjs", "web/static"],
}


def run(argv: list[str]) -> int:
    """Run every check and return 0 when all passed, else 1."""
    CommandParser(prog="lint", description=__doc__).parse_args(argv)
    failed = [name for name, command in CHECKS.items() if not _passes(name, command)]
    print(f"lint: {', '.join(failed)} failed" if failed else f"lint: {len(CHECKS)} checks passed")
    return 1 if failed else 0


def _program(command: list[str]) -> list[str | Path]:
    """Return the command with the path of its program: Node's among its packages, else Python's."""
    if command[0] != "node":
        return [_BIN / command[0], *command[1:]]
    _install_javascript()
    return ["node", _NODE / "node_modules" / command[1], *command[2:]]


def _install_javascript() -> None:
    """Install the locked packages for JavaScript, where another version or none is there."""
    lock, installed = _JAVASCRIPT / "package-lock.json", _NODE / "installed.json"
    if installed.exists() and installed.read_bytes() == lock.read_bytes():
        return
    _NODE.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", lock.name):
        shutil.copy(_JAVASCRIPT / name, _NODE / name)
    print("lint: installing the locked packages of tools/javascript (their hashes are checked)", flush=True)
    options = ["--no-audit", "--no-fund", "--ignore-scripts", "--silent"]
    done = subprocess.run(["npm", "ci", *options], cwd=_NODE, check=False)  # npm is a system package
    if done.returncode == 0:
        shutil.copy(lock, installed)


def _passes(name: str, command: list[str]) -> bool:
    started = time.monotonic()
    # The layers are those of the folders here, not of an installed package.
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(_program(command), cwd=ROOT, env=environment, check=False, capture_output=True, text=True)
    print(f"lint: {name}: {'passed' if done.returncode == 0 else 'FAILED'} in {time.monotonic() - started:.1f} s")
    if done.returncode:
        print(done.stdout + done.stderr)
    return done.returncode == 0
