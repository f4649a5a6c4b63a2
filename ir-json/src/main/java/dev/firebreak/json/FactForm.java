package dev.firebreak.json;

import dev.firebreak.fact.Fact;
import dev.firebreak.fact.UnknownFact;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.DatabindException;

/** The form of a fact without its envelope: its type, then its components. */
final class FactForm implements Form<Fact<?>> {
  private static final String TYPE = "type";

  private final FactKinds kinds;

  FactForm(FactKinds kinds) {
    this.kinds = kinds;
  }

  @Override
  public void write(Fact<?> fact, JsonGenerator to) {
    if (fact instanceof UnknownFact unknown) {
      Source.copy(unknown.raw(), to);
      return;
    }
    var type = fact.concept().nameOf(fact.getClass());
    to.writeStartObject();
    to.writeName(TYPE);
    to.writeString(type);
    kinds.writeMembers(type, fact, to);
    to.writeEndObject();
  }

  @Override
  public Fact<?> read(Reading from) {
    from.startObject();
    var source = Source.at(from.parser());
    var in = Reading.tolerant(source.parser());
    var fields = new FactFields(kinds, in);
    for (var name = in.nextMember(); name != null; name = in.nextMember()) {
      if (!name.equals(TYPE)) {
        fields.member(name);
        continue;
      }
      try {
        if (fields.typed()) {
          throw in.wrong("is there twice");
        }
        fields.type(in.text());
      } catch (DatabindException e) {
        throw e.prependPath(Fact.class, TYPE);
      }
    }
    return fields.fact(source::text);
  }
}
