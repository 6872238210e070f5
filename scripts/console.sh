# shellcheck shell=bash
# What the person at the console sees. Without a terminal: no prompts and no redrawn lines.

say() { printf '%s\n' "$*"; }

fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

# spawn COMMAND…: starts it as `child`, in a process group of its own, so that `stop` ends all of it.
spawn() {
    set -m
    "$@" &
    child=$!
    set +m
}

# Ctrl-C or TERM: end what runs, then leave; the trap on EXIT sees to the database.
stop() {
    trap '' INT TERM HUP
    say ""
    if [ -n "$child" ]; then
        say "Stopping …"
        kill -TERM -- "-$child" 2>/dev/null || true
        wait "$child" || true
    fi
    exit "$on_stop"
}

# A shell started in the background without a terminal ignores Ctrl-C for good; start over as one that does not.
heed_interrupt() {
    local ignored
    ignored=$(sed -n 's/^SigIgn:[[:space:]]*//p' /proc/$$/status)
    if [ $((16#$ignored & 2)) -ne 0 ] && [ -z "${AREAL_HEEDS:-}" ]; then
        AREAL_HEEDS=1 exec env --default-signal=INT "$0" "$@"
    fi
    trap stop INT TERM HUP
}

# step TEXT COMMAND…: runs it, shows that time passes, and shows its output only if it fails.
step() {
    local text=$1 log
    shift
    log=$(mktemp)
    spawn "$@" >"$log" 2>&1 </dev/null
    if ! show_progress "$text" "$child" "$SECONDS"; then
        cat "$log" >&2
        rm -f "$log"
        child=
        fail "$text: failed"
    fi
    child=
    rm -f "$log"
}

show_progress() {
    local text=$1 pid=$2 start=$3 shown=0 status=0 ticks=0
    [ -t 1 ] || printf '%s …\n' "$text"
    while kill -0 "$pid" 2>/dev/null; do
        if [ -t 1 ]; then
            printf '\r%s … %d s' "$text" $((SECONDS - start))
        elif [ $((SECONDS - start - shown)) -ge 15 ]; then
            shown=$((SECONDS - start))
            printf '  … %d s\n' "$shown"
        fi
        ticks=$((ticks + 1))
        if [ "$ticks" -lt 10 ]; then sleep 0.1; else sleep 0.5; fi
    done
    wait "$pid" || status=$?
    if [ -t 1 ]; then
        printf '\r%s: %d s   \n' "$text" $((SECONDS - start))
    elif [ $((SECONDS - start)) -ge 2 ]; then
        printf '  done in %d s\n' $((SECONDS - start))
    fi
    return "$status"
}
