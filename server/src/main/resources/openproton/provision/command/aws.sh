#!/bin/sh
# Stands in for the AWS CLI where it is not installed: knows how to tell OpenProton what a build did, and nothing else.
given="$*"
region=
while [ $# -gt 0 ]; do
    case $1 in
        --region) region=$2 && shift ;;
        --region=*) region=${1#--region=} ;;
        --profile | --output | --endpoint-url | --query | --color | --ca-bundle | --cli-*-timeout) shift ;;
        --*) ;;
        *) break ;;
    esac
    shift
done
if [ "$1 $2" != 'proton notify-resource-deployment-status-change' ]; then
    echo "aws $given: this is OpenProton's stand-in for the AWS CLI, which is not installed here. It knows only" \
        "'aws proton notify-resource-deployment-status-change'; install the AWS CLI for everything else." >&2
    exit 2
fi
shift 2
if ! command -v openproton >/dev/null; then
    echo 'aws proton: the command openproton is not on the PATH of this build, so nobody can be notified.' >&2
    exit 2
fi
[ -z "$region" ] || set -- "$@" --region "$region"
exec openproton notify "$@"
