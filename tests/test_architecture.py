"""What import-linter cannot see: the engine is pure, and nothing steers the interpreter."""

from __future__ import annotations

import ast
import functools
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pytest

from tests.helpers.hall_modules import is_engine

ROOT = Path(__file__).parent.parent


def dotted(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts)


ENGINE = [path for path in sorted((ROOT / "hall").rglob("*.py")) if is_engine(dotted(path))]
ALLOWED = {
    "__future__", "bisect", "collections", "dataclasses", "datetime", "enum", "functools", "hashlib", "heapq",
    "base64", "binascii", "itertools", "math",
    "random", "re", "statistics", "typing",
    "zoneinfo",  # a table of the world's clocks: data that ships with Python or the system, read once
}  # fmt: skip
FORBIDDEN_CALLS = {
    "now", "today", "utcnow", "time_ns", "monotonic", "monotonic_ns", "perf_counter", "sleep",
    "uuid1", "uuid4", "uuid7", "token_hex", "token_bytes", "urandom",
}  # fmt: skip
FORBIDDEN_BUILTINS = {"open", "print", "input", "eval", "exec"}


@functools.cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def imports_of(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            yield node.module or ""


def calls_of(tree: ast.Module) -> Iterator[str]:
    """Return what is called, as `name` or `owner.name`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Attribute):
                owner = node.func.value.id if isinstance(node.func.value, ast.Name) else ""
                yield f"{owner}.{node.func.attr}"
            elif isinstance(node.func, ast.Name):
                yield node.func.id


PURE_COMMON = (
    "common.back_off",
    "common.brand.brand",
    "common.clock.hijri",
    "common.releases.order",
    "common.text.digits",
    "common.text.languages",
    "common.text.phone_number",
    "common.accounts.lock_out",
)
PURE_TEXTS = ("common.text.texts", "common.clock.public_time")
RULES, USE_CASES, COMMON = "rules", "use cases", "common"
PURE_WORDS = (*PURE_COMMON, "contracts.words", "hall.kernel", "hall.calendar")
"""What the rules of a capability may know besides the models of capabilities."""
VIEWS = ("day_view", "timed_notices")
"""What the calendar shows of the day, in words of the contracts, to the capabilities above it."""


def layer_of(path: Path) -> str:
    """Return which rules hold for a module of the engine: those for rules, or for commands, queries and ports."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return USE_CASES if "ports" in parts[-1] or {"commands", "queries", *VIEWS} & set(parts) else RULES


def impurities(tree: ast.Module, *, layer: str) -> list[str]:
    """Return what a pure module of this layer may not do."""

    def is_known(name: str) -> bool:
        known = {
            RULES: PURE_WORDS,
            # The texts are files of the program that never change while it runs: as pure as constants.
            # What a set-up file may say is rules, too: of its package only `read_setup` opens a file.
            USE_CASES: (
                *PURE_WORDS,
                "common.text.texts",
                "common.clock.public_time",
                "contracts",
                "hall.settings.setup",
            ),
            COMMON: PURE_COMMON,
        }[layer]
        if any(name == ours or name.startswith(f"{ours}.") for ours in known):
            return True
        models = name.startswith("hall.") and ".model" in name
        return layer != COMMON and (models or (layer == USE_CASES and is_engine(name)))

    strangers = [
        f"imports {name}" for name in imports_of(tree) if name.split(".")[0] not in ALLOWED and not is_known(name)
    ]
    calls = list(calls_of(tree))
    worldly = [
        f"calls {call}" for call in calls if call.rpartition(".")[2] in FORBIDDEN_CALLS or call in FORBIDDEN_BUILTINS
    ]
    lucky = [f"calls {call}" for call in calls if call.startswith("random.") and call != "random.Random"]
    return strangers + worldly + lucky


@pytest.mark.parametrize("name", PURE_COMMON)
def test_what_the_engine_takes_from_common_is_as_pure(name):
    assert impurities(parsed(ROOT / f"{name.replace('.', '/')}.py"), layer=COMMON) == []


@pytest.mark.parametrize("path", ENGINE, ids=dotted)
def test_the_engine_knows_no_clock_no_chance_and_nothing_of_the_world(path):
    assert impurities(parsed(path), layer=layer_of(path)) == []


def test_the_engine_is_still_there_to_be_looked_at():
    names = {path.name for path in ENGINE}
    assert len(ENGINE) >= 200
    assert {"visit.py", "rule.py", "waiting_time.py", "call_next.py", "close_day.py"} <= names


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("import time\ntime.sleep(1)", ["imports time", "calls time.sleep"]),
        ("from sqlalchemy import select", ["imports sqlalchemy"]),
        ("from hall.platform.db import engine", ["imports hall.platform.db"]),
        ("from hall.queue import commands", ["imports hall.queue"]),
        ("import random\nrandom.random()", ["calls random.random"]),
        ("import random\nrandom.Random(1)", []),
        ("from datetime import datetime\ndatetime.now()", ["calls datetime.now"]),
        ("from datetime import date\ndate.today()", ["calls date.today"]),
        ("open('x')", ["calls open"]),
        ("from hall.queue.model.visit import Visit", []),
        ("from contracts.words.hall import Lane", []),
        ("from contracts.queue.answers import VisitView", ["imports contracts.queue.answers"]),
        ("print(work.sessions.open())", ["calls print"]),
    ],
)
def test_the_check_finds_what_it_looks_for(source, found):
    assert impurities(ast.parse(source), layer=RULES) == found


