/*
OpenProton no longer keeps this file: the resource
arn:aws:proton:eu-west-1:000000000000:environment/prod
was deleted. The file stays so that what it made can be destroyed; remove it by hand when that is done.
*/

variable "environment" {
  type = object({
    name   = string
    inputs = any
  })
  default = null
}

variable "proton_tags" {
  type    = map(string)
  default = null
}
