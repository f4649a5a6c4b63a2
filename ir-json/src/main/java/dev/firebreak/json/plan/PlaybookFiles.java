package dev.firebreak.json.plan;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The playbooks that a plan names by their files.
 *
 * <p>A plan is not trusted: only files below its own folder are read, also when links are followed.
 *
 * @param folder where they lie, null if a plan cannot name any
 */
record PlaybookFiles(@Nullable Folder folder) {
  /** A plan that is no file cannot name others. */
  static final PlaybookFiles NONE = new PlaybookFiles(null);

  /** How many files a plan may name. */
  static final int MOST = 100;

  private static final CharMatcher PLAIN =
      CharMatcher.inRange('a', 'z')
          .or(CharMatcher.inRange('A', 'Z'))
          .or(CharMatcher.inRange('0', '9'))
          .or(CharMatcher.anyOf("._-/"))
          .precomputed();

  /** Returns those of a plan that is this file. */
  static PlaybookFiles beside(Path plan) {
    return new PlaybookFiles(new Disk(plan));
  }

  /** Returns those among texts, by the names that the plan may use. */
  static PlaybookFiles among(ImmutableMap<String, String> texts) {
    return new PlaybookFiles(new Texts(texts));
  }

  /** Where files of playbooks lie. */
  private interface Folder {
    /** Returns whether there is such a file, which may be read. */
    boolean has(String name);

    /** Returns what problems call it. */
    String shown(String name);

    Source read(String name, PlanFormat format, Problems problems);
  }

  /** The folder of a plan that is a file. */
  private record Disk(Path plan) implements Folder {
    @Override
    public boolean has(String name) {
      try {
        var folder = plan.toRealPath().getParent();
        return folder != null && plan.resolveSibling(name).toRealPath().startsWith(folder);
      } catch (IOException e) {
        return false; // it is not there, or must not be read
      }
    }

    @Override
    public String shown(String name) {
      return plan.resolveSibling(name).toString();
    }

    @Override
    public Source read(String name, PlanFormat format, Problems problems) {
      return Source.read(plan.resolveSibling(name), format, problems);
    }
  }

  /** Texts that came some other way. */
  private record Texts(ImmutableMap<String, String> texts) implements Folder {
    @Override
    public boolean has(String name) {
      return texts.containsKey(name);
    }

    @Override
    public String shown(String name) {
      return name;
    }

    @Override
    public Source read(String name, PlanFormat format, Problems problems) {
      return Source.of(texts.getOrDefault(name, ""), format, problems);
    }
  }

  /** Returns the plan with each playbook in the place of its file's name. */
  Node in(Node root, Problems problems) {
    if (!(root instanceof Node.Fields object)) {
      return root;
    }
    var fields = ImmutableList.<Node.Field>builder();
    for (Node.Field field : object.fields()) {
      fields.add(
          field.key().text().equals("playbooks") && field.value() instanceof Node.Items items
              ? new Node.Field(field.key(), playbooks(items, problems))
              : field);
    }
    return new Node.Fields(object.place(), object.name(), fields.build());
  }

  private Node playbooks(Node.Items items, Problems problems) {
    var playbooks = ImmutableList.<Node>builder();
    var count = 0;
    for (Node item : items.items()) {
      if (item instanceof Node.Scalar name && name.kind() == Node.Scalar.Kind.TEXT) {
        if (++count > MOST) {
          throw problems.fatal(name.place(), "a plan names at most " + MOST + " files");
        }
        playbooks.add(playbook(name, problems).orElse(new Node.Broken(name.place(), name.name())));
      } else {
        playbooks.add(item);
      }
    }
    return new Node.Items(items.place(), items.name(), playbooks.build());
  }

  private Optional<Node> playbook(Node.Scalar name, Problems problems) {
    var format = PlanFormat.of(name.text());
    var why = whyNot(name.text());
    if (why != null || format.isEmpty() || folder == null) {
      problems.add(
          name.place(),
          name.name()
              + " is "
              + name.told()
              + ", expected a playbook, or the name of its file such as playbooks/phishing.yaml"
              + (why == null ? "" : ": " + why));
      return Optional.empty();
    }
    if (!folder.has(name.text())) {
      problems.add(
          name.place(),
          name.name() + " is " + name.told() + ", which is no file below the plan's folder");
      return Optional.empty();
    }
    return parse(folder, name.text(), format.get(), problems);
  }

  private @Nullable String whyNot(String name) {
    if (folder == null) {
      return "only a plan that is a file can name others";
    }
    return !PLAIN.matchesAllOf(name) || name.startsWith("/") || name.contains("..")
        ? "a name has letters, digits and . _ - / and leads nowhere else"
        : null;
  }

  private static Optional<Node> parse(
      Folder folder, String name, PlanFormat format, Problems problems) {
    var inFile = new Problems(folder.shown(name));
    try {
      var source = folder.read(name, format, inFile);
      var root = NodeParser.parse(source, format, inFile, "playbook");
      if (inFile.none()) {
        return Optional.of(root);
      }
      problems.addAll(inFile.exception());
    } catch (PlanFileException e) {
      problems.addAll(e);
    }
    return Optional.empty();
  }
}
