#!/bin/sh
# Writes a page and serves it with the web server of a JDK, or stops and removes it.
# What it needs comes in environment variables, see manifest.yaml.
set -eu

page=$SITE_DIRECTORY/pages/$PAGE_NAME
ports=$SITE_DIRECTORY/ports

# A text as HTML has it, ready to be put in by sed.
html() {
    printf '%s' "$1" | sed -e 's/&/\&amp;/g' -e 's/</\&lt;/g' -e 's/>/\&gt;/g' -e 's/"/\&quot;/g' \
        -e 's/[\\&|]/\\&/g'
}

# A Java with the simple web server, which came with JDK 18.
find_java() {
    for java in "${JAVA_HOME:-/none}/bin/java" "$(command -v java || echo /none)" \
        /usr/lib/jvm/*/bin/java /Library/Java/JavaVirtualMachines/*/Contents/Home/bin/java; do
        if [ -x "$java" ] && "$java" -m jdk.httpserver -h >/dev/null 2>&1; then
            printf '%s\n' "$java"
            return
        fi
    done
    echo "A JDK 18 or newer is needed to serve the page: set JAVA_HOME to one" >&2
    return 1
}

# Whether the process that serves this page lives; a later process with the same number does not count.
is_served() {
    [ -s "$page/pid" ] || return 1
    pid=$(cat "$page/pid")
    kill -0 "$pid" 2>/dev/null || return 1
    if [ -r "/proc/$pid/cmdline" ]; then
        tr '\0' ' ' <"/proc/$pid/cmdline" | grep -q -F -e "$page/www"
    else
        ps -o args= -p "$pid" | grep -q -F -e "$page/www"
    fi
}

# Takes a port for this page; it may have it already. One page has one port.
take() {
    [ "$(cat "$ports/$1" 2>/dev/null)" = "$PAGE_NAME" ] && return
    (set -C && printf '%s\n' "$PAGE_NAME" >"$ports/$1") 2>/dev/null
}

release_ports() {
    for taken in "$ports"/*; do
        if [ -f "$taken" ] && [ "${taken##*/}" != "${1:-none}" ] && [ "$(cat "$taken")" = "$PAGE_NAME" ]; then
            rm -f "$taken"
        fi
    done
}

choose_port() {
    if [ "$PAGE_PORT" -ne 0 ]; then
        take "$PAGE_PORT" && printf '%s\n' "$PAGE_PORT" && return
        echo "Port $PAGE_PORT belongs to $(cat "$ports/$PAGE_PORT")" >&2
        return 1
    fi
    for taken in "$ports"/*; do
        if [ -f "$taken" ] && [ "$(cat "$taken")" = "$PAGE_NAME" ]; then
            printf '%s\n' "${taken##*/}"
            return
        fi
    done
    port=$SITE_BASE_PORT
    until take "$port"; do
        port=$((port + 1))
    done
    printf '%s\n' "$port"
}

write_page() {
    mkdir -p "$page/www"
    sed -e "s|@TITLE@|$(html "$PAGE_TITLE")|g" -e "s|@MESSAGE@|$(html "$PAGE_MESSAGE")|g" \
        -e "s|@COLOUR@|$(html "$PAGE_COLOUR")|g" -e "s|@NAME@|$(html "$PAGE_NAME")|g" \
        -e "s|@SITE@|$(html "$SITE_DISPLAY_NAME")|g" page.html >"$page/www/index.html.new"
    mv "$page/www/index.html.new" "$page/www/index.html"
}

# Starts the server in a session of its own, so that it goes on when the build has ended.
start() {
    detach=
    command -v setsid >/dev/null 2>&1 && detach=setsid
    $detach nohup "$java" -Xmx32m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -m jdk.httpserver \
        -b 127.0.0.1 -p "$1" -d "$page/www" </dev/null >"$page/log" 2>&1 9>&- &
    printf '%s\n' "$!" >"$page/pid"
    printf '%s\n' "$1" >"$page/port"
    tries=0
    until grep -q "^URL " "$page/log"; do
        tries=$((tries + 1))
        if [ "$tries" -gt 150 ] || ! kill -0 "$(cat "$page/pid")" 2>/dev/null; then
            echo "The web server did not start on port $1:" >&2
            cat "$page/log" >&2
            rm -f "$page/pid"
            return 1
        fi
        sleep 0.1 2>/dev/null || sleep 1
    done
}

stop() {
    is_served || return 0
    kill "$pid" 2>/dev/null || true
    tries=0
    while kill -0 "$pid" 2>/dev/null && [ "$tries" -lt 50 ]; do
        tries=$((tries + 1))
        sleep 0.1 2>/dev/null || sleep 1
    done
    kill -s KILL "$pid" 2>/dev/null || true
    rm -f "$page/pid"
}

provision() {
    java=$(find_java)
    port=$(choose_port)
    release_ports "$port"
    write_page
    if is_served && [ "$(cat "$page/port")" = "$port" ]; then
        echo "The page is served already; its content is new"
    else
        stop
        start "$port"
    fi
    url=http://127.0.0.1:$port/
    printf '{"Url": "%s", "Port": "%s", "Name": "%s"}\n' "$url" "$port" "$PAGE_NAME" >proton-outputs.json
    echo "The page '$PAGE_TITLE' is served at $url"
}

deprovision() {
    stop
    release_ports
    rm -rf "$page"
    echo "The page $PAGE_NAME is gone"
}

"$1"
