package dev.firebreak.json;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.DatabindException;

/** The form of a list or a set: an array, in the order of iteration. */
final class CollectionForm implements Form<Collection<Object>> {
  private final Form<Object> element;
  private final Function<List<Object>, Collection<Object>> copy;

  private CollectionForm(Form<Object> element, Function<List<Object>, Collection<Object>> copy) {
    this.element = element;
    this.copy = copy;
  }

  static CollectionForm list(Form<Object> element) {
    return new CollectionForm(element, ImmutableList::copyOf);
  }

  static CollectionForm set(Form<Object> element) {
    return new CollectionForm(element, ImmutableSet::copyOf);
  }

  @Override
  public void write(Collection<Object> value, JsonGenerator to) {
    to.writeStartArray();
    int index = 0;
    for (Object each : value) {
      try {
        element.write(each, to);
      } catch (DatabindException e) {
        throw e.prependPath(value.getClass(), index);
      }
      index++;
    }
    to.writeEndArray();
  }

  @Override
  public Collection<Object> read(Reading from) {
    from.startArray();
    var elements = new ArrayList<Object>();
    while (from.nextElement()) {
      try {
        elements.add(element.read(from));
      } catch (DatabindException e) {
        throw e.prependPath(Collection.class, elements.size());
      }
    }
    var copied = copy.apply(elements);
    if (copied.size() < elements.size()) {
      throw from.wrong("an element is there twice");
    }
    return copied;
  }
}
