package openproton.provision.terraform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import openproton.base.FileTree;
import openproton.base.HclBlocks;
import openproton.base.Json;
import openproton.provision.Order;
import openproton.provision.terraform.TerraformSettings.Backends;

/// Turns an order for Terraform into an order for a build.
///
/// @param script finds Terraform and sets the variable that the other commands call
record TerraformBuild(TerraformSettings settings, String script) {
    /// The plan for people, among the files that a build leaves.
    static final String PLAN_TEXT = "plan.txt";

    /// The plan as JSON.
    static final String PLAN = "plan.json";

    /// The resources of the state after the build.
    static final String RESOURCES = "resources.json";

    private static final String FOLDER = ".openproton/";
    private static final String KEPT = FOLDER + "kept/";
    private static final String BACKEND = "openproton.backend.tf.json";
    private static final String OVERRIDE = "openproton_override.tf.json";
    private static final String OUR_BACKEND =
            Json.write(Map.of("terraform", Map.of("backend", Map.of("http", Map.of()))));
    private static final String BEGIN = ". %sterraform.sh".formatted(FOLDER);
    private static final String INIT = "\"$terraform\" init -input=false -no-color";

    /// The build of an order.
    Order order(Order order) {
        FileTree files =
                withCommands(order, provision()).with(FOLDER + "deprovision.buildspec.json", buildspec(deprovision()));
        return build(order, order.deploymentId(), files);
    }

    /// The build that plans an order.
    ///
    /// @param id names the build
    Order planning(Order order, String id) {
        return build(order, id, withCommands(order, plan()));
    }

    private FileTree withCommands(Order order, List<String> commands) {
        Optional<String> backend = ownBackend(order.files());
        boolean refused = backend.isPresent() && settings.backends() == Backends.REFUSE;
        return withState(order.files(), backend.isPresent())
                .with(FOLDER + "provision.buildspec.json", buildspec(refused ? refusal(backend.get()) : commands));
    }

    private static List<String> provision() {
        return List.of(
                BEGIN,
                INIT,
                "\"$terraform\" plan -input=false -no-color -out=openproton.plan",
                "\"$terraform\" show -no-color openproton.plan >" + KEPT + PLAN_TEXT,
                "\"$terraform\" apply -input=false -no-color openproton.plan || rescue $?",
                "\"$terraform\" output -json >proton-outputs.json",
                "\"$terraform\" show -json >" + KEPT + RESOURCES);
    }

    private static List<String> deprovision() {
        return List.of(BEGIN, INIT, "\"$terraform\" destroy -input=false -no-color -auto-approve || rescue $?");
    }

    /// Takes no lock, because a plan writes nothing and a deployment may be running.
    private static List<String> plan() {
        return List.of(
                BEGIN,
                INIT,
                "\"$terraform\" plan -input=false -no-color -lock=false -out=openproton.plan",
                "\"$terraform\" show -no-color openproton.plan >" + KEPT + PLAN_TEXT,
                "\"$terraform\" show -json openproton.plan >" + KEPT + PLAN);
    }

    private static List<String> refusal(String where) {
        return List.of("echo '%s; remove it, and OpenProton keeps the state. The setting terraform.backends can also "
                .concat("replace it in this way, or keep it.'; exit 1")
                .formatted(where));
    }

    /// Terraform gives an override file precedence over all others.
    private FileTree withState(FileTree files, boolean ownBackend) {
        if (!ownBackend) {
            return files.with(BACKEND, OUR_BACKEND);
        }
        return settings.backends() == Backends.KEEP ? files : files.with(OVERRIDE, OUR_BACKEND);
    }

    /// The first file that configures a backend, as a text for people; empty where none does.
    private static Optional<String> ownBackend(FileTree files) {
        return files.files().entrySet().stream()
                .filter(file -> file.getKey().endsWith(".tf"))
                .flatMap(file -> backends(file.getKey(), file.getValue().text()))
                .findFirst();
    }

    private static Stream<String> backends(String file, String text) {
        return HclBlocks.of(text).stream()
                .filter(block -> block.type().equals("terraform"))
                .flatMap(block -> block.inner().stream())
                .filter(block -> block.type().equals("backend") || block.type().equals("cloud"))
                .map(block -> "%s has the block %s, which says where the state is kept"
                        .formatted(
                                file,
                                String.join(
                                        " ",
                                        Stream.concat(Stream.of(block.type()), block.labels().stream())
                                                .toList())));
    }

    private String buildspec(List<String> commands) {
        return Json.write(Map.of(
                "phases", Map.of("build", Map.of("commands", commands)),
                "stop",
                        Map.of(
                                "signal",
                                "INT",
                                "grace-seconds",
                                settings.grace().toSeconds())));
    }

    /// Variables of the order, such as the credentials of a role, win over those of the server.
    private Order build(Order order, String id, FileTree files) {
        var means = order.means();
        var environment = new LinkedHashMap<>(settings.variables());
        environment.putAll(means.environment());
        environment.put("TF_IN_AUTOMATION", "1");
        environment.put("TF_INPUT", "0");
        environment.put("CHECKPOINT_DISABLE", "1");
        environment.put("OPENPROTON_TERRAFORM", settings.command());
        return new Order(
                id,
                order.action(),
                order.subject(),
                files.with(FOLDER + "terraform.sh", script),
                new Order.Means(means.account(), means.region(), means.role(), environment, means.pullRequest()));
    }
}
