package openproton.resource.sync.follow;

import java.util.Locale;
import java.util.Optional;
import openproton.api.ServiceSyncConfig;
import openproton.api.SyncType;
import openproton.api.TemplateSyncConfig;
import openproton.api.TemplateType;
import openproton.request.Scope;
import openproton.resource.repository.LinkedBranch;
import openproton.store.Row;

/// What follows which branch.
///
/// @param follower a template or a service
/// @param branch the branch it follows
/// @param path of a template the folder to look in, or empty; of a service its ops file
public record SyncConfig(SyncedResource follower, LinkedBranch branch, String path) {

    /// A template or a service that follows a branch.
    ///
    /// @param kind the type of the template; empty for services
    /// @param name its name
    public record SyncedResource(Scope scope, SyncType type, Optional<TemplateType> kind, String name) {

        /// A template.
        public static SyncedResource template(Scope scope, TemplateType kind, String name) {
            return new SyncedResource(scope, SyncType.TEMPLATE_SYNC, Optional.of(kind), name);
        }

        /// A service.
        public static SyncedResource service(Scope scope, String name) {
            return new SyncedResource(scope, SyncType.SERVICE_SYNC, Optional.empty(), name);
        }

        /// The ARN of the template or service.
        public String arn() {
            return scope.arn(kind.map(type -> type.value().toLowerCase(Locale.ROOT) + "-template/")
                            .orElse("service/")
                    + name);
        }

        /// What a repeated request for its configuration is recognized by.
        public String configArn() {
            return arn() + "/sync-config";
        }

        /// What the names of its major versions, or instances, begin with among everything that follows.
        public String targets() {
            return arn() + (kind.isPresent() ? ":" : "/service-instance/");
        }

        /// How a person would call it in a sentence.
        public String words() {
            return kind.map(type -> "%s template '%s'".formatted(type.value().toLowerCase(Locale.ROOT), name))
                    .orElse("service '%s'".formatted(name));
        }

        /// How the table calls the kind.
        String kindText() {
            return kind.map(TemplateType::name).orElse("");
        }
    }

    static SyncConfig read(Row row) {
        String kind = row.text("kind");
        var follower = new SyncedResource(
                new Scope(row.text("account"), row.text("region")),
                SyncType.valueOf(row.text("sync_type")),
                kind.isEmpty() ? Optional.empty() : Optional.of(TemplateType.valueOf(kind)),
                row.text("name"));
        return new SyncConfig(follower, LinkedBranch.of(row).orElseThrow(), row.text("path"));
    }

    public TemplateSyncConfig templateSyncConfig() {
        return TemplateSyncConfig.builder()
                .templateName(follower.name())
                .templateType(follower.kind().orElseThrow())
                .repositoryProvider(branch.provider())
                .repositoryName(branch.name())
                .branch(branch.branch())
                .subdirectory(Optional.of(path).filter(text -> !text.isEmpty()))
                .build();
    }

    public ServiceSyncConfig serviceSyncConfig() {
        return ServiceSyncConfig.builder()
                .serviceName(follower.name())
                .repositoryProvider(branch.provider())
                .repositoryName(branch.name())
                .branch(branch.branch())
                .filePath(path)
                .build();
    }
}