STEERING = {"setswitchinterval", "set_threshold", "freeze", "disable", "collect"}
"""What changes how the interpreter shares out its time or when it looks for garbage; `freeze` and so on are of `gc`."""
GUI_GARBAGE = ROOT / "qtkit" / "program" / "garbage.py"
"""The one exception, for correctness: a QObject that a worker thread destroys crashes Qt."""


def steering(tree: ast.Module) -> list[str]:
    """Return the calls that set the switch interval or schedule the garbage collector."""
    named = {
        f"{node.module}.{alias.name}"
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module in {"sys", "gc"}
        for alias in node.names
    }
    calls = {call for call in calls_of(tree) if call.partition(".")[0] in {"sys", "gc"}}
    return sorted(call for call in calls | named if call.rpartition(".")[2] in STEERING)


def product() -> list[Path]:
    packages = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["root_packages"]
    return [ROOT / "main.py", *(path for package in packages for path in (ROOT / package).rglob("*.py"))]


def test_nothing_sets_the_switch_interval_or_schedules_the_garbage_collector() -> None:
    assert GUI_GARBAGE in product()
    found = {path.relative_to(ROOT).as_posix(): steering(parsed(path)) for path in product() if path != GUI_GARBAGE}
    assert {path: calls for path, calls in found.items() if calls} == {}


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("import sys\nsys.setswitchinterval(0.1)", ["sys.setswitchinterval"]),
        ("from sys import setswitchinterval as often\noften(1)", ["sys.setswitchinterval"]),
        ("import gc\ngc.freeze()\ngc.collect(1)", ["gc.collect", "gc.freeze"]),
        ("import gc\ngc.get_count()\nself.collect()\nsys.exit()", []),
    ],
)
def test_the_check_of_the_interpreter_finds_what_it_looks_for(source: str, found: list[str]) -> None:
    assert steering(ast.parse(source)) == found


LINT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
CIRCLES = next(contract for contract in LINT["contracts"] if contract["type"] == "acyclic_siblings")


def test_the_contract_against_circles_is_for_every_package_and_excepts_nothing() -> None:
    assert set(CIRCLES["ancestors"]) == set(LINT["root_packages"])
    assert CIRCLES.keys() == {"name", "type", "ancestors"}
    assert not LINT.get("exclude_type_checking_imports")


