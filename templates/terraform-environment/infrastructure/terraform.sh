#!/bin/sh
# Applies or destroys the Terraform files in this folder, with the inputs of the deployment as variables. The state lies
# outside of the build's own folder, which is removed when the build has ended.
set -eu

for terraform in "$(command -v tofu || true)" "$(command -v terraform || true)"; do
    [ -z "$terraform" ] || break
done
if [ -z "$terraform" ]; then
    echo "Neither tofu nor terraform is on the PATH; install one of them" >&2
    exit 1
fi

state=${STATE_DIRECTORY:-}
[ -n "$state" ] || state=${HOME:-/tmp}/.openproton/terraform
state=$state/$STATE_NAME
mkdir -p "$state"

TF_IN_AUTOMATION=1
TF_INPUT=0
export TF_IN_AUTOMATION TF_INPUT

"$terraform" init -no-color -reconfigure -backend-config="path=$state/terraform.tfstate"
"$terraform" "$1" -no-color -auto-approve -var-file=proton-inputs.json
if [ "$1" = apply ]; then
    "$terraform" output -no-color -json proton_outputs >outputs.json
else
    rm -rf "$state"
fi
