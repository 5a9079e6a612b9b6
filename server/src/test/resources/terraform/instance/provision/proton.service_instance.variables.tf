/*
OpenProton keeps this file for the resource
arn:aws:proton:eu-west-1:000000000000:service/shop/service-instance/blue
and writes it anew whenever it updates that resource: changes made here by hand are lost. Change the template
or the spec instead. Once the resource is gone there, what this file made has to be cleaned up by hand.
*/

variable "environment" {
  type = object({
    account_id = string
    name       = string
    outputs    = map(string)
  })
  default = null
}

variable "service" {
  type = object({
    name                      = string
    branch_name               = string
    repository_connection_arn = string
    repository_id             = string
  })
}

variable "service_instance" {
  type = object({
    name       = string
    inputs     = any
    components = map(any)
  })
  default = null
}

variable "proton_tags" {
  type    = map(string)
  default = null
}
