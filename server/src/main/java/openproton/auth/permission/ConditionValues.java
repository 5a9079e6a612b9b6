package openproton.auth.permission;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import openproton.api.Caller;
import openproton.api.OperationShape;
import openproton.api.Shape;
import openproton.base.Arn;

/// Looks up the values that the conditions of policies compare: facts of a request and of its resource.
@FunctionalInterface
public interface ConditionValues {

    /// The values by condition key, such as `aws:ResourceTag/team`, `aws:RequestTag/team`, `aws:TagKeys` and
    /// `proton:EnvironmentTemplate`; keys that have no value are left out.
    ///
    /// @param resource the resource that needs the permission; empty when the operation is for no single resource
    Map<String, List<String>> of(OperationShape<?, ?> operation, Shape input, Caller caller, Optional<Arn> resource);
}
