#!/bin/sh
# The one program of the kiosk's session; started inside the compositor. Settings come from /etc/dawr/kiosk.env.
set -eu
here=$(cd "$(dirname "$0")/../.." && pwd)
if [ -n "${DAWR_ROTATE:-}" ]; then
    # A screen that stands upright: DAWR_ROTATE is 90 or 270, DAWR_OUTPUT its name as wlr-randr tells it (HDMI-A-1).
    wlr-randr --output "${DAWR_OUTPUT:?set DAWR_OUTPUT beside DAWR_ROTATE}" --transform "$DAWR_ROTATE"
fi
export QT_QPA_PLATFORM="${QT_QPA_PLATFORM:-wayland}"
export QT_WAYLAND_DISABLE_WINDOWDECORATION=1
cd "$here"
# The options are words of a command line: split at blanks, on purpose.
# shellcheck disable=SC2086
exec "${DAWR_PYTHON:-$here/.venv/bin/python}" main.py kiosk --keep ${DAWR_KIOSK_OPTIONS:?set DAWR_KIOSK_OPTIONS}
