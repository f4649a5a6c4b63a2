package dev.firebreak.json.plan;

import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.Ints;
import dev.firebreak.obligation.Determination;
import dev.firebreak.obligation.Limit;
import dev.firebreak.obligation.Milestone;
import dev.firebreak.obligation.ObligationId;
import dev.firebreak.obligation.Period;
import dev.firebreak.obligation.Reminder;
import dev.firebreak.obligation.Trigger;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What clocks count: triggers, periods, limits and reminders. */
final class PeriodReader {
  private static final Function<String, JsonNode> STRING = JsonNodeFactory.instance::stringNode;
  private static final Shape<Milestone> MILESTONE = Shape.oneOf(Milestone.class);

  /** A milestone, {@code gdpr/aware} for a determination, or {@code after/} and an obligation. */
  static final Shape<Trigger> TRIGGER =
      new Shape<>(
          MILESTONE.expected()
              + ", a determination such as gdpr/aware, or after/ and an obligation",
          PeriodReader::trigger,
          trigger -> STRING.apply(text(trigger)),
          schema ->
              Schema.either(
                  "what starts or ends a clock",
                  MILESTONE.describe(schema),
                  Schema.text(
                      "a determination such as gdpr/aware, or after/ and an obligation",
                      "^[A-Za-z0-9][A-Za-z0-9._:@+-]*/.+$")));

  private static final ImmutableMap<String, Period> WORDS =
      ImmutableMap.of(
          "without-undue-delay", new Period.WithoutUndueDelay(), "as-asked", new Period.AsAsked());

  private static final ImmutableMap<String, IntFunction<Period>> COUNTED =
      ImmutableMap.of(
          "days", Period.Days::new,
          "businessDays", Period.BusinessDays::new,
          "months", Period.Months::new,
          "daysAfterYear", Period.DaysAfterYear::new);

  private static final String WORKING_TIME = "workingTime";

  /** A duration, a word, or an object that says what is counted. */
  static final Shape<Period> PERIOD =
      new Shape<>(
          "a duration such as 72h, without-undue-delay, as-asked, or an object with one of days,"
              + " businessDays, months, daysAfterYear and workingTime",
          PeriodReader::period,
          PeriodReader::write,
          schema -> schema.reference("period", PeriodReader::describe));

  static final Shape<Limit> LIMIT = limit();

  /** A share of the time, or a duration before it is over. */
  static final Shape<Reminder> REMINDER =
      new Shape<>(
          "a share such as 75%, or a duration such as 4h",
          PeriodReader::reminder,
          reminder ->
              reminder.percent() == 0
                  ? Shape.DURATION.write(reminder.before())
                  : STRING.apply(reminder.percent() + "%"),
          schema ->
              Schema.either(
                  "when it is called to mind",
                  Schema.text("a share such as 75%", "^[1-9][0-9]?%$"),
                  Shape.DURATION.describe(schema)));

  private static final Shape<Integer> NUMBER =
      new Shape<>(
          "a whole number",
          (node, problems) -> {
            var number =
                node instanceof Node.Scalar scalar && scalar.kind() == Node.Scalar.Kind.NUMBER
                    ? Optional.ofNullable(Ints.tryParse(scalar.text()))
                    : Optional.<Integer>empty();
            return number.isPresent() ? number : Shape.refuse(node, "a whole number", problems);
          },
          JsonNodeFactory.instance::numberNode,
          schema -> Schema.type("integer", "a whole number").put("minimum", 1));

  private static final Shape<ObligationId> OBLIGATION =
      Shape.name("the name of an obligation", ObligationId::new, ObligationId::value);

  private PeriodReader() {}

  private static Optional<Trigger> trigger(Node node, Problems problems) {
    if (!(node instanceof Node.Scalar scalar) || scalar.text().indexOf('/') < 0) {
      return node instanceof Node.Scalar
          ? MILESTONE.read(node, problems).map(Trigger::at)
          : Shape.refuse(node, TRIGGER.expected(), problems);
    }
    int border = scalar.text().indexOf('/');
    var before = scalar.text().substring(0, border);
    var after =
        new Node.Scalar(
            scalar.place(), scalar.name(), scalar.kind(), scalar.text().substring(border + 1));
    return before.equals(Trigger.AFTER)
        ? OBLIGATION.read(after, problems).map(Trigger::after)
        : Shape.oneOf(Determination.class)
            .read(after, problems)
            .flatMap(what -> determined(before, what, node, problems));
  }

