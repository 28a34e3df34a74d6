from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import sys
from hall.service.late_models import read_framework
read_framework()
read_framework()
from fastapi.openapi import models
from pydantic import BaseModel
print(models.OpenAPI.__pydantic_complete__, BaseModel.model_config)
class Ours(BaseModel):
    number: int
print(Ours.__pydantic_complete__, Ours(number="7"))
told = models.OpenAPI(openapi="3.1.0", info={"title": "hall", "version": "1"}, paths={})
print(told.info.title, models.OpenAPI.__pydantic_complete__)
from pydantic.plugin import _loader
print(_loader._plugins)
"""


def test_the_frameworks_own_models_are_built_at_their_first_use_and_ours_as_ever_without_plugins() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["False {}", "True number=7", "hall True", "None"]
