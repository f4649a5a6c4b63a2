package dev.firebreak.json.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import dev.firebreak.obligation.BusinessCalendar;
import dev.firebreak.obligation.Extension;
import dev.firebreak.obligation.Milestone;
import dev.firebreak.obligation.Obligation;
import dev.firebreak.obligation.ObligationId;
import dev.firebreak.obligation.Period;
import dev.firebreak.obligation.Recurrence;
import dev.firebreak.obligation.Term;
import dev.firebreak.obligation.Trigger;
import dev.firebreak.plan.ResponsePlan;
import dev.firebreak.severity.Severity;
import dev.firebreak.severity.SeverityMatrix;
import dev.firebreak.sharing.Audience;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Obligations and service levels, which count by the calendars and levels of the plan. */
final class DutyReader {
  private static final Shape<ObligationId> ID =
      Shape.name("the name of the obligation", ObligationId::new, ObligationId::value);
  private static final Shape<ImmutableSet<Trigger>> STARTS = Shape.oneOrMore(PeriodReader.TRIGGER);

  /** What a plan says, of which calendars and levels are not known. */
  static final DutyReader UNKNOWING = new DutyReader(ImmutableMap.of(), null);

  private static final String SERVICE_LEVEL = "service level";

  private final Shape<BusinessCalendar> calendar;
  private final Shape<ImmutableMap<Severity, Period>> levels;

  /**
   * Reads what counts by these.
   *
   * @param severity the plan's levels, null if they could not be read
   */
  DutyReader(ImmutableMap<String, BusinessCalendar> calendars, @Nullable SeverityMatrix severity) {
    this.calendar = Shape.among(calendars, BusinessCalendar::name);
    var level = severity == null ? null : SeverityReader.level(severity.levels());
    var expected = "an object with a period for each level";
    this.levels =
        new Shape<>(
            expected,
            (node, problems) -> levels(level, node, problems),
            DutyReader::write,
            schema ->
                Schema.named(expected, Shape.IDENTIFIER, PeriodReader.PERIOD.describe(schema))
                    .put("minProperties", 1));
  }

  /** What was read of both, which the plan holds as one list. */
  record Duties(ImmutableList<Obligation> obligations, ImmutableList<Obligation> serviceLevels) {
    ImmutableList<Obligation> all() {
      return ImmutableList.copyOf(Iterables.concat(obligations, serviceLevels));
    }

    /** Returns the pointer into the file for one into the plan. */
    String pointer(String inPlan) {
      var start = "/obligations/";
      if (!inPlan.startsWith(start)) {
        return inPlan;
      }
      var rest = inPlan.substring(start.length());
      var border = rest.indexOf('/') < 0 ? rest.length() : rest.indexOf('/');
      int index = Integer.parseInt(rest.substring(0, border)) - obligations.size();
      return index < 0 ? inPlan : "/serviceLevels/" + index + rest.substring(border);
    }

    /** Returns whether all could be read that another may follow, or none follows another. */
    boolean stagesKnown(Node root) {
      return (allRead(root, "obligations", obligations)
              && allRead(root, "serviceLevels", serviceLevels))
          || all().stream()
              .flatMap(duty -> duty.triggers().stream())
              .noneMatch(Trigger.Fulfilled.class::isInstance);
    }

    private static boolean allRead(Node root, String field, ImmutableList<Obligation> read) {
      return !(root instanceof Node.Fields plan
              && plan.find(field).orElse(root) instanceof Node.Items items)
          || items.items().size() == read.size();
    }
  }

  /** Returns the obligations of a plan that are written as such. */
  static ImmutableList<Obligation> obligationsOf(ResponsePlan plan) {
    return plan.obligations().subList(0, plan.obligations().size() - serviceLevelsOf(plan).size());
  }

  /** Returns those that are written as service levels: the last ones, which say no more. */
  static ImmutableList<Obligation> serviceLevelsOf(ResponsePlan plan) {
    var all = plan.obligations();
    var from = all.size();
    while (from > 0 && isPlain(all.get(from - 1))) {
      from--;
    }
    return all.subList(from, all.size());
  }

  private static boolean isPlain(Obligation duty) {
    return duty.isServiceLevel()
        && duty.source().equals(SERVICE_LEVEL)
        && duty.recurrence() == Recurrence.ONCE
        && duty.term().latest() == null
        && duty.term().extension() == Extension.NONE
        && duty.recipient() == null
        && duty.onlyIf() == null
        && duty.unless() == null;
  }

  Shape<ImmutableList<Obligation>> obligations() {
    return Shape.listOf("a list of obligations", obligation());
  }

  Shape<ImmutableList<Obligation>> serviceLevels() {
    return Shape.listOf("a list of service levels", level());
  }

