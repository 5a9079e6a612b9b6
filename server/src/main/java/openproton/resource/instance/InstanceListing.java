package openproton.resource.instance;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import openproton.api.DeploymentStatus;
import openproton.api.ListServiceInstancesFilter;
import openproton.api.ListServiceInstancesFilterBy;
import openproton.api.ListServiceInstancesSortBy;
import openproton.api.ValidationException;
import openproton.request.Pages;

/// The conditions and the order of lists of instances (docs/behaviour/lists.md#service-instances).
///
/// Different keys must all match; of the same key given twice any one, and of two bounds the narrower.
final class InstanceListing {
    /// Whether a newer version than the deployed one is recommended.
    private static final String VERSION_STATUS = """
        (CASE WHEN major < (SELECT max(v.major) FROM template_version v
                             WHERE v.account = deployable.account AND v.region = deployable.region
                               AND v.kind = 'SERVICE' AND v.template = deployable.template
                               AND v.status = 'PUBLISHED') THEN 'BEHIND_MAJOR'
              WHEN major = (SELECT max(v.major) FROM template_version v
                             WHERE v.account = deployable.account AND v.region = deployable.region
                               AND v.kind = 'SERVICE' AND v.template = deployable.template
                               AND v.status = 'PUBLISHED')
               AND minor < (SELECT max(v.minor) FROM template_version v
                             WHERE v.account = deployable.account AND v.region = deployable.region
                               AND v.kind = 'SERVICE' AND v.template = deployable.template
                               AND v.major = deployable.major AND v.status = 'PUBLISHED') THEN 'BEHIND_MINOR'
              ELSE 'UP_TO_DATE' END) = ?\
        """;
    private static final Set<String> VERSION_STATUSES = Set.of("UP_TO_DATE", "BEHIND_MAJOR", "BEHIND_MINOR");

    private final Map<ListServiceInstancesFilterBy, List<String>> conditions = new LinkedHashMap<>();
    private final List<Object> parameters = new ArrayList<>();

    private InstanceListing() {}

    /// The condition of some filters; its parameters are added to a list.
    ///
    /// @throws ValidationException when a filter has no key or value, or a value that its key cannot have
    static String condition(List<ListServiceInstancesFilter> filters, List<Object> parameters) {
        var listing = new InstanceListing();
        var byKey = new LinkedHashMap<ListServiceInstancesFilterBy, List<String>>();
        for (ListServiceInstancesFilter filter : filters) {
            ListServiceInstancesFilterBy key =
                    filter.key().orElseThrow(() -> new ValidationException("every filter needs a key"));
            String value = filter.value()
                    .orElseThrow(() -> new ValidationException("the filter '%s' needs a value".formatted(key.value())));
            byKey.computeIfAbsent(key, _ -> new ArrayList<>()).add(value);
        }
        byKey.forEach((key, values) -> values.forEach(value -> listing.add(key, value)));
        parameters.addAll(listing.parameters);
        return listing.conditions.entrySet().stream()
                .map(entry ->
                        " AND (" + String.join(isBound(entry.getKey()) ? " AND " : " OR ", entry.getValue()) + ")")
                .reduce("", String::concat);
    }

    private void add(ListServiceInstancesFilterBy key, String value) {
        switch (key) {
            case NAME -> equal(key, "name = ?", value);
            case SERVICE_NAME -> equal(key, "service_name = ?", value);
            case ENVIRONMENT_NAME -> equal(key, "environment_name = ?", value);
            case TEMPLATE_NAME -> equal(key, "template = ?", value);
            case DEPLOYMENT_STATUS -> equal(key, "status = ?", status(value));
            case DEPLOYED_TEMPLATE_VERSION_STATUS -> equal(key, VERSION_STATUS, versionStatus(value));
            case LAST_DEPLOYMENT_ATTEMPTED_AT_BEFORE -> equal(key, "attempted_at < ?", time(key, value));
            case LAST_DEPLOYMENT_ATTEMPTED_AT_AFTER -> equal(key, "attempted_at > ?", time(key, value));
            case CREATED_AT_BEFORE -> equal(key, "created_at < ?", time(key, value));
            case CREATED_AT_AFTER -> equal(key, "created_at > ?", time(key, value));
        }
    }

    private void equal(ListServiceInstancesFilterBy key, String condition, Object value) {
        conditions.computeIfAbsent(key, _ -> new ArrayList<>()).add(condition);
        parameters.add(value);
    }

    private static boolean isBound(ListServiceInstancesFilterBy key) {
        return switch (key) {
            case LAST_DEPLOYMENT_ATTEMPTED_AT_BEFORE,
                    LAST_DEPLOYMENT_ATTEMPTED_AT_AFTER,
                    CREATED_AT_BEFORE,
                    CREATED_AT_AFTER -> true;
            case NAME,
                    SERVICE_NAME,
                    ENVIRONMENT_NAME,
                    TEMPLATE_NAME,
                    DEPLOYMENT_STATUS,
                    DEPLOYED_TEMPLATE_VERSION_STATUS -> false;
        };
    }

    private static DeploymentStatus status(String value) {
        for (DeploymentStatus status : DeploymentStatus.values()) {
            if (status.value().equals(value)) {
                return status;
            }
        }
        throw new ValidationException("the filter deploymentStatus has no value '%s'; one of %s is expected"
                .formatted(value, List.of(DeploymentStatus.values())));
    }

    private static String versionStatus(String value) {
        String upper = value.toUpperCase(Locale.ROOT);
        if (!VERSION_STATUSES.contains(upper)) {
            throw new ValidationException(
                    "the filter deployedTemplateVersionStatus has no value '%s'; UP_TO_DATE, BEHIND_MAJOR or BEHIND_MINOR is expected"
                            .formatted(value));
        }
        return upper;
    }

    private static Instant time(ListServiceInstancesFilterBy key, String value) {
        try {
            if (value.endsWith("Z")) {
                return Instant.parse(value);
            }
        } catch (DateTimeException broken) {
            // answered below: the value is not a time
        }
        throw new ValidationException("the filter %s has no value '%s'; a time such as 2026-11-21T08:00:00Z is expected"
                .formatted(key.value(), value));
    }

    /// The sort key of a list: ties are ordered by service, then by name.
    static List<Pages.Key> keys(ListServiceInstancesSortBy sortBy) {
        var service = Pages.Key.text("service_name");
        var name = Pages.Key.text("name");
        return switch (sortBy) {
            case SERVICE_NAME -> List.of(service, name);
            case NAME -> List.of(name, service);
            case DEPLOYMENT_STATUS -> List.of(Pages.Key.text("status"), service, name);
            case TEMPLATE_NAME -> List.of(Pages.Key.text("template"), service, name);
            case ENVIRONMENT_NAME -> List.of(Pages.Key.text("environment_name"), service, name);
            case LAST_DEPLOYMENT_ATTEMPTED_AT -> List.of(Pages.Key.number("attempted_at"), service, name);
            case CREATED_AT -> List.of(Pages.Key.number("created_at"), service, name);
        };
    }
}
