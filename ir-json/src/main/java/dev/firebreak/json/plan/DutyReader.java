package dev.firebreak.json.plan;

import static com.google.common.collect.ImmutableMap.toImmutableMap;

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
import dev.firebreak.severity.Severity;
import dev.firebreak.severity.SeverityMatrix;
import dev.firebreak.sharing.Audience;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads obligations and service levels, which count by the calendars and levels of the plan. */
final class DutyReader {
  private static final Shape<ObligationId> ID =
      Shape.checked("the name of the obligation", ObligationId::new);
  private static final Shape<ImmutableSet<Trigger>> STARTS = Shape.oneOrMore(PeriodReader.TRIGGER);

  private final Shape<BusinessCalendar> calendar;
  private final @Nullable Shape<Severity> level;

  /**
   * Reads what counts by these.
   *
   * @param severity the plan's levels, null if they could not be read
   */
  DutyReader(ImmutableMap<String, BusinessCalendar> calendars, @Nullable SeverityMatrix severity) {
    this.calendar = Shape.among(calendars);
    this.level =
        severity == null
            ? null
            : Shape.among(
                severity.levels().stream()
                    .collect(toImmutableMap(Severity::name, Function.identity())));
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

  Shape<ImmutableList<Obligation>> obligations() {
    return Shape.listOf("a list of obligations", new Shape<>("an obligation", this::obligation));
  }

  Shape<ImmutableList<Obligation>> serviceLevels() {
    return Shape.listOf("a list of service levels", new Shape<>("a service level", this::level));
  }

  private Optional<Obligation> obligation(Node node, Problems problems) {
    var form =
        Form.of(
            node,
            problems,
            "an obligation",
            "id",
            "title",
            "source",
            "starts",
            "within",
            "ends",
            "recipient",
            "categories",
            "recurrence",
            "latest",
            "extension",
            "calendar",
            "onlyIf",
            "unless",
            "reminder");
    var id = form.required("id", ID);
    var title = form.required("title", Shape.TEXT);
    var source = form.required("source", Shape.TEXT);
    var starts = form.required("starts", STARTS);
    var within = form.required("within", PeriodReader.PERIOD);
    var ends = form.required("ends", Shape.oneOf(Milestone.class));
    var recipient = form.optional("recipient", Shape.oneOf(Audience.class));
    var categories = form.optional("categories", PlaybookReader.CATEGORIES);
    var recurrence = form.optional("recurrence", Shape.oneOf(Recurrence.class));
    var latest = form.optional("latest", PeriodReader.LIMIT);
    var extension = form.optional("extension", Shape.oneOf(Extension.class));
    var days = form.optional("calendar", calendar);
    var onlyIf = form.optional("onlyIf", PeriodReader.TRIGGER);
    var unless = form.optional("unless", PeriodReader.TRIGGER);
    var reminder = form.optional("reminder", PeriodReader.REMINDER);
    return form.build(
        () ->
            new Obligation(
                id.orElseThrow(),
                title.orElseThrow(),
                source.orElseThrow(),
                starts.orElseThrow(),
                recurrence.orElse(Recurrence.ONCE),
                new Term(
                    within.orElseThrow(),
                    ImmutableMap.of(),
                    latest.orElse(null),
                    extension.orElse(Extension.NONE),
                    days.orElse(BusinessCalendar.UTC)),
                ends.orElseThrow(),
                recipient.orElse(null),
                onlyIf.orElse(null),
                unless.orElse(null),
                categories.orElse(ImmutableSet.of()),
                reminder.orElse(null)));
  }

  private Optional<Obligation> level(Node node, Problems problems) {
    var form =
        Form.of(
            node,
            problems,
            "a service level",
            "id",
            "title",
            "starts",
            "ends",
            "levels",
            "otherwise",
            "calendar",
            "categories",
            "reminder");
    var id = form.required("id", ID);
    var title = form.optional("title", Shape.TEXT);
    var starts = form.required("starts", STARTS);
    var ends = form.required("ends", Shape.oneOf(Milestone.class));
    var levels =
        form.required(
            "levels", new Shape<>("an object with a period for each level", this::levels));
    var otherwise = form.optional("otherwise", PeriodReader.PERIOD);
    var days = form.optional("calendar", calendar);
    var categories = form.optional("categories", PlaybookReader.CATEGORIES);
    var reminder = form.optional("reminder", PeriodReader.REMINDER);
    return form.build(
        () ->
            new Obligation(
                id.orElseThrow(),
                title.orElse(id.get().value()),
                "service level",
                starts.orElseThrow(),
                Recurrence.ONCE,
                new Term(
                    otherwise.orElse(null),
                    levels.orElseThrow(),
                    null,
                    Extension.NONE,
                    days.orElse(BusinessCalendar.UTC)),
                ends.orElseThrow(),
                null,
                null,
                null,
                categories.orElse(ImmutableSet.of()),
                reminder.orElse(null)));
  }

  private Optional<ImmutableMap<Severity, Period>> levels(Node node, Problems problems) {
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
