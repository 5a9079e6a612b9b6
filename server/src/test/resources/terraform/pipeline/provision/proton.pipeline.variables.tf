/*
OpenProton keeps this file for the resource
arn:aws:proton:eu-west-1:000000000000:service/shop/pipeline
and writes it anew whenever it updates that resource: changes made here by hand are lost. Change the template
or the spec instead. Once the resource is gone there, what this file made has to be cleaned up by hand.
*/

variable "service_instances" {
  type = list(object({
    name    = string
    inputs  = any
    outputs = map(string)
    environment = object({
      account_id = string
      name       = string
      outputs    = map(string)
    })
  }))
}

variable "service" {
  type = object({
    name                      = string
    branch_name               = string
    repository_connection_arn = string
    repository_id             = string
  })
  default = null
}

variable "pipeline" {
  type = object({
    inputs = any
  })
  default = null
}

variable "proton_tags" {
  type    = map(string)
  default = null
}
