package dev.firebreak.json.plan;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableMap;
import java.util.Random;
import java.util.function.BiFunction;

/** Files that somebody made to hurt whoever reads them: the same ones by the same number. */
final class HostileFiles {
  /** How many there are. */
  static final int COUNT = 500;

  private static final int LARGEST = Source.MOST;

  /** A part of a file, so often that the file is as large as told. */
  private record Kind(String format, BiFunction<Random, Integer, String> text) {}

  private static final ImmutableMap<String, Kind> KINDS =
      ImmutableMap.<String, Kind>builder()
          .put("deep-list", yaml((r, size) -> "a: " + "[".repeat(size)))
          .put("deep-object", json((r, size) -> "{\"a\":".repeat(size / 5)))
          .put("deep-block", yaml((r, size) -> nestedBlocks(size)))
          .put("alias-bomb", yaml((r, size) -> aliasBomb(r)))
          .put("many-anchors", yaml((r, size) -> numbered("a%d: &a%d x\n", size)))
          .put("many-aliases", yaml((r, size) -> "x: &x [y]\n" + numbered("a%d: *x\n", size)))
          .put("merge-keys", yaml((r, size) -> "<<: {a: b}\n".repeat(size / 11)))
          .put("long-scalar", yaml((r, size) -> "title: " + "x".repeat(size)))
          .put("long-block", yaml((r, size) -> "title: |\n" + "  xxxxxxxx\n".repeat(size / 11)))
          .put("long-quoted", yaml((r, size) -> "title: \"" + "x \\\n  ".repeat(size / 6)))
          .put("long-folded", yaml((r, size) -> "title: >\n" + "  x\n\n".repeat(size / 5)))
          .put("long-key", yaml((r, size) -> "x".repeat(Math.min(size, 16_000)) + ": y"))
          .put("question-key", yaml((r, size) -> "? " + "x\n  ".repeat(size / 4) + "\n: y"))
          .put("long-text", json((r, size) -> "{\"title\":\"" + "x".repeat(size) + "\"}"))
          .put("long-name", json((r, size) -> "{\"" + "x".repeat(size) + "\":1}"))
          .put("long-number", json((r, size) -> "{\"plan\":" + "9".repeat(size) + "}"))
          .put("large-exponent", json((r, size) -> "{\"plan\":1e" + "9".repeat(size % 300) + "}"))
          .put("same-keys", yaml((r, size) -> "plan: p\n".repeat(size / 8)))
          .put("same-names", json((r, size) -> "{" + "\"plan\":1,".repeat(size / 9) + "\"a\":1}"))
          .put("same-hash", yaml(HostileFiles::sameHash))
          .put("unknown-fields", yaml((r, size) -> numbered("stepz%d: x\n", size)))
          .put("tags", yaml((r, size) -> numbered("a%d: !!java.net.URL [x]\n", size)))
          .put("own-tags", yaml((r, size) -> "a: !<tag:x,2026:" + "y".repeat(size % 9_000) + "> b"))
          .put("directives", yaml((r, size) -> "%TAG !e! tag:e\n".repeat(size / 15) + "--- a"))
          .put("byte-order-marks", yaml((r, size) -> "a: \ufeffb\n".repeat(size / 8)))
          .put("control-characters", yaml((r, size) -> "a: \u0007b\n".repeat(size / 7)))
          .put("turned-text", yaml((r, size) -> "a: \u202eb\n".repeat(size / 9)))
          .put("invalid-utf-8", yaml((r, size) -> "a: x\u00ff\n".repeat(size / 7)))
          .put("huge-list", yaml((r, size) -> "approvals:\n" + "- \n".repeat(size / 3)))
          .put("huge-flow-list", json((r, size) -> "{\"roles\":[" + "0,".repeat(size / 2) + "0]}"))
          .put("empty-objects", json((r, size) -> "[" + "{},".repeat(size / 3) + "{}]"))
          .put("comments", yaml((r, size) -> "# x\n".repeat(size / 4)))
          .put("colons", yaml((r, size) -> "a" + ": ".repeat(size / 2)))
          .put("dashes", yaml((r, size) -> "- ".repeat(Math.min(size / 2, 8_000))))
          .put("open-quotes", yaml((r, size) -> "a: '\n".repeat(size / 5)))
          .put("indents", yaml((r, size) -> indents(size)))
          .put("documents", yaml((r, size) -> "---\na: b\n".repeat(size / 9)))
          .put("includes", yaml((r, size) -> includes(r, size)))
          .put("dead-roles", yaml((r, size) -> deadReferences(size)))
          .put("many-branches", yaml((r, size) -> branches(size)))
          .put("many-calls", yaml((r, size) -> calls(size)))
          .put("expressions", yaml((r, size) -> expressions(size)))
          .put("near-words", yaml((r, size) -> nearWords(size)))
          .put("changed-yaml", yaml((r, size) -> changed(r, PlanFiles.YAML)))
          .put("changed-json", json((r, size) -> changed(r, PlanFiles.JSON)))
          .buildOrThrow();

  private HostileFiles() {}

  /** One of them. */
  @SuppressWarnings("ArrayRecordComponent") // read once, never compared
  record Hostile(String name, byte[] bytes) {}

