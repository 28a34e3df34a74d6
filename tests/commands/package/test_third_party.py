"""The list of other people's packages, and their notices."""

from __future__ import annotations

import json
import re
from importlib.metadata import Distribution, distributions
from pathlib import Path

import pytest

from commands.package.third_party import LOCK, Part, cyclonedx, notices, packages, run, vendored
from common.version import release

LOCKED = set(re.findall(r"(?m)^([\w.-]+)==", LOCK.read_text(encoding="utf-8")))
OTHER_PLATFORMS = {"colorama", "tzdata"}


@pytest.fixture(scope="module")
def parts() -> list[Part]:
    return [*packages(distributions(), LOCK.read_text(encoding="utf-8")), *vendored()]


def test_every_locked_package_is_listed_and_none_that_only_tests_need(parts: list[Part]) -> None:
    names = {part.name for part in parts if part.source.startswith("pkg:pypi/")}
    assert LOCKED - names <= OTHER_PLATFORMS
    assert not names & {"pytest", "mypy", "ruff", "hypothesis"}
    assert {"uPlot", "IBM Plex Sans Arabic"} <= {part.name for part in parts}


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
