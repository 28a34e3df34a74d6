"""Write the web pages' design tokens from assets/design/tokens.toml; --check only compares."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from common.design_tokens import Tokens, tokens

STYLE = Path(__file__).resolve().parent.parent / "dashboard" / "static" / "tokens.css"
_ROOT_FONT_PX = 16
_HEADING = "/* Written by `main.py tokens` from assets/design/tokens.toml: change that file. */"


def run(argv: list[str]) -> int:
    """Write the style, or with --check return 1 when the written one is not what the tokens say."""
    parser = argparse.ArgumentParser(prog="main.py tokens", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; exit code 1 when the style is stale")
    wanted = style_text(tokens())
    if parser.parse_args(argv).check:
        fresh = STYLE.read_text(encoding="utf-8") == wanted
        print(f"{STYLE.name}: {'up to date' if fresh else 'stale: run main.py tokens'}", file=sys.stderr)
        return 0 if fresh else 1
    STYLE.write_text(wanted, encoding="utf-8")
    print(f"{STYLE} written")
    return 0


def style_text(design: Tokens) -> str:
    """Return the stylesheet with one custom property for each token; names have hyphens for underscores."""
    lines = [f"--{name.replace('_', '-')}: {colour.lower()};" for name, colour in vars(design.day).items()]
    for name, colours in design.charts.items():
        lines += [f"--{name}-{step}: {colour.lower()};" for step, colour in enumerate(colours, 1)]
    lines += [f"--space-{step}: {_rem(px)};" for step, px in enumerate(design.space, 1)]
    lines += [f"--radius-{name}: {px}px;" for name, px in design.radius.items()]
    lines += [f"--text-{name}: {size.web:g}rem;" for name, size in design.type.items()]
    lines += [f"--ring-width: {design.focus_width}px;", f"--ring-gap: {design.focus_gap}px;"]
    return "\n".join([_HEADING, ":root {", *(f"  {line}" for line in lines), "}", ""])


def _rem(px: int) -> str:
    return f"{px / _ROOT_FONT_PX:g}rem"
