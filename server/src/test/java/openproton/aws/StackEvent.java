package openproton.aws;

/// One line of a stack's history.
///
/// @param id unique among the events of all stacks
/// @param time ISO 8601, one second later than the event before
/// @param resource what happened, to which resource; the stack itself has the type AWS::CloudFormation::Stack
/// @param token the client request token of the operation, or empty
public record StackEvent(String id, String time, StackResource resource, String token) {}
