package dev.firebreak.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.google.common.collect.ImmutableMap;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DefaultTyping;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/** Mappers of embedders who set all kinds of things, none of which may reach into our forms. */
final class HostileMappers {
  private HostileMappers() {}

  static ImmutableMap<String, JsonMapper> all(FirebreakModule module) {
    return ImmutableMap.<String, JsonMapper>builder()
        .put("plain", mapper(module).build())
        .put(
            "snake case",
            mapper(module).propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build())
        .put(
            "upper camel case, sorted",
            mapper(module)
                .propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE)
                .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .build())
        .put("nothing empty", including(module, JsonInclude.Include.NON_EMPTY))
        .put("nothing default", including(module, JsonInclude.Include.NON_DEFAULT))
        .put("always", including(module, JsonInclude.Include.ALWAYS))
        .put(
            "enums by index",
            mapper(module)
                .enable(EnumFeature.WRITE_ENUMS_USING_INDEX)
                .enable(EnumFeature.READ_ENUMS_USING_TO_STRING)
                .enable(EnumFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
                .build())
        .put(
            "enums in lower case",
            mapper(module)
                .enable(EnumFeature.WRITE_ENUMS_USING_TO_STRING)
                .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
                .build())
        .put(
            "dates as numbers",
            mapper(module)
                .enable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                .enable(DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .enable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .build())
        .put(
            "numbers as strings",
            mapper(module).enable(JsonWriteFeature.WRITE_NUMBERS_AS_STRINGS).build())
        .put("default typing", typed(module, DefaultTyping.NON_FINAL))
        .put("typing of interfaces", typed(module, DefaultTyping.OBJECT_AND_NON_CONCRETE))
        .put("fields only", fieldsOnly(module))
        .put("lenient", lenient(module))
        .build();
  }

  private static JsonMapper.Builder mapper(FirebreakModule module) {
    return JsonMapper.builder().addModule(module);
  }

  private static JsonMapper including(FirebreakModule module, JsonInclude.Include include) {
    return mapper(module)
        .changeDefaultPropertyInclusion(was -> JsonInclude.Value.construct(include, include))
        .build();
  }

  private static JsonMapper typed(FirebreakModule module, DefaultTyping typing) {
    var anything = BasicPolymorphicTypeValidator.builder().allowIfBaseType(Object.class).build();
    return mapper(module).activateDefaultTyping(anything, typing).build();
  }

  private static JsonMapper fieldsOnly(FirebreakModule module) {
    return mapper(module)
        .changeDefaultVisibility(
            was ->
                was.withVisibility(PropertyAccessor.ALL, JsonAutoDetect.Visibility.NONE)
                    .withVisibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY))
        .build();
  }

  private static JsonMapper lenient(FirebreakModule module) {
    return mapper(module)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        .enable(DeserializationFeature.UNWRAP_SINGLE_VALUE_ARRAYS)
        .enable(DeserializationFeature.ACCEPT_EMPTY_STRING_AS_NULL_OBJECT)
        .enable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
        .enable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
        .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
        .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
        .withCoercionConfigDefaults(
            config ->
                config
                    .setCoercion(CoercionInputShape.Integer, CoercionAction.TryConvert)
                    .setCoercion(CoercionInputShape.EmptyString, CoercionAction.AsNull))
        .build();
  }
}
