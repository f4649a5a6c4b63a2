package dev.firebreak.json;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.google.common.collect.ImmutableMap;
import dev.firebreak.alert.Alert;
import dev.firebreak.fact.Event;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.Role;
import dev.firebreak.fact.Tenant;
import dev.firebreak.incident.Concepts;
import dev.firebreak.playbook.PlaybookId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.Version;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.deser.Deserializers;
import tools.jackson.databind.ser.Serializers;

/**
 * Lets a mapper of the embedder's own read and write events, facts, alerts and identifiers.
 *
 * <pre>{@code
 * JsonMapper mapper = JsonMapper.builder().addModule(new FirebreakModule()).build();
 * }</pre>
 *
 * <p>Their form does not depend on the mapper's features: naming strategies, inclusion rules, date
 * formats, coercions and default typing do not reach into it.
 */
public final class FirebreakModule extends JacksonModule {
  private static final List<Class<?>> ALSO =
      List.of(Alert.class, Tenant.class, Role.class, PlaybookId.class);

  private final ImmutableMap<Class<?>, Form<?>> forms;
  private final FactForm facts;

  /** Creates a module that knows the standard concepts. */
  public FirebreakModule() {
    this(Concepts.STANDARD);
  }

  /**
   * Creates a module.
   *
   * @param concepts the concepts whose facts it knows; the intake's are added
   * @throws IllegalArgumentException if a fact is not a public record in an exported package, has a
   *     component of a type that has no JSON form, or one that is named as a part of the envelope
   */
  public FirebreakModule(Concepts concepts) {
    var found = new Forms();
    var kinds = FactKinds.of(concepts, found);
    var event = new EventForm(found.members(EventForm.Envelope.class), kinds);
    ALSO.forEach(found::of);
    this.facts = new FactForm(kinds);
    this.forms =
        ImmutableMap.<Class<?>, Form<?>>builder()
            .putAll(found.records())
            .put(Event.class, event)
            .buildOrThrow();
  }

  @Override
  public String getModuleName() {
    return FirebreakModule.class.getName();
  }

  @Override
  public Version version() {
    return Version.unknownVersion();
  }

  @Override
  public void setupModule(SetupContext context) {
    context.addSerializers(new Writers());
    context.addDeserializers(new Readers());
    context.addKeySerializers(new KeyWriters());
    context.addKeyDeserializers(this::keyReader);
  }

  private @Nullable Form<?> formOf(Class<?> type) {
    return Fact.class.isAssignableFrom(type) ? facts : forms.get(type);
  }

  private @Nullable KeyDeserializer keyReader(
      JavaType type, DeserializationConfig config, BeanDescription.Supplier about) {
    return formOf(type.getRawClass()) instanceof TextForm<?> text ? new KeyReader(text) : null;
  }

  private final class Writers extends Serializers.Base {
    @Override
    public @Nullable ValueSerializer<?> findSerializer(
        SerializationConfig config,
        JavaType type,
        BeanDescription.Supplier about,
        JsonFormat.@Nullable Value overrides) {
      var form = formOf(type.getRawClass());
      return form == null ? null : new FormWriter<>(form);
    }
  }

  private final class KeyWriters extends Serializers.Base {
    @Override
    public @Nullable ValueSerializer<?> findSerializer(
        SerializationConfig config,
        JavaType type,
        BeanDescription.Supplier about,
        JsonFormat.@Nullable Value overrides) {
      return formOf(type.getRawClass()) instanceof TextForm<?> text ? new KeyWriter<>(text) : null;
    }
  }

  private final class Readers extends Deserializers.Base {
    @Override
    public @Nullable ValueDeserializer<?> findBeanDeserializer(
        JavaType type, DeserializationConfig config, BeanDescription.Supplier about) {
      var form = formOf(type.getRawClass());
      return form == null ? null : new FormReader<>(type.getRawClass(), form);
    }

    @Override
    public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
      return formOf(type) != null;
    }
  }
}
