"""Schemathesis sends an interface what its OpenAPI document allows and what it does not, as one caller."""

from __future__ import annotations

import logging
import os
import re
import subprocess
from pathlib import Path

from tests.helpers.acceptance_environment import interpreter

log = logging.getLogger(__name__)
CHECKS = "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance"
PHASES = "examples,coverage,fuzzing"
SEED = 1
EXAMPLES = 5
"""Of each operation in the fuzzing phase."""
RUN_S = 850


def requests_sent(url: str, document: Path, token: str, *, without: str = "") -> int:
    """Send requests and return how many; fail where one is answered by a fault, or unlike the document.

    `token` may be empty; `without` is a path that is left out.
    """
    folder = document.parent
    command = [
        interpreter("schemathesis").with_name("schemathesis"), "run", document, "--url", url, "--checks", CHECKS,
        "--phases", PHASES, "--max-examples", str(EXAMPLES), "--seed", str(SEED), "--continue-on-failure",
        "--suppress-health-check", "all", "--warnings", "off", "--no-color",
    ]  # fmt: skip
    command += ["--exclude-path", without] if without else []
    command += ["--header", f"Authorization: Bearer {token}"] if token else []
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=False, timeout=RUN_S,
        env={"PATH": "/usr/bin:/bin", "HOME": str(folder), "HYPOTHESIS_STORAGE_DIRECTORY": os.fspath(folder)},
    )  # fmt: skip
    sent = re.search(r"(\d+) generated", done.stdout)
    assert done.returncode == 0, done.stdout[-8000:] + done.stderr[-2000:]
    assert sent, done.stdout
    log.info("%s requests sent", sent[1])
    return int(sent[1])
