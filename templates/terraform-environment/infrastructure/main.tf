terraform {
  # The path comes from terraform.sh.
  backend "local" {}
}

# What OpenProton writes into proton-inputs.json.
variable "environment" {
  type = object({
    name = string
    inputs = object({
      cidr            = string
      subnets         = number
      state_directory = string
    })
  })
}

# terraform_data is built in: nothing has to be downloaded to try this out.
resource "terraform_data" "network" {
  input = {
    name = var.environment.name
    cidr = var.environment.inputs.cidr
  }
}

resource "terraform_data" "subnet" {
  count = var.environment.inputs.subnets
  input = cidrsubnet(terraform_data.network.input.cidr, 4, count.index)
}

# The list that NotifyResourceDeploymentStatusChange takes.
output "proton_outputs" {
  value = concat([
    { key = "NetworkId", valueString = terraform_data.network.id },
    { key = "Cidr", valueString = terraform_data.network.output.cidr },
    { key = "Subnets", valueString = join(",", terraform_data.subnet[*].output) },
    ],
    # An output cannot be empty, so it is only there when the spec names a folder.
    [for folder in compact([var.environment.inputs.state_directory]) : { key = "StateDirectory", valueString = folder }]
  )
}