  private Shape<Obligation> obligation() {
    var fields = Fields.<Obligation>of("an obligation");
    var id = fields.required("id", ID, Obligation::id);
    var title = fields.required("title", Shape.TEXT, Obligation::title);
    var source = fields.required("source", Shape.TEXT, Obligation::source);
    var starts = fields.required("starts", STARTS, Obligation::starts);
    var within = fields.optional("within", PeriodReader.PERIOD, duty -> duty.term().within());
    var promised = fields.optional("levels", levels, duty -> duty.term().levels());
    var ends = fields.required("ends", Shape.oneOf(Milestone.class), Obligation::ends);
    var recipient =
        fields.optional("recipient", Shape.oneOf(Audience.class), Obligation::recipient);
    var categories =
        fields.optional("categories", PlaybookReader.CATEGORIES, Obligation::categories);
    var recurrence =
        fields.optional(
            "recurrence",
            Shape.oneOf(Recurrence.class),
            duty -> unless(Recurrence.ONCE, duty.recurrence()));
    var latest = fields.optional("latest", PeriodReader.LIMIT, duty -> duty.term().latest());
    var extension =
        fields.optional(
            "extension",
            Shape.oneOf(Extension.class),
            duty -> unless(Extension.NONE, duty.term().extension()));
    var days = fields.optional("calendar", calendar, DutyReader::calendarOf);
    var onlyIf = fields.optional("onlyIf", PeriodReader.TRIGGER, Obligation::onlyIf);
    var unless = fields.optional("unless", PeriodReader.TRIGGER, Obligation::unless);
    var reminder = fields.optional("reminder", PeriodReader.REMINDER, Obligation::reminder);
    Function<Fields.Values, Obligation> constructor =
        values ->
            new Obligation(
                values.get(id),
                values.get(title),
                values.get(source),
                values.get(starts),
                values.get(recurrence, Recurrence.ONCE),
                new Term(
                    values.orNull(within),
                    values.get(promised, ImmutableMap.of()),
                    values.orNull(latest),
                    values.get(extension, Extension.NONE),
                    values.get(days, BusinessCalendar.UTC)),
                values.get(ends),
                values.orNull(recipient),
                values.orNull(onlyIf),
                values.orNull(unless),
                values.get(categories, ImmutableSet.of()),
                values.orNull(reminder));
    return new Shape<>(
        "an obligation",
        (node, problems) -> {
          var form = fields.form(node, problems);
          var values = fields.values(form);
          if (node instanceof Node.Fields object
              && object.find("levels").isEmpty()
              && object.find("within").isEmpty()) {
            form.required("within", PeriodReader.PERIOD);
          }
          return form.build(() -> constructor.apply(values));
        },
        fields::write,
        schema -> {
          var described = fields.describe(schema);
          var either = described.putArray("anyOf");
          either.addObject().putArray("required").add("within");
          either.addObject().putArray("required").add("levels");
          return described;
        });
  }

  private Shape<Obligation> level() {
    var fields = Fields.<Obligation>of("a service level");
    var id = fields.required("id", ID, Obligation::id);
    var title =
        fields.optional("title", Shape.TEXT, duty -> unless(duty.id().value(), duty.title()));
    var starts = fields.required("starts", STARTS, Obligation::starts);
    var ends = fields.required("ends", Shape.oneOf(Milestone.class), Obligation::ends);
    var promised = fields.required("levels", levels, duty -> duty.term().levels());
    var otherwise = fields.optional("otherwise", PeriodReader.PERIOD, duty -> duty.term().within());
    var days = fields.optional("calendar", calendar, DutyReader::calendarOf);
    var categories =
        fields.optional("categories", PlaybookReader.CATEGORIES, Obligation::categories);
    var reminder = fields.optional("reminder", PeriodReader.REMINDER, Obligation::reminder);
    return fields.made(
        values ->
            new Obligation(
                values.get(id),
                values.get(title, values.get(id).value()),
                SERVICE_LEVEL,
                values.get(starts),
                Recurrence.ONCE,
                new Term(
                    values.orNull(otherwise),
                    values.get(promised),
                    null,
                    Extension.NONE,
                    values.get(days, BusinessCalendar.UTC)),
                values.get(ends),
                null,
                null,
                null,
                values.get(categories, ImmutableSet.of()),
                values.orNull(reminder)));
  }

  private static <T> @Nullable T unless(T usual, T value) {
    return value.equals(usual) ? null : value;
  }

  private static @Nullable BusinessCalendar calendarOf(Obligation duty) {
    return unless(BusinessCalendar.UTC, duty.term().calendar());
  }

  private static JsonNode write(ImmutableMap<Severity, Period> levels) {
    var written = JsonNodeFactory.instance.objectNode();
    levels.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            entry ->
                written.set(entry.getKey().name(), PeriodReader.PERIOD.write(entry.getValue())));
    return written;
  }

  private static Optional<ImmutableMap<Severity, Period>> levels(
      @Nullable Shape<Severity> level, Node node, Problems problems) {
    if (!(node instanceof Node.Fields fields) || fields.fields().isEmpty()) {
      return Shape.refuse(node, "an object with a period for each level", problems);
    }
    var levels = ImmutableMap.<Severity, Period>builder();
    boolean complete = level != null;
    for (Node.Field field : fields.fields()) {
      var period = PeriodReader.PERIOD.read(field.value(), problems);
      var known = level == null ? Optional.<Severity>empty() : level.read(field.key(), problems);
      complete &= period.isPresent() && known.isPresent();
      if (period.isPresent() && known.isPresent()) {
        levels.put(known.get(), period.get());
      }
    }
    return complete ? Optional.of(levels.buildKeepingLast()) : Optional.empty();
  }
}
