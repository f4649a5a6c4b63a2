package dev.firebreak.json;

import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonGeneratorBase;
import tools.jackson.core.json.JsonWriteFeature;

/** The forms of whole numbers and truth values: those of JSON. */
final class ScalarForm<T> implements Form<T> {
  static final ScalarForm<Long> LONG =
      new ScalarForm<>(
          ScalarForm::writeNumber, from -> from.number(Long.MIN_VALUE, Long.MAX_VALUE));
  static final ScalarForm<Integer> INT =
      new ScalarForm<>(
          ScalarForm::writeNumber, from -> (int) from.number(Integer.MIN_VALUE, Integer.MAX_VALUE));
  static final ScalarForm<Boolean> BOOLEAN =
      new ScalarForm<>((value, to) -> to.writeBoolean(value), Reading::truth);

  /** Returns the form of what is but one whole number, which the constructor may refuse. */
  static <T> ScalarForm<T> of(Function<T, Integer> numberOf, Function<Integer, T> valueOf) {
    return new ScalarForm<>(
        (value, to) -> INT.write(numberOf.apply(value), to),
        from -> {
          int number = INT.read(from);
          try {
            return valueOf.apply(number);
          } catch (IllegalArgumentException e) {
            throw from.refused(e);
          }
        });
  }

  private final Writer<T> writer;
  private final Function<Reading, T> reader;

  /** Writes a value. */
  @FunctionalInterface
  private interface Writer<T> {
    void write(T value, JsonGenerator to);
  }

  private ScalarForm(Writer<T> writer, Function<Reading, T> reader) {
    this.writer = writer;
    this.reader = reader;
  }

  @Override
  public void write(T value, JsonGenerator to) {
    writer.write(value, to);
  }

  @Override
  public T read(Reading from) {
    return reader.apply(from);
  }

  private static void writeNumber(Number number, JsonGenerator to) {
    if (to instanceof JsonGeneratorBase json
        && json.isEnabled(JsonWriteFeature.WRITE_NUMBERS_AS_STRINGS)) {
      to.writeRawValue(Long.toString(number.longValue()));
    } else {
      to.writeNumber(number.longValue());
    }
  }
}
