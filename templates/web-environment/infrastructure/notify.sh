#!/bin/sh
# Reports the outputs in a file: with the command of OpenProton where it is, otherwise with the AWS CLI.
set -eu
if command -v openproton >/dev/null 2>&1; then
    exec openproton notify --resource-arn "$RESOURCE_ARN" --outputs "file://$1"
fi
exec aws proton notify-resource-deployment-status-change --resource-arn "$RESOURCE_ARN" --outputs "file://$1"
