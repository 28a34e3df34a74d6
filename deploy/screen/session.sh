#!/bin/sh
# The one program of the session, kiosk or board; started inside the compositor. Settings come from /etc/dawr/PROGRAM.env.
#   session.sh kiosk|board
set -eu
here=$(cd "$(dirname "$0")/../.." && pwd)
case ${1:-} in
    kiosk) options=${DAWR_KIOSK_OPTIONS:?set DAWR_KIOSK_OPTIONS} ;;
    board) options=${DAWR_BOARD_OPTIONS:?set DAWR_BOARD_OPTIONS} ;;
    *) echo "usage: session.sh kiosk|board" >&2; exit 2 ;;
esac
if [ -n "${DAWR_ROTATE:-}" ]; then
    # A screen that stands upright: DAWR_ROTATE is 90 or 270, DAWR_OUTPUT its name as wlr-randr tells it (HDMI-A-1).
    wlr-randr --output "${DAWR_OUTPUT:?set DAWR_OUTPUT beside DAWR_ROTATE}" --transform "$DAWR_ROTATE"
fi
export QT_QPA_PLATFORM="${QT_QPA_PLATFORM:-wayland}"
export QT_WAYLAND_DISABLE_WINDOWDECORATION=1
cd "$here"
# The options are words of a command line: split at blanks, on purpose.
# shellcheck disable=SC2086
exec "${DAWR_PYTHON:-$here/.venv/bin/python}" main.py "$1" --keep $options
