#!/bin/sh
# The one program of the session, kiosk or board; started inside the compositor. Settings come from /etc/dawr/PROGRAM.toml.
#   session.sh kiosk|board [FILE]
set -eu
here=$(cd "$(dirname "$0")/../.." && pwd)
case ${1:-} in
    kiosk | board) ;;
    *) echo "usage: session.sh kiosk|board [FILE]" >&2; exit 2 ;;
esac
settings=${2:-/etc/dawr/$1.toml}
cd "$here"
python=${DAWR_PYTHON:-$here/.venv/bin/python}
rotate=$("$python" main.py config show "$1" rotate --config "$settings")
if [ -n "$rotate" ]; then
    # A screen that stands upright: `rotate` is 90 or 270, `output` its name as wlr-randr shows it (HDMI-A-1).
    wlr-randr --output "$("$python" main.py config show "$1" output --config "$settings")" --transform "$rotate"
fi
export QT_QPA_PLATFORM="${QT_QPA_PLATFORM:-wayland}"
export QT_WAYLAND_DISABLE_WINDOWDECORATION=1
exec "$python" main.py "$1" --keep --config "$settings"
