"""The help at /help: the pages of docs/ as web pages, each in the reader's language where it is there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.token import Token

from common.text.languages import direction
from common.text.texts import texts
from web.texts import LANGUAGES

DOCS = Path(__file__).resolve().parent.parent / "docs"
_TEMPLATES = Path(__file__).resolve().parent / "templates" / "help"
ROLES = ("agent", "head", "administrator", "technician", "troubleshooting", "centre", "integrator")
"""The pages that the list of the help offers, in this order; others are reached from them."""
_NAME = re.compile(r"[a-z][a-z0-9_-]{0,39}")
_PAGE_LINK = re.compile(r"(\.\./|ar/)?([a-z][a-z0-9_-]*)\.md(#[^/]*)?")


@dataclass(frozen=True)
class HelpPage:
    """One page: its title, its content as HTML, and the language that it is really in."""

    title: str
    content: str
    language: str


def help_html(name: str, language: str) -> str:
    """Return a page of the help, or the list of pages where `name` is empty; nothing where there is no such page."""
    return "" if name and read_page(name, language) is None else _rendered(name, language)


def read_page(name: str, language: str, docs: Path = DOCS) -> HelpPage | None:
    """Return a page of docs/ in a language, else in English; None where there is none."""
    found = _file_of(name, language, docs)
    return None if found is None else _page(name, language, docs, *found)


@cache  # only of pages that are there: the names of others come from the network and have no end
def _page(name: str, language: str, docs: Path, file: Path, written: str) -> HelpPage:
    text = file.read_text(encoding="utf-8")
    return HelpPage(_title(text, name), _Links(name, language, docs).to_html(text), written)


def _file_of(name: str, language: str, docs: Path) -> tuple[Path, str] | None:
    """Return the file of a page and the language that it is in."""
    if _NAME.fullmatch(name) is None:
        return None
    places = {"ar": docs / "ar" / f"{name}.md", "en": docs / f"{name}.md"}
    return next(((places[one], one) for one in dict.fromkeys((language, "en")) if places[one].is_file()), None)


@cache
def _rendered(name: str, language: str) -> str:
    environment = Environment(loader=FileSystemLoader(_TEMPLATES), autoescape=True, undefined=StrictUndefined)
    listed = {one: found.title for one in ROLES if (found := read_page(one, language)) is not None}
    shown = read_page(name, language) if name else None
    return environment.get_template("help.html").render(
        lang=language,
        dir=direction(language),
        t=texts("help", language).words,
        name=name,
        listed=listed,
        page=shown,
        page_dir=direction(shown.language) if shown else "",
        other=next(one for one in LANGUAGES if one != language),
    )


def _title(text: str, name: str) -> str:
    first = text.partition("\n")[0]
    return first.removeprefix("# ") if first.startswith("# ") else name


@dataclass(frozen=True)
class _Links:
    """Makes the HTML of one page, whose links to files become links to pages of the help."""

    name: str
    language: str
    docs: Path

    def to_html(self, text: str) -> str:
        """Return the HTML. HTML in the text is shown as text; a link to what a hall does not serve is its words."""
        parser = MarkdownIt("commonmark", {"html": False}).enable("table")
        parser.add_render_rule("code_inline", _whole_words)
        tokens = parser.parse(text)
        for token in tokens:
            token.children = self._turned(token.children) if token.children else token.children
        return str(parser.renderer.render(tokens, parser.options, {}))

    def _turned(self, tokens: list[Token]) -> list[Token]:
        kept: list[Token] = []
        words, leads = "", True
        for token in tokens:
            if token.type == "link_open":
                words = self._turn(token)
                leads = bool(token.attrs)
            if token.type == "text" and words and token.content.endswith(".md"):
                token.content = words
            if token.type != "image" and (leads or not token.type.startswith("link_")):
                kept.append(token)
            if token.type == "link_close":
                words, leads = "", True
        return kept

    def _turn(self, link: Token) -> str:
        """Let a link lead to a page of the help, and return its title; take its address away where there is none."""
        address = str(link.attrs.get("href", ""))
        found = _PAGE_LINK.fullmatch(address)
        if found is None:
            if not address.startswith(("https://", "/", "#")):
                link.attrs = {}
            return ""
        prefix, name, part = found[1] or "", found[2], found[3] or ""
        wanted = "ar" if prefix == "ar/" else "en" if name == self.name else self.language
        query = f"?lang={wanted}" if wanted != self.language else ""
        link.attrs["href"] = f"/help/{name}{query}{part}"
        there = _file_of(name, wanted, self.docs)
        return _title(there[0].read_text(encoding="utf-8"), name) if there else name


def _whole_words(_self: object, tokens: Sequence[Token], at: int, _options: object, _environment: object) -> str:
    """Return code whose words stay whole at the end of a line: who reads "--" and "data" on two lines types both."""
    words = (f"<span>{escapeHtml(word)}</span>" for word in tokens[at].content.split(" "))
    return f"<code>{' '.join(words)}</code>"
