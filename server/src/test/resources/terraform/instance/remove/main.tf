/*
OpenProton no longer keeps this file: the resource
arn:aws:proton:eu-west-1:000000000000:service/shop/service-instance/blue
was deleted. The file stays so that what it made can be destroyed; remove it by hand when that is done.
*/

resource "terraform_data" "a" {
  input = var.service_instance.inputs.port + 1
}
