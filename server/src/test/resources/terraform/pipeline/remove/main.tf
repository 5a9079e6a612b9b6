/*
OpenProton no longer keeps this file: the resource
arn:aws:proton:eu-west-1:000000000000:service/shop/pipeline
was deleted. The file stays so that what it made can be destroyed; remove it by hand when that is done.
*/

resource "terraform_data" "a" {
  input = { for i in var.service_instances : i.name => i.environment.account_id }
}
