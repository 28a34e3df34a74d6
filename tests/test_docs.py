"""The pages for people say what the programs do: every setting, code, fact, path, command and link, both ways."""

from __future__ import annotations

import argparse
import ast
import contextlib
import io
import re
import shlex
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from central import errors
from central.errors import CentralError
from central.web.app import application
from commands import COMMANDS
from commands.config import program_parser
from commands.runtime.settings_files import PROGRAMS
from common.configuration.describe import table
from hall.kernel import facts
from hall.kernel.refusals import HallError
from hall.platform.refusals import STATUS
from hall.settings.setup import entries
from qtkit.hall import problems
from tests.helpers.command_parsers import parser_of
from tests.helpers.documented_commands import (
    ALONE,
    HALL,
    PARSED,
    STOPPED_HALL,
    in_blocks,
    in_sentences,
    requests_in_blocks,
    requests_run,
)
from tests.helpers.documented_commands import PAGES as FOLLOWED
from tests.helpers.hall_modules import engine_modules

ROOT = Path(__file__).parent.parent
PAGES = [*ROOT.glob("*.md"), ROOT / "printer" / "SUPPORTED.md"]
PAGES += [page for folder in ("docs", ".github", "web", "assets", "deploy") for page in (ROOT / folder).rglob("*.md")]
PAGES = sorted(page for page in PAGES if page.exists())


def page(name: str) -> str:
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


def section(name: str, heading: str) -> str:
    """Return the text below a heading, up to the next one of any level."""
    found = re.search(rf"^#+ {re.escape(heading)}\n(.*?)(?=^#|\Z)", page(name), re.MULTILINE | re.DOTALL)
    assert found, f"docs/{name} has no section {heading}"
    return found[1]


def words(text: str) -> set[str]:
    """Return what stands in backticks, cut at spaces: names as a program knows them."""
    return {word for quoted in re.findall(r"`([^`]+)`", text) for word in quoted.split()}


# Commands and options


def options_of(parser: argparse.ArgumentParser) -> Iterator[str]:
    """Return every option and every word of a command, those of its sub-commands too."""
    for action in parser._actions:
        yield from (option for option in action.option_strings if option not in {"-h", "--help"})
        if isinstance(action, argparse._SubParsersAction):
            for word, below in action.choices.items():
                yield word
                yield from options_of(below)


