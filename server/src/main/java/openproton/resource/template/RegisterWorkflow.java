package openproton.resource.template;

import openproton.work.Entry;

/// Registers the bundle of a new version.
public final class RegisterWorkflow {
    static final Entry ENTRY = new Entry("register", "register");

    private RegisterWorkflow() {}
}
