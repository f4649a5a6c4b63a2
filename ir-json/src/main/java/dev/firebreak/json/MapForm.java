package dev.firebreak.json;

import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.DatabindException;

/** The form of a map: an object with a member for each entry, in the order of iteration. */
final class MapForm implements Form<ImmutableMap<Object, Object>> {
  private final TextForm<Object> key;
  private final Form<Object> value;

  MapForm(TextForm<Object> key, Form<Object> value) {
    this.key = key;
    this.value = value;
  }

  @Override
  public void write(ImmutableMap<Object, Object> map, JsonGenerator to) {
    to.writeStartObject();
    for (Map.Entry<Object, Object> entry : map.entrySet()) {
      var name = key.textOf(entry.getKey());
      try {
        Text.writeName(name, to);
        value.write(entry.getValue(), to);
      } catch (DatabindException e) {
        throw e.prependPath(Map.class, name);
      }
    }
    to.writeEndObject();
  }

  @Override
  public ImmutableMap<Object, Object> read(Reading from) {
    from.startObject();
    var entries = new LinkedHashMap<Object, Object>();
    for (var name = from.nextMember(); name != null; name = from.nextMember()) {
      try {
        var at = key.valueOf(from.checked(name), from);
        if (entries.put(at, value.read(from)) != null) {
          throw from.wrong("is there twice");
        }
      } catch (DatabindException e) {
        throw e.prependPath(Map.class, name);
      }
    }
    return ImmutableMap.copyOf(entries);
  }
}
