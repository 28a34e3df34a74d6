#!/bin/sh
# /usr/bin/dawr: the commands of the release that this machine runs.
export DAWR_ENVIRONMENT=ready
exec /opt/dawr/current/.venv/bin/python /opt/dawr/current/main.py "$@"