  /** Returns the file of that number, from 0 on. */
  static Hostile of(int number) {
    var name = KINDS.keySet().asList().get(number % KINDS.size());
    var kind = KINDS.get(name);
    if (kind == null) {
      throw new IllegalStateException(name);
    }
    var random = new Random(number);
    var size = number / KINDS.size() % 2 == 0 ? LARGEST - 100 : 100 + random.nextInt(40_000);
    var bytes = kind.text().apply(random, size).getBytes(UTF_8);
    if (name.equals("invalid-utf-8")) {
      bytes[random.nextInt(bytes.length)] = (byte) 0xff;
    }
    return new Hostile(name + "-" + number + kind.format(), bytes);
  }

  private static Kind yaml(BiFunction<Random, Integer, String> text) {
    return new Kind(".yaml", text);
  }

  private static Kind json(BiFunction<Random, Integer, String> text) {
    return new Kind(".json", text);
  }

  /** Returns lines with numbers, until they are as long as told. */
  private static String numbered(String line, int size) {
    var text = new StringBuilder();
    for (int i = 0; text.length() < size - 60; i++) {
      text.append(line.replace("%d", Integer.toString(i)));
    }
    return text.toString();
  }

  private static String nestedBlocks(int size) {
    var text = new StringBuilder();
    for (int i = 0; text.length() + i < size - 10; i++) {
      text.append(" ".repeat(i)).append("a:\n");
    }
    return text.toString();
  }

  private static String aliasBomb(Random random) {
    var text = new StringBuilder("a0: &a0 [x, x]\n");
    var levels = 5 + random.nextInt(40);
    for (int i = 1; i < levels; i++) {
      text.append("a").append(i).append(": &a").append(i).append(" [");
      text.append(("*a" + (i - 1) + ", ").repeat(9)).append("x]\n");
    }
    return text.toString();
  }

  /** Returns names of one hash code: each is made of Aa and BB. */
  private static String sameHash(Random random, int size) {
    var text = new StringBuilder();
    for (int i = 0; text.length() < size - 60; i++) {
      for (int bit = 0; bit < 13; bit++) {
        text.append((i >> bit & 1) == 0 ? "Aa" : "BB");
      }
      text.append(": x\n");
    }
    return text.toString();
  }

  private static String indents(int size) {
    var text = new StringBuilder("a:\n");
    for (int i = 60; text.length() + i < size - 60; i = i == 1 ? 60 : i - 1) {
      text.append(" ".repeat(i)).append("- b:\n");
    }
    return text.toString();
  }

  private static String includes(Random random, int size) {
    var names =
        new String[] {"../x.yaml", "/etc/passwd.yaml", "a/../../b.json", "x.yaml", "~/y.yml"};
    var text = new StringBuilder(PlanFiles.LEAST.replaceAll("(?s)playbooks:.*", "playbooks:\n"));
    while (text.length() < Math.min(size, 4_000)) {
      text.append("  - ").append(names[random.nextInt(names.length)]).append('\n');
    }
    return text.toString();
  }

  /** Returns many roles, and many steps by none of them. */
  private static String deadReferences(int size) {
    var text = new StringBuilder("plan: p\nversion: v1\ntitle: T\nroles:\n");
    for (int i = 0; text.length() < size / 3; i++) {
      text.append("  role").append(i).append(": {kind: handler}\n");
    }
    text.append("severity: {levels: [low], majorFrom: low, matrix: [{level: low}]}\n");
    text.append("playbooks:\n- {id: p, title: P, categories: x, steps: [\n");
    for (int i = 0; text.length() < size - 100; i++) {
      text.append("{id: s").append(i).append(", phase: recovery, title: S, role: rol").append(i);
      text.append("},\n");
    }
    return text + "]}\n";
  }

  private static String flow(String steps) {
    return PlanFiles.LEAST
        + "  - id: two\n    title: Two\n    flow:\n"
        + steps.indent(6).replace("\n\n", "\n");
  }

  private static String branches(int size) {
    return flow("- {parallel: [[{milestone: A}], [], []], onFailure: []}\n".repeat(size / 70));
  }

  private static String calls(int size) {
    var text = new StringBuilder(PlanFiles.LEAST);
    for (int i = 0; text.length() < size - 200; i++) {
      text.append("  - {id: p").append(i).append(", title: P, flow: [{playbook: p").append(i + 1);
      text.append("}, {playbook: p").append(i + 1).append("}]}\n");
    }
    return text.toString();
  }

  private static String expressions(int size) {
    return flow(
        ("- {if: \"" + "not (".repeat(150) + "\", role: boss, then: []}\n").repeat(size / 800));
  }

  private static String nearWords(int size) {
    return PlanFiles.LEAST
        + "contacts:\n"
        + "- {naem: a, roel: b, audienec: c, recah: d, veryfi: e}\n".repeat(size / 60);
  }

  private static String changed(Random random, String text) {
    var changed = new StringBuilder(text);
    var bits = "{}[]:,-?|>&*!%@`'\"#\\\n\t \u0000é🔥";
    for (int i = random.nextInt(6); i >= 0; i--) {
      var at = random.nextInt(changed.length() - 40);
      switch (random.nextInt(3)) {
        case 0 -> changed.insert(at, bits.charAt(random.nextInt(bits.length())));
        case 1 -> changed.delete(at, at + random.nextInt(40));
        default -> changed.insert(at, changed.substring(at, at + 40));
      }
    }
    return changed.toString();
  }
}
