/*
OpenProton keeps this file for the resource
arn:aws:proton:eu-west-1:000000000000:component/bucket
and writes it anew whenever it updates that resource: changes made here by hand are lost. Change the template
or the spec instead. Once the resource is gone there, what this file made has to be cleaned up by hand.
*/

variable "component" {
  type = object({
    name = string
  })
}

variable "environment" {
  type = object({
    account_id = string
    name       = string
    outputs    = map(string)
  })
}

variable "service" {
  type = object({
    name = string
  })
  default = null
}

variable "service_instance" {
  type = object({
    name   = string
    inputs = map(string)
  })
  default = null
}

variable "proton_tags" {
  type    = map(string)
  default = null
}
