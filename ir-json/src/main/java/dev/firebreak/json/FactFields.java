package dev.firebreak.json;

import dev.firebreak.fact.Fact;
import dev.firebreak.fact.UnknownFact;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.util.TokenBuffer;

/**
 * Collects the members of one fact, in whatever order they and its type come.
 *
 * <p>A member or a name that is not known makes it a fact of a newer format, whatever else is wrong
 * with it: what a newer version left out or changed is not for this one to judge.
 */
final class FactFields {
  private final FactKinds kinds;
  private final Reading from;
  private final List<Early> early = new ArrayList<>();
  private @Nullable String type;
  private @Nullable RecordForm<?> kind;
  private @Nullable Object[] slots = new @Nullable Object[0];
  private @Nullable DatabindException problem;

  /** A member that came before the type. */
  private record Early(String name, TokenBuffer value) {}

  FactFields(FactKinds kinds, Reading from) {
    this.kinds = kinds;
    this.from = from;
  }

  /** Returns whether the name of the kind is known. */
  boolean typed() {
    return type != null;
  }

  /** Tells the name of the kind; called at most once. */
  void type(String name) {
    type = name;
    kind = kinds.named(name);
    if (kind != null) {
      slots = kind.slots();
    }
    for (Early member : early) {
      var parser =
          member.value.asParserOnFirstToken(from.parser().objectReadContext(), from.parser());
      read(member.name, from.at(parser));
    }
  }

  /** Takes a member, with the parser at its value. */
  void member(String name) {
    if (typed()) {
      read(name, from);
      return;
    }
    var parser = from.parser();
    var value = TokenBuffer.forBuffering(parser, parser.objectReadContext());
    value.copyCurrentStructure(parser);
    early.add(new Early(name, value));
  }

  private void read(String name, Reading at) {
    if (kind == null) {
      at.skip();
      return;
    }
    int depth = at.depth();
    try {
      if (!kind.readMember(name, slots, at)) {
        at.unknown(kind.type(), name);
      }
    } catch (DatabindException e) {
      problem = problem == null ? e : problem;
      at.leaveTo(depth);
    }
  }

  /**
   * Returns the fact, once all members were taken.
   *
   * @param source gives the text of the object, for what is not known
   */
  Fact<?> fact(Supplier<String> source) {
    if (type == null) {
      throw from.wrong("\"type\" is missing");
    }
    if (kind == null || from.newer()) {
      return new UnknownFact(type, source.get());
    }
    if (problem != null) {
      throw problem;
    }
    return (Fact<?>) kind.create(slots, from);
  }
}
