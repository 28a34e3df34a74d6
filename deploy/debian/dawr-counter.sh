#!/bin/sh
# Without a word: the counter program. "dawr-counter pair counter --hall URL --code CODE" enrols this agent's account,
# "dawr-counter check" says all that is wrong in its settings.
conf=${XDG_CONFIG_HOME:-$HOME/.config}/dawr
mkdir -p "$conf"
if [ ! -e "$conf/counter.toml" ]; then cp /opt/dawr/current/deploy/counter/counter.toml "$conf/counter.toml"; fi
if [ "${1:-}" = pair ]; then
    exec dawr "$@" --token-file "$conf/counter.token" --settings "$conf/counter.toml"
fi
if [ "${1:-}" = check ]; then exec dawr config check "$conf/counter.toml"; fi
exec dawr counter --token-file "$conf/counter.token" --config "$conf/counter.toml" "$@"