@pytest.mark.process
@pytest.mark.parametrize(
    ("modules", "kept"),
    [
        ({"one": "from hall import two", "two": ""}, True),
        ({"one": "from hall import two", "two": "from hall import one"}, False),
        (
            {
                "one": "from hall import two",
                "two": "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from hall import one",
            },
            False,
        ),
        ({"one": "from hall import two", "two": "def later() -> None:\n    from hall import one"}, False),
        (
            {
                "a/__init__": "",
                "a/x": "from hall.b import y",
                "b/__init__": "",
                "b/y": "",
                "b/z": "from hall.a import x",
            },
            False,
        ),
    ],
    ids=["no circle", "a circle", "a circle of types", "a circle at first use", "a circle of packages"],
)
def test_the_contract_against_circles_finds_what_it_looks_for(
    tmp_path: Path, modules: dict[str, str], kept: bool
) -> None:
    for name, source in {"__init__": "", **modules}.items():
        (tmp_path / "hall" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "hall" / f"{name}.py").write_text(source, "utf-8")
    contract = f"[tool.importlinter.contracts]]\nname = 'circles'\ntype = '{CIRCLES['type']}'\nancestors = ['hall']\n"
    (tmp_path / "pyproject.toml").write_text(
        f"[tool.importlinter]\nroot_packages = ['hall']\ninclude_external_packages = true\n[{contract}", "utf-8"
    )
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=tmp_path, env={"PYTHONPATH": str(tmp_path)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == (0 if kept else 1), done.stdout + done.stderr
    assert ("No cycles are allowed in hall" in done.stdout) is not kept


ROOM = {
    "hall": 25,  # a folder for each capability
    "contracts": 25,  # and for what each says to other processes
    "commands": 20,  # an entry for each command that one types
    "bench": 25,  # a module for each measurement that one can name
}
"""How many entries a folder may have where it is not 16."""
LARGE_BY_NATURE = {"migrations"}
"""Folders that grow by a file with each change of a schema."""


def crowded(root: Path, packages: Iterable[str], room: Mapping[str, int]) -> dict[str, int]:
    """Return the folders with more modules and folders than a reader sees at a glance, and how many each has."""
    counts = Counter[str]()
    for path in [root / package for package in packages]:
        for module in path.rglob("*.py"):
            parts = module.relative_to(root).parent.parts
            if module.name != "__init__.py":
                counts["/".join(parts)] += 1
            elif len(parts) > 1:
                counts["/".join(parts[:-1])] += 1
    seen = {folder: count for folder, count in counts.items() if not LARGE_BY_NATURE & set(folder.split("/"))}
    return {folder: count for folder, count in seen.items() if count > room.get(folder, 16)}


def test_a_reader_sees_all_entries_of_a_folder_at_a_glance() -> None:
    # Tests, pictures, templates and recordings of printers are no modules, and not looked through by name.
    assert crowded(ROOT, LINT["root_packages"], ROOM) == {}


@pytest.mark.process
def test_a_reader_sees_all_entries_of_the_root_at_a_glance() -> None:
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    entries = {name.partition("/")[0] for name in tracked.splitlines() if not name.startswith(".")}
    assert len(entries) <= 25, entries


def test_the_check_of_crowded_folders_finds_what_it_looks_for(tmp_path: Path) -> None:
    for name in [
        *(f"hall/queue/{letter}.py" for letter in "abc"),
        "hall/queue/d/__init__.py",
        "hall/queue/__init__.py",
    ]:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert crowded(tmp_path, ["hall"], {"hall/queue": 4}) == {}
    assert crowded(tmp_path, ["hall"], {"hall/queue": 3}) == {"hall/queue": 4}


HOOKS = {"sys.excepthook", "threading.excepthook"}
"""Made to be assigned to."""
WATCHED = {"bench/processes/program_process.py": ["assigns Shell.take_picture"]}
"""A measurement that waits for a program's first paint without the program's help."""
ALLOCATOR = {"mallopt", "malloc_trim", "mallinfo", "mallinfo2"}


def root_of(node: ast.expr) -> str | None:
    """Return the name at the beginning of `name.attribute.attribute`."""
    while isinstance(node, ast.Attribute):
        node = node.value
    return node.id if isinstance(node, ast.Name) else None


def patches(tree: ast.Module) -> list[str]:
    """Return where a module changes another one or its classes, looks at its caller, or tunes libc's allocator."""
    imported = {
        (alias.asname or alias.name).partition(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
    }
    return sorted(_patches(tree, imported))


def _patches(node: ast.AST, imported: set[str]) -> Iterator[str]:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):  # a parameter hides an imported name
        imported = imported - {one.arg for one in ast.walk(node.args) if isinstance(one, ast.arg)}
    found = patch_at(node, imported)
    if found is not None and ast.unparse(node) not in HOOKS:
        yield found
    for child in ast.iter_child_nodes(node):
        yield from _patches(child, imported)


def patch_at(node: ast.AST, imported: set[str]) -> str | None:
    match node:
        case ast.Attribute(value=owner, ctx=ast.Store() | ast.Del()) if root_of(owner) in imported:
            return f"assigns {ast.unparse(node)}"
        case ast.Subscript(value=ast.Attribute(attr="modules" | "__dict__") as owner, ctx=ast.Store() | ast.Del()):
            return f"assigns {ast.unparse(node)}" if root_of(owner) in imported else None
        case ast.Call(func=ast.Name("setattr" | "delattr"), args=[first, *_]) if root_of(first) in imported:
            return f"calls {ast.unparse(node)}"
        case ast.Attribute(attr="_getframe"):
            return f"calls {ast.unparse(node)}"
        case ast.Attribute(attr=name) | ast.Constant(value=name) if name in ALLOCATOR:
            return f"names {name}"
    return None


def test_no_module_patches_another_one() -> None:
    found = {path.relative_to(ROOT).as_posix(): patches(parsed(path)) for path in product()}
    assert {path: what for path, what in found.items() if what} == WATCHED


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("import re\nre.compile = print", ["assigns re.compile"]),
        ("import re as r\nr.compile = print", ["assigns r.compile"]),
        ("from pydantic import BaseModel\nBaseModel.model_config = {}", ["assigns BaseModel.model_config"]),
        ("import os.path\nos.path.join = print", ["assigns os.path.join"]),
        ("import dataclasses\nsetattr(dataclasses, '_create_fn', 1)", ["calls setattr(dataclasses, '_create_fn', 1)"]),
        ("import sys\nsys.modules['segno'] = None", ["assigns sys.modules['segno']"]),
        ("import re\nvars(re).clear()\nre.__dict__['compile'] = 1", ["assigns re.__dict__['compile']"]),
        ("import sys\nsys._getframe(1)", ["calls sys._getframe"]),
        ("import ctypes\nctypes.CDLL(None).malloc_trim(0)", ["names malloc_trim"]),
        ("import os\nos.environ['X'] = '1'\nself.re = 1\nre = 2", []),
        ("import re\ndef f(re): re.x = 1", []),
        ("import re\ndef f(): re.x = 1", ["assigns re.x"]),
        ("import sys\nsys.excepthook = print", []),
    ],
)
def test_the_check_of_patches_finds_what_it_looks_for(source: str, found: list[str]) -> None:
    assert patches(ast.parse(source)) == found


@pytest.mark.process
def test_private_names_of_other_packages_are_refused_by_the_linter() -> None:
    source = "from __future__ import annotations\n\nfrom dataclasses import _create_fn\n\n_create_fn.x = 1\n"
    done = subprocess.run(
        [sys.executable, "-m", "ruff", "check", "--output-format", "concise", "--stdin-filename", "hall/x.py", "-"],
        cwd=ROOT, input=source, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert "Private name import `_create_fn`" in done.stdout
