"""The list of other people's packages, and their notices."""

from __future__ import annotations

import json
import re
import subprocess
from importlib.metadata import Distribution, distributions
from pathlib import Path

import pytest

from commands.package.third_party import (
    LOCK,
    ROOT,
    Part,
    cyclonedx,
    not_installed,
    notices,
    packages,
    run,
    vendored,
)
from common.version import release
from tests.helpers.acceptance_environment import interpreter

LOCKED = set(re.findall(r"(?m)^([\w.-]+)==", LOCK.read_text(encoding="utf-8")))
OTHER_PLATFORMS = {"colorama", "tzdata"}
SCHEMA = ROOT / "tests" / "vendor" / "cyclonedx"
_VALIDATE = """
import json, pathlib, sys
from jsonschema import Draft7Validator, FormatChecker
from referencing import Registry, Resource
folder = pathlib.Path(sys.argv[1])
schemas = {path.name: json.loads(path.read_text("utf-8")) for path in folder.glob("*.json")}
base = "http://cyclonedx.org/schema/"
registry = Registry().with_resources((base + name, Resource.from_contents(one)) for name, one in schemas.items())
checker = Draft7Validator(schemas["bom-1.6.SNAPSHOT.schema.json"], registry=registry, format_checker=FormatChecker())
for error in checker.iter_errors(json.load(sys.stdin)):
    print(error.json_path, error.message)
"""


@pytest.fixture(scope="module")
def parts() -> list[Part]:
    return [*packages(distributions(), LOCK.read_text(encoding="utf-8")), *vendored(ROOT)]


def test_every_locked_package_is_listed_and_none_that_only_tests_need(tmp_path: Path) -> None:
    assert run(["--out", str(tmp_path / "sbom.json")]) == 0
    components = json.loads((tmp_path / "sbom.json").read_text(encoding="utf-8"))["components"]
    assert {one["name"] for one in components if one["purl"].startswith("pkg:pypi/")} == LOCKED
    assert not LOCKED & {"pytest", "mypy", "ruff", "hypothesis"}


def test_each_bundled_library_and_typeface_is_listed_with_its_text(parts: list[Part]) -> None:
    folders = [path for path in (ROOT / "web" / "static" / "vendor").iterdir() if path.is_dir()]
    bundled = {part.name: part for part in parts if not part.source.startswith("pkg:pypi/")}
    assert len(folders) == sum(part.source.startswith("pkg:npm/") for part in bundled.values())
    assert bundled["RapiDoc"].version == "9.3.8"
    assert "js-yaml" in "".join(bundled["RapiDoc"].texts), "the libraries inside it are named too"
    assert {"uPlot", "IBM Plex Sans Arabic", "Noto Sans Bengali", "Noto Sans Devanagari"} <= set(bundled)
    assert all(part.licence and part.texts for part in bundled.values())


@pytest.mark.parametrize(("lock", "status"), [("six==1.0 \\\n", 1), ("six==1.0 ; sys_platform == 'win32' \\\n", 0)])
def test_a_package_that_is_not_installed_is_listed_and_named(
    lock: str, status: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "six-1.0.dist-info").mkdir()  # without METADATA: what is left of a damaged installation
    damaged = Distribution.at(tmp_path / "six-1.0.dist-info")
    monkeypatch.setattr("commands.package.third_party.distributions", lambda: [damaged])
    monkeypatch.setattr("commands.package.third_party.LOCK", tmp_path / "run.txt")
    (tmp_path / "run.txt").write_text(lock, encoding="utf-8")
    assert run([]) == status
    said = capsys.readouterr()
    assert json.loads(said.out)["components"][0]["purl"] == "pkg:pypi/six@1.0"
    assert said.err == "main.py sbom: six 1.0 is not installed here, so its licence is unknown\n"


def test_the_notices_of_a_program_name_only_what_its_folder_has(tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "fonts").symlink_to(ROOT / "assets" / "fonts")
    assert {part.licence for part in vendored(tmp_path)} == {"OFL-1.1"}


def faults_of(document: object) -> str:
    """Return what the published schema of CycloneDX 1.6 says against a document."""
    # jsonschema comes with openapi-spec-validator
    command = [interpreter("jsonschema"), "-c", _VALIDATE, SCHEMA]
    done = subprocess.run(command, input=json.dumps(document), capture_output=True, text=True, check=True)
    return done.stdout


@pytest.mark.full
def test_the_published_schema_takes_the_document(parts: list[Part]) -> None:
    document = cyclonedx([*parts, *not_installed(parts, LOCK.read_text(encoding="utf-8"))])
    assert faults_of(document) == ""
    assert "serialNumber" in faults_of({**document, "serialNumber": "7"})


def test_the_document_is_cyclonedx_and_the_same_again(parts: list[Part]) -> None:
    document = cyclonedx(parts)
    assert (document["bomFormat"], document["specVersion"]) == ("CycloneDX", "1.6")
    components = {one["purl"]: one for one in json.loads(json.dumps(document))["components"]}
    assert len(components) == len(parts)
    cryptography = next(one for purl, one in components.items() if purl.startswith("pkg:pypi/cryptography@"))
    assert cryptography["licenses"] == [{"expression": "Apache-2.0 OR BSD-3-Clause"}]
    assert cyclonedx(parts)["serialNumber"] == document["serialNumber"]
    assert cyclonedx(parts[1:])["serialNumber"] != document["serialNumber"]


def test_the_notices_have_the_text_of_each_licence_that_asks_for_it(parts: list[Part]) -> None:
    text = notices(parts)
    assert all(f"\n{part.name} {part.version}" in text for part in parts)
    for words in ("GNU LESSER GENERAL PUBLIC LICENSE", "SIL OPEN FONT LICENSE", "Leon Sorokin", "Permission is hereby"):
        assert words.lower() in text.lower()


def test_a_package_that_only_classifies_its_licence_is_listed_with_these_words(tmp_path: Path) -> None:
    folder = tmp_path / "six-1.0.dist-info"
    folder.mkdir()
    (folder / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: six\nVersion: 1.0\nClassifier: License :: OSI Approved :: MIT License\n", "utf-8"
    )
    part = packages([Distribution.at(folder)], "six==1.0 \\")[0]
    assert (part.licence, part.is_expression, part.texts) == ("MIT License", False, ())


def test_it_writes_a_file(tmp_path: Path) -> None:
    assert run(["--out", str(tmp_path / "sbom.json")]) == 0
    component = json.loads((tmp_path / "sbom.json").read_text(encoding="utf-8"))["metadata"]["component"]
    assert component["version"] == release()
