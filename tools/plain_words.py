"""Find words in pages, docstrings, comments and messages that readers of English as a second language do not know.

The folders below hold none of them; a folder is added when it is clean. The words are those of docs/glossary.md
("never") and the turns of docs/contributing.md ("Plain English").
"""

from __future__ import annotations

import io
import re
import sys
import tokenize
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CLEAN = (
    "README.md",
    "docs",
    "deploy",
    "common",
    "contracts",
    "sync",
    "figures",
    "printer",
    "serial_devices",
    "qtkit",
    "commands",
    "central",
    "hall",
    "web",
    "assets",
    "main.py",
    "kiosk",
    "counter_client",
    "display_board",
    "tools",
    "bench",
    "tests",
)
"""Files and folders that are read. Decision records are history: only their titles are read, by another test."""
NEVER = {
    r"anew": "again",
    r"who(so)?ever": "a person or a role",
    r"(is|are|was|were|be|been|being) told": "informed, reported, set; or name who says it",
    r"so many": "how many, the number",
    r"all the same": "still, anyway",
    r"of (its|their) own": "own, separate",
    r"none after all": "not",
    r"as dear as": "costs as much as",
    r"make way": "give place, yield",
    r"nothing of it": "nothing about it",
    r"what is \w+ there": "name the thing",
    r"sign of life": "heartbeat",
    r"heard of": "connected, known",
    r"foretold": "predicted",
    r"reckon(s|ed|ing)?": "calculate",
    r"hitherto|thereof|likewise|afresh": "so far, of it, also, again",
    r"lest|save for|for want of|no sooner|such as it is|of which there": "so that … not, except, without, as soon as",
    r"whence|thence|hence|whereby|wherein|whereupon|thereby|therein": "from there, by which, in which",
    r"(should|had|were) (it|he|she|they|there|one) (not |ever |a |an |the |be |been |have |to )?\w+": "if …",
    r"though [\w'\x20]{1,30} be": "also if … is",
    r"of late|aright|anon|oft": "recently, correctly",
    r"by (itself|themselves)": "automatically; or name who does it",
    r"of (itself|themselves|himself|herself)": "about itself",
    r"ask(s|ed)? of": "need from, ask for",
    r"(nobody|nothing|none|all) but": "only, except",
    r"what (became|becomes|has become) of": "the result of, what happens to",
    r"(for|is) so long|so long (after|before|as|ago)|so far (back|behind|from)": "this long, this far",
    r"put(s|ting)? right": "correct",
    r"mend(s|ed|ing)?": "correct, repair",
    r"at hand": "here, connected",
    r"(a|the|no|its|one|each) ways? (in|out|up|down)(?! which)|ways out": "sign-in, target, from the centre",
    r"holds? good|holds? to (its|his|their)": "is valid, keeps",
    r"betray(s|ed)?": "show",
    r"foresee(s|n|ing)?|foresaw": "forecast, expect",
    r"(come|comes|came) about": "happen",
    r"(?<!there\x20)(is|was|were) (?-i:none)": "is not one",
    r"customers?": "visitor",
    r"booking appointments?": "appointment",
    r"superuser": "administrator",
    r"triage": "reception",
    r"writer('s)? lane": "command queue: a lane is how visitors are ranked",
}
"""Pattern (small letters) to what is written instead."""
_SPACE = r"[\s/*]+"
"""Between two words of a turn, also where the line ends between them."""
_NEVER = [
    (re.compile(rf"(?i)(?<![\w-])({pattern.replace(' ', _SPACE)})(?![\w-])"), instead)
    for pattern, instead in NEVER.items()
]
_BLOCKS = {
    ".js": re.compile(r"(?<!:)//[^\n]*|/\*.*?\*/", re.DOTALL),
    ".mjs": re.compile(r"(?<!:)//[^\n]*|/\*.*?\*/", re.DOTALL),
    ".css": re.compile(r"/\*.*?\*/", re.DOTALL),
    ".html": re.compile(r"<!--.*?-->|\{#.*?#\}", re.DOTALL),
}
"""Where each language of the pages has its comments."""
_LINES = {".sh", ".toml", ".yml", ".yaml", ".service", ".timer", ".conf", ".rules"}
"""Files whose comments are lines that begin with `#`."""
_CODE = re.compile(r"```.*?```|`[^`]*`", re.DOTALL)
_NAME = re.compile(r"`[^`\n]*`")
_SKIPPED = (
    "docs/adr/",
    "docs/glossary.md",
    "docs/bench.md",
    "web/static/vendor/",
    "tests/vendor/",
    "tools/plain_words.py",
    "tests/tools/test_plain_words.py",
    "tests/test_screen_words.py",
)
"""History, the page of words itself, work of others, and where the words are listed."""


def main() -> int:
    """Print every place with what to write instead; 1 when there is one."""
    found = [line for path in files(CLEAN) for line in wrong(path)]
    print("\n".join(found))
    return 1 if found else 0


def files(names: tuple[str, ...]) -> Iterator[Path]:
    """Return the pages and modules of files and folders."""
    for name in names:
        paths = sorted((ROOT / name).rglob("*.*")) if (ROOT / name).is_dir() else [ROOT / name]
        for path in paths:
            is_skipped = str(path.relative_to(ROOT)).startswith(_SKIPPED)
            if path.suffix in {".md", ".py", *_BLOCKS, *_LINES} and not is_skipped:
                yield path


def wrong(path: Path) -> Iterator[str]:
    """Return a line for each word of a file that is not used."""
    for number, text in texts(path):
        for pattern, instead in _NEVER:
            for match in pattern.finditer(text):
                at = number + text.count("\n", 0, match.start())
                yield f"{path.relative_to(ROOT)}:{at}: {match[0]!r}: write {instead}"


def texts(path: Path) -> Iterator[tuple[int, str]]:
    """Return what people read in a file, with line numbers: a page without code, comments, and a module's strings."""
    source = path.read_text(encoding="utf-8")
    if path.suffix == ".md":
        yield 1, _CODE.sub(lambda code: "\n" * code[0].count("\n"), source)
    elif path.suffix == ".py":
        yield from _texts_of_module(source)
    elif path.suffix in _BLOCKS:
        for comment in _BLOCKS[path.suffix].finditer(source):
            yield source.count("\n", 0, comment.start()) + 1, comment[0]
    else:
        yield from ((at, line) for at, line in enumerate(source.splitlines(), 1) if line.lstrip().startswith("#"))


def _texts_of_module(source: str) -> Iterator[tuple[int, str]]:
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        is_text = tokenize.tok_name[token.type] in {"COMMENT", "STRING", "FSTRING_MIDDLE"}
        if is_text and " " in token.string:  # a string of one word is a name or a path
            yield token.start[0], _NAME.sub("", token.string)


if __name__ == "__main__":
    sys.exit(main())
