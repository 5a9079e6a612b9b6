# Runs one build to its end, also when the server that started it is gone. Leader of its own process group.
# Everything it needs and leaves lies in its own folder; $1 is how many bytes of output are kept.
umask 077
cd "$(dirname "$0")" || exit 70
limit=$1
trap : TERM INT HUP

# Which process this is, so that nobody takes a later one with the same number for it.
started=-
if [ -r "/proc/$$/stat" ]; then
    read -r fields <"/proc/$$/stat"
    set -- ${fields##*) }
    shift 19
    read -r boot </proc/sys/kernel/random/boot_id
    started=$1@$boot
fi

# The one who links the name "pid" runs the build; everybody else leaves. This is why a build never runs twice.
printf '%s %s\n' "$$" "$started" >"pid.$$" || exit 71
if ! ln "pid.$$" pid; then
    rm -f "pid.$$"
    exit 72
fi
rm -f "pid.$$"

end="[OpenProton] end of output $$ $started"

# Copies lines to the log until the end mark, with *** for every text in "masks"; fails when the log is full.
# The shell reads byte by byte, so what comes behind the last line it took is left for the next reader.
copy_lines() {
    LC_ALL=C
    set --
    while IFS= read -r mask; do set -- "$@" "$mask"; done <masks
    rm -f masks
    while IFS= read -r line || [ -n "$line" ]; do
        over=
        case $line in *"$end")
            over=yes
            line=${line%"$end"}
            [ -n "$line" ] || return 0
            ;;
        esac
        for mask; do
            clean=
            while :; do
                case $line in
                    *"$mask"*) clean=$clean${line%%"$mask"*}'***' line=${line#*"$mask"} ;;
                    *) break ;;
                esac
            done
            line=$clean$line
        done
        limit=$((limit - ${#line} - 1))
        [ "$limit" -ge 0 ] || return 1
        printf '%s\n' "$line"
        [ -z "$over" ] || return 0
    done
}

# Lives until the end mark even when the process group is asked to end, and with one endless line cannot eat the memory.
keep_log() {
    trap '' TERM INT HUP
    (ulimit -v 1000000 2>/dev/null; copy_lines) >>log 2>/dev/null || {
        echo '[OpenProton] The log is full: the rest of the output is not kept. The build goes on.' >>log
        grep -q -F -e "$end" || cat >/dev/null
    }
}

{
    trap : TERM INT HUP
    umask 022
    (. ./environment && rm -f environment && exec sh ./session) </dev/null 9>>position
    echo $? >status
    printf '%s\n' "$end"
} 2>&1 | keep_log

mv -f status exit
kill -s KILL -- "-$$"
