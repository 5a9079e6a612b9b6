/// Stand-ins for AWS, in the test's own process, for real AWS clients.
/// Start reading at [StandIn], then [Journey].
package openproton.aws;
