terraform {
  # The path comes from terraform.sh.
  backend "local" {}
}

# What OpenProton writes into proton-inputs.json.
variable "environment" {
  type = object({
    account_id = string
    name       = string
    outputs    = map(string)
  })
}

variable "service" {
  type = object({ name = string })
}

variable "service_instance" {
  type = object({
    name = string
    inputs = object({
      image    = string
      replicas = number
    })
  })
}

locals {
  subnets = split(",", var.environment.outputs.Subnets)
}

# terraform_data is built in: nothing has to be downloaded to try this out.
resource "terraform_data" "copy" {
  count = var.service_instance.inputs.replicas
  input = {
    name   = "${var.service.name}-${var.service_instance.name}-${count.index}"
    image  = var.service_instance.inputs.image
    subnet = local.subnets[count.index % length(local.subnets)]
  }
}

# OpenProton reads a map of texts from proton-outputs.json.
output "proton_outputs" {
  value = {
    Copies  = join(",", terraform_data.copy[*].output.name)
    Subnets = join(",", distinct(terraform_data.copy[*].output.subnet))
    Image   = var.service_instance.inputs.image
  }
}
