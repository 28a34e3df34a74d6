"""Write what the web pages take from assets/design: design tokens, mark, signs of services; --check only compares."""

from __future__ import annotations

from pathlib import Path

from common.brand import mark
from common.configuration.command_parser import CommandParser
from common.design_tokens import Tokens, tokens

STATIC = Path(__file__).resolve().parent.parent / "web" / "static" / "common"
_ROOT_FONT_PX = 16
_HEADING = "/* Written by `main.py tokens` from assets/design/tokens.toml: change that file. */"


def run(argv: list[str]) -> int:
    """Write the files, or with --check return 1 when one of them is not what assets/design says."""
    parser = CommandParser(prog="tokens", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; exit code 1 when a file is stale")
    check: bool = parser.parse_args(argv).check
    wanted = {"tokens.css": style_text(tokens())}
    wanted |= {name: (mark.FILE.parent / name).read_text(encoding="utf-8") for name in ("mark.svg", "signs.svg")}
    stale = [name for name, text in wanted.items() if not _is(STATIC / name, text)]
    if not check:
        for name in stale:
            (STATIC / name).write_text(wanted[name], encoding="utf-8")
    print(f"{', '.join(stale)}: {'stale, run main.py tokens' if check else 'written'}" if stale else "up to date")
    return 1 if check and stale else 0


def style_text(design: Tokens) -> str:
    """Return the stylesheet with one custom property for each token; names have hyphens for underscores."""
    lines = [f"--{name.replace('_', '-')}: {colour.lower()};" for name, colour in vars(design.day).items()]
    for name, colours in design.charts.items():
        lines += [f"--{name}-{step}: {colour.lower()};" for step, colour in enumerate(colours, 1)]
    lines += [f"--space-{step}: {px / _ROOT_FONT_PX:g}rem;" for step, px in enumerate(design.space, 1)]
    lines += [f"--radius-{name}: {px}px;" for name, px in design.radius.items()]
    lines += [f"--text-{name}: {size.web:g}rem;" for name, size in design.type.items()]
    lines += [f"--ring-width: {design.focus_width}px;", f"--ring-gap: {design.focus_gap}px;"]
    return "\n".join([_HEADING, ":root {", *(f"  {line}" for line in lines), "}", ""])


def _is(file: Path, text: str) -> bool:
    return file.exists() and file.read_text(encoding="utf-8") == text
