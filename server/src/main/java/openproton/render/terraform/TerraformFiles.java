package openproton.render.terraform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import openproton.base.FileTree;
import openproton.base.HclBlocks;
import openproton.base.Json;
import openproton.render.bundle.TemplateDirectory;
import openproton.render.namespace.Namespace;

/// Makes the folder in which Terraform runs: the files of the bundle, variables, and metadata
/// (docs/behaviour/provisioning.md#terraform-files).
public final class TerraformFiles {
    /// The path of the metadata file, which differs in every deployment.
    public static final String METADATA = Metadata.FILE;

    private static final String VALUES = "proton.auto.tfvars.json";
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private TerraformFiles() {}

    /// Renders a Terraform directory; the files of the bundle stay unchanged below a comment that names the resource.
    ///
    /// @param namespace the values of the variables
    public static FileTree render(TemplateDirectory directory, Namespace namespace, TerraformSubject subject) {
        var header = Header.managed(subject.arn());
        var declarations = Declarations.of(subject.kind());
        FileTree files = directory.selected();
        for (Map.Entry<String, FileTree.Entry> file : files.files().entrySet()) {
            String text = file.getValue().text();
            if (takesComments(file.getKey())) {
                files = files.with(file.getKey(), header.above(withoutMark(text)));
            }
        }
        return files.with(declarations.file(), header.above(declarations.text()))
                .with(VALUES, Json.pretty(values(namespace, subject)))
                .with(METADATA, Metadata.of(subject));
    }

    /// The same files as a request to remove the resource has them: all files stay, because Terraform needs them to
    /// destroy what they made, and say that nothing manages them any more. Files of other origin are returned
    /// unchanged.
    public static FileTree deleted(FileTree files) {
        return files.text(METADATA)
                .map(metadata -> marked(files, Metadata.arn(metadata)).with(METADATA, Metadata.deleted(metadata)))
                .orElse(files);
    }

    private static FileTree marked(FileTree files, String arn) {
        FileTree marked = files;
        for (Map.Entry<String, FileTree.Entry> file : files.files().entrySet()) {
            String text = file.getValue().text();
            if (Header.managed(arn).isAbove(text)) {
                marked = marked.with(file.getKey(), Header.managed(arn).replacedIn(text, Header.deleted(arn)));
            }
        }
        return marked;
    }

    /// Warnings about a directory: variables that it declares, although OpenProton declares them.
    public static List<String> warnings(TemplateDirectory directory) {
        var warnings = new ArrayList<String>();
        for (TerraformSubject.Kind kind : TerraformSubject.Kind.values()) {
            if (kind.directory().equals(directory.name())) {
                directory
                        .selected()
                        .files()
                        .forEach((file, entry) ->
                                warnings.addAll(clashes(directory.name(), file, entry.text(), Declarations.of(kind))));
            }
        }
        return warnings;
    }

    private static List<String> clashes(String directory, String file, String text, Declarations declarations) {
        if (file.equals(declarations.file())) {
            return List.of();
        }
        return HclBlocks.of(text).stream()
                .filter(block -> declarations.names().stream().anyMatch(name -> block.is("variable", name)))
                .map(block ->
                        "%s/%s, line %d: declares the variable '%s', which %s declares for it; Terraform takes only one, so remove it here"
                                .formatted(
                                        directory,
                                        file,
                                        line(text, block.start()),
                                        block.labels().getFirst(),
                                        declarations.file()))
                .toList();
    }

    private static long line(String text, int place) {
        return text.substring(0, place).chars().filter(letter -> letter == '\n').count() + 1;
    }

    private static boolean takesComments(String file) {
        return !file.endsWith(".json");
    }

    /// Removes the byte order mark, which is allowed only at the start of a file.
    private static String withoutMark(String text) {
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    private static Map<String, Object> values(Namespace namespace, TerraformSubject subject) {
        var values = new LinkedHashMap<>(namespace.values());
        values.put("proton_tags", subject.tags());
        values.put("//", subject.arn());
        return values;
    }
}
