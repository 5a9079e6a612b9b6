/*
OpenProton no longer keeps this file: the resource
arn:aws:proton:eu-west-1:000000000000:service/shop/pipeline
was deleted. The file stays so that what it made can be destroyed; remove it by hand when that is done.
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
