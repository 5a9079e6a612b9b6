package openproton.render.terraform;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import openproton.base.FileTree;
import openproton.base.HclBlocks;

/// What Terraform files need from outside.
final class Outside {
    private Outside() {}

    /// Files without the blocks that need something from outside: providers and where the state is kept.
    static FileTree cutFrom(FileTree files) {
        FileTree inside = files;
        for (Map.Entry<String, FileTree.Entry> file : files.files().entrySet()) {
            if (file.getKey().endsWith(".tf")) {
                inside = inside.with(file.getKey(), cutFrom(file.getValue().text()));
            }
        }
        return inside;
    }

    private static String cutFrom(String text) {
        var left = new StringBuilder(text);
        for (HclBlocks.Block block : HclBlocks.of(text).reversed()) {
            if (block.type().equals("provider") || block.type().equals("terraform")) {
                left.delete(block.start(), block.end());
            }
        }
        return left.toString();
    }

    /// What files use from outside: providers besides the one that is built in, and modules.
    static Set<String> needs(FileTree files) {
        var needs = new TreeSet<String>();
        files.files().forEach((name, file) -> {
            if (name.endsWith(".tf")) {
                HclBlocks.of(file.text()).forEach(block -> need(block).ifPresent(needs::add));
            }
        });
        return needs;
    }

    private static Optional<String> need(HclBlocks.Block block) {
        return switch (block.type()) {
            case "resource", "data" ->
                Optional.of("provider " + block.labels().getFirst().replaceFirst("_.*", ""))
                        .filter(need -> !need.equals("provider terraform"));
            case "module" -> Optional.of("module " + block.labels().getFirst());
            default -> Optional.empty();
        };
    }
}
