package openproton.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HclBlocksTest {

    @Test
    void findsBlocksWithTheirLabelsAndPlaces() {
        String text = """
            terraform {
              backend "s3" {}
            }
            resource "aws_vpc" "main" { cidr = "10.0.0.0/16" }
            locals {
              a = { b = 1 }
            }
            """;

        var blocks = HclBlocks.of(text);

        assertThat(blocks).extracting(HclBlocks.Block::type).containsExactly("terraform", "resource", "locals");
        assertThat(blocks.get(1).labels()).containsExactly("aws_vpc", "main");
        assertThat(text.substring(blocks.get(1).start(), blocks.get(1).end()))
                .isEqualTo("resource \"aws_vpc\" \"main\" { cidr = \"10.0.0.0/16\" }");
        assertThat(blocks.getFirst().inner()).singleElement().matches(block -> block.is("backend", "s3"));
        assertThat(blocks.get(2).inner()).isEmpty();
    }

    @Test
    void isNotMisledByCommentsTextsAndHeredocs() {
        assertThat(types("""
            # variable "a" {
            // variable "b" {
            /* variable "c" {
            } */ locals {}
            output "d" {
              value = "} variable \\"e\\" { ${join("}", ["{", "${var.x}"])} $${ not a template"
            }
            output "f" {
              value = <<-EOT
                }
                variable "g" {
                EOT
            }
            variable "h" {}
            """)).containsExactly("locals", "output", "output", "variable");
    }

    @Test
    void readsOnWhereTheTextIsBroken() {
        assertThat(types("variable \"a\" {\n  x = \"never closed\n")).containsExactly("variable");
        assertThat(types("a = {\n}\nlocals {\n")).containsExactly("locals");
        assertThat(types("} ) \"")).isEmpty();
        assertThat(types("x = <<EOT\nlocals {\n")).isEmpty();
        assertThat(types("\"${")).isEmpty();
    }

    private static List<String> types(String text) {
        return HclBlocks.of(text).stream().map(HclBlocks.Block::type).toList();
    }
}
