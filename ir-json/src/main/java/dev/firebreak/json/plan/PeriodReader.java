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

/** Reads what clocks count: triggers, periods, limits and reminders. */
final class PeriodReader {
  private static final Shape<Milestone> MILESTONE = Shape.oneOf(Milestone.class);

  /** A milestone, {@code gdpr/aware} for a determination, or {@code after/} and an obligation. */
  static final Shape<Trigger> TRIGGER =
      new Shape<>(
          MILESTONE.expected()
              + ", a determination such as gdpr/aware, or after/ and an obligation",
          PeriodReader::trigger);

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
          PeriodReader::period);

  static final Shape<Limit> LIMIT =
      new Shape<>("an object with from and within", PeriodReader::limit);

  /** A share of the time, or a duration before it is over. */
  static final Shape<Reminder> REMINDER =
      new Shape<>("a share such as 75%, or a duration such as 4h", PeriodReader::reminder);

  private static final Shape<Integer> NUMBER =
      new Shape<>(
          "a whole number",
          (node, problems) -> {
            var number =
                node instanceof Node.Scalar scalar && scalar.kind() == Node.Scalar.Kind.NUMBER
                    ? Optional.ofNullable(Ints.tryParse(scalar.text()))
                    : Optional.<Integer>empty();
            return number.isPresent() ? number : Shape.refuse(node, "a whole number", problems);
          });

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
        ? Shape.checked("the name of an obligation", name -> Trigger.after(new ObligationId(name)))
            .read(after, problems)
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

  private static Optional<Limit> limit(Node node, Problems problems) {
    var form = Form.of(node, problems, LIMIT.expected(), "from", "within");
    var from = form.required("from", TRIGGER);
    var within = form.required("within", PERIOD);
    return form.build(() -> new Limit(from.orElseThrow(), within.orElseThrow()));
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
