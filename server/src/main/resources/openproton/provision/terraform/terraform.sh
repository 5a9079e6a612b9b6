# Finds the command that all others call, and lets an interruption end it before it ends the build.
trap 'exit 130' INT
mkdir -p .openproton/kept
if [ -n "$OPENPROTON_TERRAFORM" ]; then
    terraform=$(command -v "$OPENPROTON_TERRAFORM") || {
        echo "The setting terraform.command is '$OPENPROTON_TERRAFORM', which is no command on the PATH of the server."
        exit 127
    }
else
    terraform=$(command -v tofu || command -v terraform) || {
        echo 'Neither tofu nor terraform is on the PATH of the server: install OpenTofu (https://opentofu.org) or'
        echo 'Terraform (https://developer.hashicorp.com/terraform/install), or name its path in terraform.command.'
        exit 127
    }
fi
"$terraform" version | head -n 1

# Where the state could not be written in the end it is tried once more: without it, nobody knows what was made.
rescue() {
    if [ -e errored.tfstate ]; then
        "$terraform" state push -no-color errored.tfstate || {
            cp errored.tfstate .openproton/kept/
            echo '[OpenProton] The state could not be written; it lies in the folder kept beside this log.'
        }
    fi
    return "$1"
}
