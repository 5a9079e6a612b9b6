package openproton.aws;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One stack, from its creation to after its deletion.
public final class Stack {
    private final ResourceValues values;
    private final String id;
    private final History history;
    private final Map<String, StackResource> resources = new LinkedHashMap<>();
    private final List<StackEvent> events = new ArrayList<>();
    private final Map<String, ChangeSet> changeSets = new LinkedHashMap<>();
    private final Map<String, String> tokens = new LinkedHashMap<>();
    private StackDefinition definition;
    private List<Output> outputs = List.of();
    private Optional<Journey> journey = Optional.empty();
    private String status = "";
    private String reason = "";
    private String token = "";

    Stack(ResourceValues values, StackDefinition definition, History history) {
        this.values = values;
        this.definition = definition;
        this.history = history;
        this.id = "arn:aws:cloudformation:%s:%s:stack/%s/%s"
                .formatted(values.region(), values.account(), values.stackName(), history.nextId());
    }

    public String id() {
        return id;
    }

    public String name() {
        return values.stackName();
    }

    public String account() {
        return values.account();
    }

    public String region() {
        return values.region();
    }

    public String status() {
        return status;
    }

    public String reason() {
        return reason;
    }

    /// The tags of the stack, not those that resources get of their own.
    public Map<String, String> tags() {
        return definition.tags();
    }

    /// The role that CloudFormation was given for it.
    public Optional<String> role() {
        return definition.role();
    }

    /// Logical id to resource, in the order they were made.
    public Map<String, StackResource> resources() {
        return resources;
    }

    /// Oldest first.
    public List<StackEvent> events() {
        return events;
    }

    /// The outputs by key.
    public Map<String, String> outputValues() {
        var all = new LinkedHashMap<String, String>();
        outputs.forEach(output -> all.put(output.key(), output.value()));
        return all;
    }

    ResourceValues values() {
        return values;
    }

    StackDefinition definition() {
        return definition;
    }

    List<Output> outputs() {
        return outputs;
    }

    Map<String, ChangeSet> changeSets() {
        return changeSets;
    }

    Optional<Journey> journey() {
        return journey;
    }

    boolean isDeleted() {
        return status.equals("DELETE_COMPLETE");
    }

    void define(StackDefinition changed) {
        definition = changed;
    }

    void give(List<Output> changed) {
        outputs = changed;
    }

    void start(Journey next, String withToken) {
        journey = Optional.of(next);
        token = withToken;
        next.begin();
    }

    /// One step on its way; whether anything happened.
    boolean tick() {
        return journey.isPresent() && journey.get().tick();
    }

    /// Remembers the token of an operation; whether the same operation already had it.
    boolean repeats(String operation, Optional<String> given) {
        if (given.isEmpty()) {
            return false;
        }
        String before = tokens.putIfAbsent(given.get(), operation);
        if (before != null && !before.equals(operation)) {
            throw new AwsRefusal(
                    400, "TokenAlreadyExistsException", "Token [%s] already exists".formatted(given.get()));
        }
        return before != null;
    }

    void move(String next, String why) {
        status = next;
        reason = why;
        var state = new StackResource.State(next, why);
        record(new StackResource(name(), id, "AWS::CloudFormation::Stack", Map.of(), state, 0));
    }

    void put(StackResource resource) {
        resources.put(resource.logicalId(), resource);
        record(resource);
    }

    void record(StackResource resource) {
        events.add(new StackEvent(history.nextId(), history.nextTime(), resource, token));
    }
}
