#!/bin/sh
# /usr/bin/dawr: the commands of the release that this machine runs.
export DAWR_ENVIRONMENT=ready
# A program that runs through an update stays with its own release.
release=$(readlink -f /opt/dawr/current)
exec "$release/.venv/bin/python" "$release/main.py" "$@"
