package openproton.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/// CloudFormation, S3 and STS in this process, for real AWS clients: `endpointOverride(standIn.uri())`.
///
/// Nothing takes time: each look at a stack or its events moves it on by one resource, after the answer.
public final class StandIn implements AutoCloseable {
    /// The account of keys that no AssumeRole gave.
    public static final String ACCOUNT = "123456789012";

    private final HttpServer server;
    private final Faults faults = new Faults();
    private final StandInS3 objects = new StandInS3(faults);
    private final StandInSts roles = new StandInSts(faults, ACCOUNT);
    private final StandInStacks stacks = new StandInStacks(faults);
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private int pageSize = 100;

    private StandIn(HttpServer server) {
        this.server = server;
    }

    /// Listens at a port of this machine that nobody has.
    public static StandIn open() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var standIn = new StandIn(server);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", standIn::answer);
            server.start();
            return standIn;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    // what shall go wrong

    /// Creating or updating a resource fails, until [#heal].
    public synchronized void fail(String logicalId, String reason) {
        faults.failing.put(logicalId, reason);
    }

    public synchronized void failDeletion(String logicalId, String reason) {
        faults.failingDeletions.put(logicalId, reason);
    }

    /// Giving a resource its old form after a failed update fails.
    public synchronized void failRollback(String logicalId, String reason) {
        faults.failingRollbacks.put(logicalId, reason);
    }

    public synchronized void heal(String logicalId) {
        faults.failing.remove(logicalId);
        faults.failingDeletions.remove(logicalId);
        faults.failingRollbacks.remove(logicalId);
    }

    /// A resource stays in progress until [#letFinish].
    public synchronized void stay(String logicalId) {
        faults.staying.add(logicalId);
    }

    public synchronized void letFinish(String logicalId) {
        faults.staying.remove(logicalId);
    }

    /// Any update of a resource replaces it: its physical id changes.
    public synchronized void replace(String logicalId) {
        faults.replaced.add(logicalId);
    }

    /// The next requests to CloudFormation and STS are answered with `Throttling`.
    public synchronized void throttle(int requests) {
        faults.throttled = requests;
    }

    /// The next requests get no answer: their connections end, before anything is done.
    public synchronized void breakConnections(int requests) {
        faults.broken = requests;
    }

    /// The next requests to CloudFormation and STS are answered with HTTP status 500.
    public synchronized void failInternally(int requests) {
        faults.internalErrors = requests;
    }

    /// A role can neither be assumed nor passed to CloudFormation, until [#allowRole].
    public synchronized void denyRole(String arn) {
        faults.deniedRoles.add(arn);
    }

    public synchronized void allowRole(String arn) {
        faults.deniedRoles.remove(arn);
    }

    /// Sessions of roles last no longer than this; twelve hours unless set.
    public synchronized void limitSessions(Duration max) {
        faults.sessionSecondsMax = max.toSeconds();
    }

    public synchronized void denyBucket(String bucket) {
        faults.deniedBuckets.add(bucket);
    }

    // how it behaves

    /// How many looks a resource takes; 1 unless set, 0 for stacks that are settled at once.
    public synchronized void ticksPerResource(int ticks) {
        stacks.ticksPerResource(ticks);
    }

    /// How many events or resources an answer has; 100 unless set.
    public synchronized void pageSize(int size) {
        pageSize = size;
    }

    /// Lets a stack come to its end, or to a resource that stays, without anybody looking.
    public synchronized void runToEnd(String stackName) {
        StandInStacks.runToEnd(stack(stackName));
    }

    /// Puts an object into a bucket, which is made if it is missing.
    public void putObject(String bucket, String key, byte[] content) {
        objects.put(bucket, key, content);
    }

    // what happened

    /// All stacks, newest first, deleted ones included.
    public synchronized List<Stack> stacks() {
        return List.copyOf(stacks.all());
    }

    /// The newest stack of a name, deleted or not.
    public synchronized Stack stack(String name) {
        return stacks().stream()
                .filter(stack -> stack.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no stack %s among %s"
                        .formatted(name, stacks().stream().map(Stack::name).toList())));
    }

    public List<Call> calls() {
        return List.copyOf(calls);
    }

    /// The requests of one operation that were answered, refused ones included.
    public List<Call> calls(String operation) {
        return calls.stream().filter(call -> call.operation().equals(operation)).toList();
    }

    /// How often stacks of a name really began to be created, refused and repeated requests not counted.
    public int creations(String name) {
        return begun(name, "CREATE_IN_PROGRESS");
    }

    public int updates(String name) {
        return begun(name, "UPDATE_IN_PROGRESS");
    }

    public int deletions(String name) {
        return begun(name, "DELETE_IN_PROGRESS");
    }

    public Map<String, byte[]> objects(String bucket) {
        return objects.objects(bucket);
    }

    private synchronized int begun(String name, String status) {
        return (int) stacks.all().stream()
                .filter(stack -> stack.name().equals(name))
                .flatMap(stack -> stack.events().stream())
                .filter(event -> event.resource().type().equals("AWS::CloudFormation::Stack"))
                .filter(event -> event.resource().logicalId().equals(name))
                .filter(event -> event.resource().status().equals(status))
                .count();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (breaksNow()) {
                return;
            }
            String type = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"));
            if (type.startsWith("application/x-www-form-urlencoded")) {
                String authorization =
                        String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
                var form = new String(body, StandardCharsets.UTF_8);
                answered(QueryRequest.parse(form, roles.caller(authorization))).send(exchange);
            } else {
                objects.answer(exchange, body);
            }
        }
    }

    private synchronized boolean breaksNow() {
        return faults.breaksNow();
    }

    private synchronized QueryAnswer answered(QueryRequest request) {
        boolean sts =
                request.operation().equals("AssumeRole") || request.operation().equals("GetCallerIdentity");
        String namespace = sts ? StandInSts.NAMESPACE : CloudFormationCalls.NAMESPACE;
        try {
            faults.refuseWhereAsked();
            calls.add(request.call());
            var result = sts ? roles.answer(request) : operations().answer(request);
            return QueryAnswer.of(request.operation(), namespace, result);
        } catch (AwsRefusal e) {
            return QueryAnswer.refused(namespace, e);
        } catch (RuntimeException e) {
            return QueryAnswer.refused(namespace, new AwsRefusal(500, "InternalFailure", "stand-in: " + e));
        }
    }

    private CloudFormationCalls operations() {
        var templates = new TemplateSource(objects);
        var definitions = new StackDefinitions(templates, faults);
        return new CloudFormationCalls(
                new StackCalls(stacks, definitions),
                new ChangeSetCalls(stacks, definitions),
                new DescribeCalls(stacks, templates, pageSize));
    }
}
