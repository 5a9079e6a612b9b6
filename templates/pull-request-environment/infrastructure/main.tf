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
