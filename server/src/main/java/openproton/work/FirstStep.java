package openproton.work;

/// The step at which the jobs of a workflow begin. Code that starts a job knows this step alone, not the
/// workflow that runs the job.
///
/// @param workflow the workflow's name
/// @param step its first step
public record FirstStep(String workflow, String step) {}
