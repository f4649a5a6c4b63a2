package dev.firebreak.obligation;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkState;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.check.Check;
import dev.firebreak.severity.Severity;
import dev.firebreak.sharing.Audience;
import dev.firebreak.triage.Category;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A duty of the plan: something to be reached within a time after something else.
 *
 * <p>A law that asks for several reports is several obligations, each a stage: a later one starts
 * {@linkplain Trigger#after after} an earlier one, or at something that somebody determines.
 *
 * @param title what has to be done
 * @param source what demands it, such as a regulation with its article, or the organisation itself
 * @param starts what starts the clock: all of these, so that the last of them counts
 * @param recurrence what it means that they occur again
 * @param term how its time is counted
 * @param ends what ends it
 * @param recipient who has to be told, given just when it ends with {@link Milestone#NOTIFIED}
 * @param onlyIf what must have occurred too, without being counted from; null if nothing
 * @param unless what makes it lapse, null if nothing does
 * @param categories the categories of incident that it is for; empty for all
 * @param reminder when it is called to mind, null for never
 */
public record Obligation(
    ObligationId id,
    String title,
    String source,
    ImmutableSet<Trigger> starts,
    Recurrence recurrence,
    Term term,
    Milestone ends,
    @Nullable Audience recipient,
    @Nullable Trigger onlyIf,
    @Nullable Trigger unless,
    ImmutableSet<Category> categories,
    @Nullable Reminder reminder) {
  public Obligation {
    Check.text(title, "title");
    Check.text(source, "source");
    checkArgument(!starts.isEmpty(), "an obligation needs something that starts it");
    checkArgument(
        !starts.contains(Trigger.at(ends)), "an obligation cannot start and end with %s", ends);
    checkArgument(
        !starts.contains(Trigger.after(id)),
        "an obligation cannot start after itself but %s does",
        id);
    checkArgument(
        (recipient != null) == (ends == Milestone.NOTIFIED),
        "an obligation names a recipient just when it ends with NOTIFIED");
  }

  /** Takes an obligation of elapsed time that starts with a milestone. */
  public Obligation(
      ObligationId id,
      String title,
      String source,
      Milestone starts,
      Duration within,
      Milestone ends,
      @Nullable Audience recipient,
      ImmutableSet<Category> categories) {
    this(
        id,
        title,
        source,
        ImmutableSet.of(Trigger.at(starts)),
        Recurrence.ONCE,
        Term.of(within),
        ends,
        recipient,
        null,
        null,
        categories,
        null);
  }

  /** Returns a builder of an obligation. */
  public static Builder builder(String id) {
    return new Builder(new ObligationId(id));
  }

  /**
   * Returns whether it is for incidents of the category, by its name or by that of its class.
   *
   * @param category null while it is not known
   */
  public boolean isFor(@Nullable Category category) {
    return categories.isEmpty() || (category != null && category.isAmong(categories));
  }

  /**
   * Returns whether it is a service level: its time depends on the severity, and it can be paused.
   */
  public boolean isServiceLevel() {
    return !term.levels().isEmpty();
  }

  /** Returns everything whose occurrence matters to it. */
  public ImmutableSet<Trigger> triggers() {
    var triggers = ImmutableSet.<Trigger>builder().addAll(starts);
    if (onlyIf != null) {
      triggers.add(onlyIf);
    }
    if (unless != null) {
      triggers.add(unless);
    }
    if (term.latest() != null) {
      triggers.add(term.latest().from());
    }
    return triggers.build();
  }

  /** Builds an obligation; what is not given has the default that the setter names. */
  public static final class Builder {
    private final ObligationId id;
    private String title;
    private String source = "own rule";
    private ImmutableSet<Trigger> starts = ImmutableSet.of();
    private Recurrence recurrence = Recurrence.ONCE;
    private @Nullable Period within;
    private ImmutableMap<Severity, Period> levels = ImmutableMap.of();
    private @Nullable Limit latest;
    private Extension extension = Extension.NONE;
    private BusinessCalendar calendar = BusinessCalendar.UTC;
    private @Nullable Milestone ends;
    private @Nullable Audience recipient;
    private @Nullable Trigger onlyIf;
    private @Nullable Trigger unless;
    private ImmutableSet<Category> categories = ImmutableSet.of();
    private @Nullable Reminder reminder;

    private Builder(ObligationId id) {
      this.id = id;
      this.title = id.value();
    }

    /** Sets what has to be done; by default its name. */
    public Builder title(String title) {
      this.title = title;
      return this;
    }

    /** Sets what demands it; by default {@code own rule}. */
    public Builder source(String source) {
      this.source = source;
      return this;
    }

    /** Sets what starts the clock, the last of which counts. */
    public Builder starts(Trigger... triggers) {
      this.starts = ImmutableSet.copyOf(triggers);
      return this;
    }

    /** Sets the milestone that starts the clock. */
    public Builder starts(Milestone milestone) {
      return starts(Trigger.at(milestone));
    }

    /** Sets what it means that a trigger occurs again; by default nothing. */
    public Builder recurrence(Recurrence recurrence) {
      this.recurrence = recurrence;
      return this;
    }

    /** Sets how long it is; for a service level, at the severities that it does not name. */
    public Builder within(@Nullable Period within) {
      this.within = within;
      return this;
    }

    /** Makes it a service level, and sets how long it is at which severity. */
    public Builder levels(Map<Severity, Period> levels) {
      this.levels = ImmutableMap.copyOf(levels);
      return this;
    }

    /** Sets a second limit; by default there is none. */
    public Builder latest(@Nullable Limit latest) {
      this.latest = latest;
      return this;
    }

    /** Sets what becomes of a deadline on a day on which nobody works; by default nothing. */
    public Builder extension(Extension extension) {
      this.extension = extension;
      return this;
    }

    /** Sets the calendar; by default {@link BusinessCalendar#UTC}. */
    public Builder calendar(BusinessCalendar calendar) {
      this.calendar = calendar;
      return this;
    }

    /** Sets the milestone that ends it. */
    public Builder ends(Milestone ends) {
      this.ends = ends;
      return this;
    }

    /** Sets who has to be told, which ends it. */
    public Builder tells(Audience recipient) {
      this.ends = Milestone.NOTIFIED;
      this.recipient = recipient;
      return this;
    }

    /** Sets what must have occurred too; by default nothing. */
    public Builder onlyIf(@Nullable Trigger onlyIf) {
      this.onlyIf = onlyIf;
      return this;
    }

    /** Sets what makes it lapse; by default nothing does. */
    public Builder unless(@Nullable Trigger unless) {
      this.unless = unless;
      return this;
    }

    /** Sets the categories of incident that it is for; by default all. */
    public Builder categories(List<Category> categories) {
      this.categories = ImmutableSet.copyOf(categories);
      return this;
    }

    /** Sets when it is called to mind; by default never. */
    public Builder reminder(@Nullable Reminder reminder) {
      this.reminder = reminder;
      return this;
    }

    /**
     * Returns the obligation.
     *
     * @throws IllegalArgumentException if its parts do not fit together
     * @throws IllegalStateException if it has no end
     */
    public Obligation build() {
      checkState(ends != null, "an obligation needs an end");
      return new Obligation(
          id,
          title,
          source,
          starts,
          recurrence,
          new Term(within, levels, latest, extension, calendar),
          ends,
          recipient,
          onlyIf,
          unless,
          categories,
          reminder);
    }
  }
}
