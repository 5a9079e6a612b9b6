/*
OpenProton keeps this file for the resource
arn:aws:proton:eu-west-1:000000000000:component/queue
and writes it anew whenever it updates that resource: changes made here by hand are lost. Change the template
or the spec instead. Once the resource is gone there, what this file made has to be cleaned up by hand.
*/

resource "terraform_data" "a" {
  input = var.service_instance.inputs.title
}
