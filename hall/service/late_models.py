"""Read FastAPI without building the models of its own OpenAPI page, which nobody may ever open: a tenth of a start.

Pydantic builds a model when it is first used where its settings say so (`defer_build`); FastAPI's models do not say.
"""

from __future__ import annotations

import importlib
import os

NO_PLUGINS = "PYDANTIC_DISABLE_PLUGINS"
"""Pydantic's own switch. It would look through every package that is installed for one that changes how it checks."""


def read_framework() -> None:
    """Import FastAPI, its own models to be built at their first use. Repeated, or after another import, it is free."""
    os.environ.setdefault(NO_PLUGINS, "__all__")
    models = importlib.import_module("pydantic").BaseModel
    before = dict(models.model_config)
    models.model_config["defer_build"] = True  # models take over what their base says when they are defined
    try:
        importlib.import_module("fastapi")
    finally:
        models.model_config.clear()
        models.model_config.update(before)