  private static Optional<Trigger> determined(
      String regime, Determination what, Node node, Problems problems) {
    try {
      return Optional.of(Trigger.when(regime, what));
    } catch (IllegalArgumentException e) {
      problems.add(node.place(), String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private static Optional<Period> period(Node node, Problems problems) {
    if (node instanceof Node.Fields) {
      return counted(node, problems);
    }
    if (node instanceof Node.Scalar scalar && WORDS.containsKey(Words.plain(scalar.text()))) {
      return Optional.ofNullable(WORDS.get(Words.plain(scalar.text())));
    }
    var time = Shape.DURATION.read(node, new Problems(""));
    return time.isEmpty()
        ? Shape.refuse(node, PERIOD.expected(), problems)
        : built(Shape.DURATION, node, problems, Period::of);
  }

  private static Optional<Period> counted(Node node, Problems problems) {
    var names = new String[] {"days", "businessDays", "months", "daysAfterYear", WORKING_TIME};
    Form.of(node, problems, PERIOD.expected(), names);
    if (!(node instanceof Node.Fields object) || object.fields().size() != 1) {
      problems.add(node.place(), "expected exactly one of " + String.join(", ", names));
      return Optional.empty();
    }
    var field = object.fields().get(0);
    var name = field.key().text();
    if (name.equals(WORKING_TIME)) {
      return built(Shape.DURATION, field.value(), problems, Period.WorkingTime::new);
    }
    var count = COUNTED.get(name);
    return count == null ? Optional.empty() : built(NUMBER, field.value(), problems, count::apply);
  }

  private static <T, R> Optional<R> built(
      Shape<T> shape, Node node, Problems problems, Function<T, R> constructor) {
    try {
      return shape.read(node, problems).map(constructor);
    } catch (IllegalArgumentException e) {
      problems.add(node.place(), String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private static String text(Trigger trigger) {
    if (trigger instanceof Trigger.Reached reached) {
      return Words.plain(reached.milestone().name());
    }
    return trigger instanceof Trigger.Determined determined
        ? determined.regime() + "/" + Words.plain(determined.what().name())
        : trigger.toString();
  }

  private static JsonNode write(Period period) {
    if (period instanceof Period.Elapsed elapsed) {
      return Shape.DURATION.write(elapsed.time());
    }
    for (var word : WORDS.entrySet()) {
      if (word.getValue().equals(period)) {
        return STRING.apply(word.getKey());
      }
    }
    var written = JsonNodeFactory.instance.objectNode();
    if (period instanceof Period.WorkingTime working) {
      written.set(WORKING_TIME, Shape.DURATION.write(working.time()));
    } else if (period instanceof Period.Days days) {
      written.put("days", days.days());
    } else if (period instanceof Period.BusinessDays days) {
      written.put("businessDays", days.days());
    } else if (period instanceof Period.Months months) {
      written.put("months", months.months());
    } else if (period instanceof Period.DaysAfterYear days) {
      written.put("daysAfterYear", days.days());
    }
    return written;
  }

  private static ObjectNode describe(Schema schema) {
    var counted = Schema.type("object", "what is counted: exactly one of these");
    var properties = counted.putObject("properties");
    COUNTED.keySet().forEach(name -> properties.set(name, NUMBER.describe(schema)));
    properties.set(WORKING_TIME, Shape.DURATION.describe(schema));
    counted.put("additionalProperties", false).put("minProperties", 1).put("maxProperties", 1);
    return Schema.either(
        PERIOD.expected(), Shape.DURATION.describe(schema), Shape.words(WORDS.keySet()), counted);
  }

  private static Shape<Limit> limit() {
    var fields = Fields.<Limit>of("an object with from and within");
    var from = fields.required("from", TRIGGER, Limit::from);
    var within = fields.required("within", PERIOD, Limit::within);
    return fields.made(values -> new Limit(values.get(from), values.get(within)));
  }

  private static Optional<Reminder> reminder(Node node, Problems problems) {
    if (node instanceof Node.Scalar scalar && scalar.text().endsWith("%")) {
      var percent = Ints.tryParse(scalar.text().substring(0, scalar.text().length() - 1));
      if (percent == null || percent < 1 || percent > 99) {
        return Shape.refuse(node, "a share from 1% to 99%", problems);
      }
      return Optional.of(Reminder.after(percent));
    }
    return built(Shape.DURATION, node, problems, Reminder::before);
  }
}
