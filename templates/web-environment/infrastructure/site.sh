#!/bin/sh
# Makes or removes the folder of a site. What it needs comes in environment variables, see manifest.yaml.
set -eu

state=${SITE_STATE:-}
if [ -z "$state" ]; then
    state=${HOME:-/tmp}/.openproton/sites
fi
site=$state/$SITE_NAME

# A text as JSON has it; control characters are kept out by the schema.
json() {
    printf '%s' "$1" | sed -e 's/\\/\\\\/g' -e 's/"/\\"/g'
}

provision() {
    mkdir -p "$site/ports" "$site/pages" "$site/pipelines"
    printf '%s\n' "$SITE_DISPLAY_NAME" >"$site/display-name"
    printf '%s\n' "$SITE_BASE_PORT" >"$site/base-port"
    cat >outputs.json <<END
[
  {"key": "SiteDirectory", "valueString": "$(json "$site")"},
  {"key": "DisplayName", "valueString": "$(json "$SITE_DISPLAY_NAME")"},
  {"key": "BasePort", "valueString": "$SITE_BASE_PORT"}
]
END
    echo "The site '$SITE_DISPLAY_NAME' lies in $site; ports start at $SITE_BASE_PORT"
}

deprovision() {
    if [ -d "$site/pages" ] && [ -n "$(ls -A "$site/pages")" ]; then
        echo "There are still pages in $site/pages: delete their services first" >&2
        exit 1
    fi
    rm -rf "$site"
    rmdir "$state" 2>/dev/null || true
    echo "The site in $site is gone"
}

"$1"