def documented(name: str) -> set[str]:
    """Return the words of every section about a command."""
    headings = re.findall(r"^### ([a-z, ]+)$", page("settings.md"), re.MULTILINE)
    about = [heading for heading in headings if name in re.split(r", | and ", heading)]
    assert about, f"docs/settings.md has no section about {name}"
    return words(" ".join(section("settings.md", heading) for heading in about))


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_and_its_options_are_told(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    told, there = documented(name), set(options_of(parser_of(name, monkeypatch)))
    bare = {word.strip("[],") for word in told}
    assert there - bare == set()
    assert {word for word in bare if word.startswith("--")} - there == set()


def mistakes_in(command: str, *, whole: bool, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return what the command's own parser says against it; one that is not whole may leave words out."""
    name, *rest = shlex.split(command) or ["demo"]
    if name.startswith("-"):
        return "" if name in {"--help", "--version"} else f"no option {name}"
    if name not in COMMANDS:
        return f"no command {name}"
    with monkeypatch.context() as patched:
        parser = parser_of(name, patched, rest[0] if name in {"package", "printer"} and rest else "")
    if not whole:
        unknown = {word.strip("[],") for word in rest if word.lstrip("[").startswith("--")} - set(options_of(parser))
        return ", ".join(sorted(unknown))
    said = io.StringIO()
    try:
        with contextlib.redirect_stderr(said), contextlib.redirect_stdout(said):
            parser.parse_args(rest)
    except SystemExit:
        return said.getvalue()
    return ""


@pytest.mark.parametrize("path", FOLLOWED, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_parser_of_each_documented_command_takes_its_words(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = path.read_text(encoding="utf-8")
    given = [(command, True) for command in in_blocks(text)] + [(command, False) for command in in_sentences(text)]
    wrong = {command: mistakes_in(command, whole=whole, monkeypatch=monkeypatch) for command, whole in given}
    assert {command: said for command, said in wrong.items() if said} == {}


def unproved(text: str) -> set[str]:
    """Return the commands in a page's blocks that no test runs and no list excuses."""
    known = {one.command for one in (*HALL, *STOPPED_HALL, *ALONE)} | set(PARSED)
    curls = set(requests_in_blocks(text)) - requests_run()
    return set(in_blocks(text)) - known | curls


@pytest.mark.parametrize("path", FOLLOWED, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_test_runs_each_documented_command_or_a_list_says_why_none_can(path: Path) -> None:
    assert unproved(path.read_text(encoding="utf-8")) == set()


def test_the_list_of_documented_commands_has_none_that_no_page_shows() -> None:
    shown = {command for path in FOLLOWED for command in in_blocks(path.read_text(encoding="utf-8"))}
    assert {one.command for one in (*HALL, *STOPPED_HALL, *ALONE)} | set(PARSED) == shown


@pytest.mark.parametrize(
    ("line", "command"),
    [
        ("dawr admin people", "admin people"),
        ("runuser -u dawr-hall -- python3 main.py sync now --data hall-data   # at once", "sync now --data hall-data"),
        ("$ py main.py lint", "lint"),
        ("DAWR_TOKEN=… uv run dawr paper \\\n  sheets", "paper sheets"),
        ("curl -sS http://127.0.0.1:8080/new", "curl -sS http://127.0.0.1:8080/new"),
    ],
)
def test_a_new_command_in_a_page_is_found(line: str, command: str) -> None:
    assert unproved(f"Some words.\n\n```sh\n{line}\n```\n") == {command}


@pytest.mark.parametrize(
    ("command", "whole"),
    [
        ("hall --prot 8080", True),
        ("hall --prot 8080", False),
        ("admin devises", True),
        ("hal", False),
        ("pair kiosk", True),
    ],
)
def test_a_wrong_word_in_a_command_is_found(command: str, whole: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    assert mistakes_in(command, whole=whole, monkeypatch=monkeypatch)


# Settings


@pytest.mark.parametrize("name", PROGRAMS)
def test_the_table_of_settings_is_the_one_of_the_program(name: str) -> None:
    found = re.search(rf"<!-- settings of {name} -->\n(.*?)<!-- end -->", page("settings.md"), re.DOTALL)
    assert found, f"docs/settings.md has no table of {name}"
    assert found[1] == table(program_parser(name))


def tables_of_a_setup_file() -> Iterator[tuple[str, set[str]]]:
    """Return each table of a set-up file as it is written, with its keys."""
    for entry in vars(entries).values():
        if is_dataclass(entry) and entry is not entries.SetupEntry:
            heading = re.search(r"`(\[.*?\]+)`", entry.__doc__ or "")
            assert heading, f"{entry.__name__} does not say which table it is"
            yield heading[1], {field.name for field in fields(entry)}


@pytest.mark.parametrize(("heading", "keys"), list(tables_of_a_setup_file()))
def test_each_key_of_a_setup_file_is_told(heading: str, keys: set[str]) -> None:
    assert keys - words(section("settings.md", heading)) == set()


def test_each_key_and_table_at_the_top_of_a_setup_file_is_told() -> None:
    told = page("settings.md").partition("## The set-up file")[2]
    keys = {field.name for field in fields(entries.SetupEntry)}
    assert {key for key in keys if not re.search(rf"`{key}`|\[{key}[\].]", told)} == set()


# The hall's contract


def refusals(kind: type[HallError] = HallError) -> Iterator[str]:
    for below in kind.__subclasses__():
        yield below.code
        yield from refusals(below)


def test_each_code_of_a_refusal_is_in_the_contract() -> None:
    codes = {*refusals(), *STATUS, problems.HALL_AWAY} - {"refused"}
    assert len(codes) > 50
    assert codes - words(page("contract.md")) == set()


def test_the_contract_names_no_code_that_there_is_not() -> None:
    rows = re.findall(r"^\| `(?:GET|POST) [^|]*\|[^|]*\|[^|]*\|([^|]*)\|$", page("contract.md"), re.MULTILINE)
    assert len(rows) > 40
    assert {code for row in rows for code in words(row)} - set(STATUS) == set()


def kinds() -> set[str]:
    """Return the kinds that are stored and told: of the facts that no other is built on."""
    named = [one for module in engine_modules("facts") for one in vars(module).values()]
    kinds = [one for one in set(filter(callable, named)) if isinstance(one, type) and issubclass(one, facts.Fact)]
    return {
        facts.kind_of(one) for one in kinds if not any(other is not one and issubclass(other, one) for other in kinds)
    }


def test_the_contract_names_exactly_the_kinds_of_facts_there_are() -> None:
    told = re.search(r"^Facts on the live link \(`kind`\): `([^`]+)`", page("contract.md"), re.MULTILINE)
    assert told
    assert set(told[1].split()) == kinds()


# The centre


def bare_path(path: str) -> str:
    """Return a path without the names of its parts and without its query.

    >>> bare_path("/v1/halls/{hall}/batches/{first}-{last}?x=")
    '/v1/halls/{}/batches/{}'
    """
    return re.sub(r"\{\w+\}(-\{\w+\})?", "{}", path.partition("?")[0])


def test_the_paths_of_the_centre_are_those_that_are_told() -> None:
    paths = {bare_path(path) for path in application().openapi_schema.to_schema()["paths"]}
    told = {bare_path(word) for word in words(page("sync.md")) if word.startswith("/")}
    told.add(bare_path(re.findall(r"^    PUT (/v1\S+)", page("sync.md"), re.MULTILINE)[0]))
    assert len(paths) > 8
    assert told == paths


def codes_of_the_centre() -> set[str]:
    """Return every code with which the centre refuses, from where it is raised."""
    found = set()
    for path in (ROOT / "central").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name) or not node.args:
                continue
            first = node.args[2] if node.func.id == "problem" and len(node.args) > 2 else node.args[0]
            refuses = node.func.id == "problem" or issubclass(vars(errors).get(node.func.id, object), CentralError)
            if refuses and isinstance(first, ast.Constant) and re.fullmatch(r"[a-z_]+", str(first.value)):
                found.add(str(first.value))
    return found


def test_each_code_of_the_centre_is_told() -> None:
    codes = codes_of_the_centre()
    assert {"gap", "fork", "lease", "schema", "internal"} <= codes
    assert codes - words(page("sync.md")) == set()


# Pages


def links(path: Path) -> Iterator[str]:
    text = re.sub(r"^```.*?^```|`[^`\n]+`", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    for found in re.findall(r"\]\(([^)\s]+)[^)]*\)|^\[[^]]+\]: *(\S+)|(?:src|href)=\"([^\"]+)\"", text, re.MULTILINE):
        link = "".join(found)
        if not link.startswith(("http://", "https://", "mailto:")):
            yield link


def anchors(path: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading).strip().lower().replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_leads_somewhere(path: Path) -> None:
    for link in links(path):
        file, _, anchor = link.partition("#")
        target = path.parent / file if file else path
        assert target.exists(), link
        assert not anchor or anchor in anchors(target), link


@pytest.mark.parametrize(
    "link", ["[page](gone.md)", "[part](#gone)", "[it]: gone.md", '<img src="gone.png">', '[it](gone.md "title")']
)
def test_a_link_that_leads_nowhere_is_found(link: str, tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    path.write_text(f"# Title\n\n{link}\n\n`[no](link)`\n", encoding="utf-8")
    assert len(list(links(path))) == 1
    with pytest.raises(AssertionError):
        test_every_link_leads_somewhere(path)


def test_every_page_is_reached_from_another() -> None:
    reached = {(path.parent / link.partition("#")[0]).resolve() for path in PAGES for link in links(path)}
    lonely = [str(path.relative_to(ROOT)) for path in PAGES if path.parent.name == "docs" and path not in reached]
    assert lonely == []


ARCHITECTURE = ROOT / "docs" / "architecture.md"


def paths_named(text: str) -> list[str]:
    """Return the files and folders of the project that a page names, as `hall/queue/model/visit.py` and `sync/`."""
    return re.findall(r"`([a-z_]+(?:/[a-z_]+)*(?:/|/[a-z_]+\.py))`", text)


def test_both_readmes_name_the_newest_measured_memory_of_the_hall_service() -> None:
    measured = re.search(r"^\| hall service: memory after this \| (\d+) MB", page("bench.md"), re.MULTILINE)
    assert measured is not None
    assert f"the service used {measured[1]} MB" in (ROOT / "README.md").read_text(encoding="utf-8")
    assert f"استخدمت الخدمة {measured[1]} ميغابايت" in page("README.ar.md")


def test_the_architecture_names_files_that_exist():
    named = paths_named(ARCHITECTURE.read_text(encoding="utf-8"))
    assert len([path for path in named if path.endswith(".py")]) >= 25
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_the_check_of_names_finds_a_file_that_is_gone():
    assert paths_named("see `hall/queue/gone.py` and `sync/`, not `main.py hall`") == ["hall/queue/gone.py", "sync/"]


SECURITY = ROOT / "docs" / "security.md"
USES_CRYPTOGRAPHY = re.compile(r"^ *(?:import|from) (?:hashlib|hmac|secrets|argon2|cryptography)\b", re.MULTILINE)
CRYPTOGRAPHY_IN = ("hall", "central", "sync", "common", "contracts", "kiosk", "figures", "printer")


def test_the_page_on_security_names_each_module_that_hashes_encrypts_or_draws_tokens() -> None:
    modules = [path for folder in CRYPTOGRAPHY_IN for path in (ROOT / folder).rglob("*.py")]
    users = {path for path in modules if USES_CRYPTOGRAPHY.search(path.read_text(encoding="utf-8"))}
    named = paths_named(SECURITY.read_text(encoding="utf-8"))
    assert {str(path.relative_to(ROOT)) for path in users} - set(named) == set()
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_only_numbers_copies_and_hashes_are_encrypted_and_only_releases_and_certificates_are_signed() -> None:
    modules = [path for folder in CRYPTOGRAPHY_IN for path in (ROOT / folder).rglob("*.py")]
    ciphers = re.compile(r"^ *(?:import|from) cryptography\b|\bAES|ChaCha", re.MULTILINE)
    users = {str(path.relative_to(ROOT)) for path in modules if ciphers.search(path.read_text(encoding="utf-8"))}
    assert users == {
        "common/accounts/text_seal.py",
        "common/releases/signature.py",
        "hall/platform/security/copy_seal.py",
        "hall/platform/security/phone_seal.py",
        "hall/platform/tls/certificates.py",
        "hall/platform/tls/hall_tls.py",
    }
