from __future__ import annotations

import resource
import subprocess
import sys

import pytest

from common.server.open_files import file_limit

RAISED = "from common.server.open_files import file_limit; print(file_limit(), file_limit(raised=True), file_limit())"


def test_the_limit_is_the_systems() -> None:
    assert file_limit() == resource.getrlimit(resource.RLIMIT_NOFILE)[0]


@pytest.mark.process
def test_it_is_raised_as_far_as_the_system_allows() -> None:
    """In a separate process: a limit stays."""
    limits = "import resource; resource.setrlimit(resource.RLIMIT_NOFILE, (100, 300)); "
    done = subprocess.run([sys.executable, "-c", limits + RAISED], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["100", "300", "300"]
