#!/bin/sh
# Stands for a pipeline: writes a report about all instances of the service, or removes it.
# What it needs comes in environment variables, see manifest.yaml.
set -eu

if [ -z "$SITE_DIRECTORY" ]; then
    echo "The service has no instances, so there is nothing to report about"
    exit 0
fi
folder=$SITE_DIRECTORY/pipelines/$SERVICE_NAME

json() {
    printf '%s' "$1" | sed -e 's/\\/\\\\/g' -e 's/"/\\"/g'
}

provision() {
    mkdir -p "$folder"
    count=0
    {
        printf '%s\n%s\n\n' "$REPORT_TITLE" "$SERVICE_NAME"
        while read -r name environment url; do
            [ -n "$name" ] || continue
            count=$((count + 1))
            printf '%-20s %-20s %s\n' "$name" "$environment" "$url"
            echo "Step $count: looked at instance $name in $environment: $url" >&2
        done <<END
$INSTANCES
END
    } >"$folder/report.txt"
    printf '{"Report": "%s", "Instances": "%s"}\n' "$(json "$folder/report.txt")" "$count" >proton-outputs.json
    echo "The report about $count instances lies in $folder/report.txt"
}

deprovision() {
    rm -rf "$folder"
    echo "The report of $SERVICE_NAME is gone"
}

"$1"
