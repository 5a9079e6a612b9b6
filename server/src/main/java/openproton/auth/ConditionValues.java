package openproton.auth;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import openproton.api.Caller;
import openproton.api.OperationShape;
import openproton.api.Shape;
import openproton.base.Arn;

/// Looks up what the conditions of policies may ask about a request and the resource it is for.
@FunctionalInterface
public interface ConditionValues {

    /// The values by condition key, such as `aws:ResourceTag/team`, `aws:RequestTag/team`, `aws:TagKeys` and
    /// `proton:EnvironmentTemplate`; keys that have no value are left out.
    ///
    /// @param resource what the permission is asked for; empty when the operation is for no single resource
    Map<String, List<String>> of(OperationShape<?, ?> operation, Shape input, Caller caller, Optional<Arn> resource);
}
