# The automation reports these with NotifyResourceDeploymentStatusChange.
output "NetworkId" {
  value = terraform_data.network.id
}

output "Cidr" {
  value = terraform_data.network.output.cidr
}

# Outputs of Proton are strings, so lists are joined.
output "Subnets" {
  value = join(",", terraform_data.subnet[*].output)
}
