#!/bin/sh
# Installs the counter program for the user who runs this; asks for no administrator. Again: a newer version over an older one.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
if [ "$(id -u)" = 0 ]; then echo "install.sh: run this as the agent's own user, not as root" >&2; exit 1; fi
if ! python3 -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))' 2>/dev/null; then
  echo "install.sh: Python 3.11, 3.12, 3.13 or 3.14 is needed; ask for the package python3" >&2; exit 1
fi
data=${XDG_DATA_HOME:-$HOME/.local/share}
conf=${XDG_CONFIG_HOME:-$HOME/.config}/dawr
place=$data/dawr-counter
mkdir -p "$data/applications" "$HOME/.local/bin" "$conf"
rm -rf "$place.new"
cp -R "$here/program" "$place.new"
rm -rf "$place.old"
if [ -d "$place" ]; then mv "$place" "$place.old"; fi
mv "$place.new" "$place"
rm -rf "$place.old"
if [ ! -e "$conf/counter.toml" ]; then cp "$place/counter.toml" "$conf/counter.toml"; fi
cat > "$HOME/.local/bin/dawr-counter" <<START
#!/bin/sh
# Without a word: the counter program. "dawr-counter pair counter --hall URL --code CODE" enrols this PC,
# "dawr-counter check" says all that is wrong in its settings.
export DAWR_ENVIRONMENT=ready PYTHONPATH="$place/lib" PYTHONNOUSERSITE=1
if [ "\${1:-}" = pair ]; then shift; exec python3 "$place/main.py" pair "\$@" --token-file "$conf/counter.token" --settings "$conf/counter.toml"; fi
if [ "\${1:-}" = check ]; then exec python3 "$place/main.py" config check "$conf/counter.toml"; fi
exec python3 "$place/main.py" counter --config "$conf/counter.toml" "\$@"
START
chmod 755 "$HOME/.local/bin/dawr-counter"
cat > "$data/applications/dawr-counter.desktop" <<DESKTOP
[Desktop Entry]
Type=Application
Name=Dawr counter
Name[ar]=دور: النافذة
Exec=$HOME/.local/bin/dawr-counter
Terminal=false
Categories=Office;
DESKTOP
echo "installed for $(id -un): $place"
echo "next: $HOME/.local/bin/dawr-counter pair counter --hall URL --code CODE"
echo "then start dawr-counter; pairing writes the hall's address and the counter's number into $conf/counter.toml"
