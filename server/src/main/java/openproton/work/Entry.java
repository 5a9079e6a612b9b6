package openproton.work;

/// Where the jobs of a workflow begin; lets those who start jobs not know those who run them.
///
/// @param workflow the workflow's name
/// @param step its first step
public record Entry(String workflow, String step) {}
