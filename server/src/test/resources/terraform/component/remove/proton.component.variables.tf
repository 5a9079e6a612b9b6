/*
OpenProton no longer keeps this file: the resource
arn:aws:proton:eu-west-1:000000000000:component/bucket
was deleted. The file stays so that what it made can be destroyed; remove it by hand when that is done.
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
