package openproton.request;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import openproton.api.ConflictException;
import openproton.api.Shape;
import openproton.api.ValidationException;
import openproton.api.WireReader;
import openproton.api.WireWriter;
import openproton.base.Json;
import openproton.request.RememberedTable.Memory;
import openproton.store.Transaction;

/// What a retried request is answered with: the one place of all idempotency classes
/// (docs/behaviour/requests.md#idempotency).
public final class Idempotency {
    /// How long a client token, or the answer of a deletion, is remembered.
    static final Duration MEMORY = Duration.ofHours(8);

    private static final String MISMATCH = "Idempotent parameter mismatch (IdempotentParameterMismatch): ";

    private final InstantSource clock;

    Idempotency(InstantSource clock) {
        this.clock = clock;
    }

    /// Answers a request: with what an earlier one of the same meaning brought about, or by its effect.
    <I extends Shape, O extends Shape> O answer(Transaction tx, IdempotentRequest<I, O> request) {
        return switch (request.shape().idempotency()) {
            case CLIENT_TOKEN -> byToken(tx, request);
            case CREATE -> create(tx, request, Idempotency::mismatch);
            case CREATE_ONCE -> create(tx, request, Idempotency::conflict);
            case DELETE -> delete(tx, request);
            case DELETE_LATER ->
                request.current(tx, request.resource()).isPresent() ? request.effect(tx) : nothing(request);
            case DELETE_KNOWN, NATURAL, READ, NONE -> request.effect(tx);
        };
    }

    /// Notes that a resource is no longer what its create request made it: that request, repeated, is a conflict then.
    ///
    /// @param resource its ARN
    public static void modified(Transaction tx, Scope scope, String resource) {
        new RememberedTable(tx).modify(scope, resource);
    }

    private <I extends Shape, O extends Shape> O byToken(Transaction tx, IdempotentRequest<I, O> request) {
        Optional<String> token = request.input().text("clientToken");
        if (token.isEmpty()) {
            return request.effect(tx);
        }
        var table = new RememberedTable(tx);
        String operation = request.shape().name();
        Instant now = clock.instant();
        Optional<Memory> memory = table.find(request.scope(), operation, token.get())
                .filter(kept -> kept.at().isAfter(now.minus(MEMORY)));
        Optional<O> known = memory.flatMap(kept -> request.current(tx, kept.resource()));
        if (known.isPresent()) {
            refuseOther(request, memory.get(), Idempotency::mismatch);
            return known.get();
        }
        O answer = request.effect(tx);
        var kept = new Memory(request.made(answer), meaning(request.input()), false, now);
        table.keep(request.scope(), operation, token.get(), kept);
        table.forgetOlder(operation, now.minus(MEMORY));
        return answer;
    }

    /// @param other makes the refusal of a request of another meaning
    private <I extends Shape, O extends Shape> O create(
            Transaction tx,
            IdempotentRequest<I, O> request,
            BiFunction<IdempotentRequest<?, ?>, Memory, RuntimeException> other) {
        var table = new RememberedTable(tx);
        String operation = request.shape().name();
        Optional<O> known = request.current(tx, request.resource());
        if (known.isPresent()) {
            Optional<Memory> memory = table.find(request.scope(), operation, request.resource());
            memory.ifPresent(kept -> refuseOther(request, kept, other));
            if (memory.isEmpty() || memory.get().modified()) {
                throw new ConflictException(
                        "%s already exists and has been changed since it was created".formatted(request.resource()));
            }
            return known.get();
        }
        O answer = request.effect(tx);
        var kept = new Memory(request.resource(), meaning(request.input()), false, clock.instant());
        table.keep(request.scope(), operation, request.resource(), kept);
        return answer;
    }

    private <I extends Shape, O extends Shape> O delete(Transaction tx, IdempotentRequest<I, O> request) {
        var table = new RememberedTable(tx);
        String operation = request.shape().name();
        Instant now = clock.instant();
        if (request.current(tx, request.resource()).isEmpty()) {
            return table.find(request.scope(), operation, request.resource())
                    .filter(kept -> kept.at().isAfter(now.minus(MEMORY)))
                    .map(kept -> read(request, kept.content()))
                    .orElseGet(() -> nothing(request));
        }
        O answer = request.effect(tx);
        table.keep(
                request.scope(),
                operation,
                request.resource(),
                new Memory(request.resource(), WireWriter.text(answer), false, now));
        table.forgetOlder(operation, now.minus(MEMORY));
        return answer;
    }

    private static void refuseOther(
            IdempotentRequest<?, ?> request,
            Memory memory,
            BiFunction<IdempotentRequest<?, ?>, Memory, RuntimeException> refusal) {
        if (!memory.content().equals(meaning(request.input()))) {
            throw refusal.apply(request, memory);
        }
    }

    private static RuntimeException mismatch(IdempotentRequest<?, ?> request, Memory memory) {
        return new ValidationException(MISMATCH
                + "an earlier request made %s with other parameters; repeat those, or choose another %s"
                        .formatted(
                                memory.resource(),
                                request.input().text("clientToken").isPresent() ? "clientToken" : "name"));
    }

    private static RuntimeException conflict(IdempotentRequest<?, ?> request, Memory memory) {
        return new ConflictException("%s: it already exists with other parameters (%s); update it, or delete it first"
                .formatted(request.shape().name(), memory.resource()));
    }

    /// What a request means, so that two of the same meaning are equal: its members but the token, lists that are sets
    /// in order.
    private static String meaning(Shape input) {
        var members = new LinkedHashMap<String, Object>();
        if (Json.read(WireWriter.text(input)) instanceof Map<?, ?> map) {
            map.forEach((name, value) -> members.put(String.valueOf(name), InputSets.sorted(value)));
        }
        members.remove("clientToken");
        return Json.write(members);
    }

    private static <O extends Shape> O nothing(IdempotentRequest<?, O> request) {
        return read(request, "{}");
    }

    private static <O extends Shape> O read(IdempotentRequest<?, O> request, String json) {
        return WireReader.read(
                json.getBytes(StandardCharsets.UTF_8), request.shape().output());
    }
}
