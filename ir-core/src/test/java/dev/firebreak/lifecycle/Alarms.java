package dev.firebreak.lifecycle;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Sets;
import dev.firebreak.fact.Asking;
import dev.firebreak.fact.Concept;
import dev.firebreak.fact.Condition;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.Rejection;
import dev.firebreak.fact.Request;
import dev.firebreak.fact.Stamp;
import dev.firebreak.fact.Timed;
import dev.firebreak.policy.Policies;
import dev.firebreak.policy.RoleTable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A vendor's concept whose content becomes due: alarms that ring once, unless they are jammed.
 *
 * @param set when those are due that have not rung yet
 * @param rung how many have rung
 * @param jammed whether none may ring
 */
record Alarms(ImmutableSortedSet<Instant> set, int rung, boolean jammed) implements Timed {
  static final Concept<Alarms> CONCEPT =
      new Concept<>(
          "alarm", new Alarms(ImmutableSortedSet.of(), 0, false), AlarmFact.class, Asked.class);

  /** The standard ones, and who may ask for alarms. */
  static final Policies POLICIES =
      Policies.STANDARD.withRoles(
          RoleTable.STANDARD.with("alarm.*", RoleTable.Allowed.toAnyRole().andEngine()));

  @Override
  public @Nullable Instant nextDue() {
    return set.isEmpty() ? null : set.first();
  }

  @Override
  public ImmutableList<Asked> dueBy(Instant now) {
    return set.headSet(now, true).stream()
        .<Asked>map(Asked.Ring::new)
        .collect(ImmutableList.toImmutableList());
  }

  enum AlarmCondition implements Condition {
    FREE;

    @Override
    public String code() {
      return "alarm.free";
    }

    @Override
    public String statement() {
      return "An alarm that is jammed does not ring.";
    }
  }

  sealed interface AlarmFact extends Fact<Alarms> {
    @Override
    default Concept<Alarms> concept() {
      return CONCEPT;
    }

    record WasSet(Instant at) implements AlarmFact {
      @Override
      public Alarms applyTo(Alarms before, Stamp stamp) {
        var more = ImmutableSortedSet.<Instant>naturalOrder().addAll(before.set).add(at).build();
        return new Alarms(more, before.rung, before.jammed);
      }
    }

    record Rang(Instant at) implements AlarmFact {
      @Override
      public Alarms applyTo(Alarms before, Stamp stamp) {
        var left = Sets.filter(before.set, other -> !other.equals(at));
        return new Alarms(ImmutableSortedSet.copyOf(left), before.rung + 1, before.jammed);
      }
    }

    record Jammed(boolean now) implements AlarmFact {
      @Override
      public Alarms applyTo(Alarms before, Stamp stamp) {
        return new Alarms(before.set, before.rung, now);
      }
    }
  }

  /** It rings as often as it is asked to: that it rings once is up to the engine. */
  sealed interface Asked extends Request<Alarms> {
    @Override
    default Concept<Alarms> concept() {
      return CONCEPT;
    }

    @Override
    default ImmutableList<Rejection> unmet(Alarms alarms, Asking by) {
      return ImmutableList.of();
    }

    @Override
    default boolean afterClosing() {
      return true;
    }

    record SetFor(Instant at) implements Asked {
      @Override
      public ImmutableList<Fact<Alarms>> yields(Alarms alarms, Asking by) {
        return ImmutableList.of(new AlarmFact.WasSet(at));
      }
    }

    record Ring(Instant at) implements Asked {
      @Override
      public ImmutableList<Rejection> unmet(Alarms alarms, Asking by) {
        return alarms.jammed
            ? ImmutableList.of(AlarmCondition.FREE.unmet("it is jammed"))
            : ImmutableList.of();
      }

      @Override
      public ImmutableList<Fact<Alarms>> yields(Alarms alarms, Asking by) {
        return ImmutableList.of(new AlarmFact.Rang(at));
      }
    }

    record Jam(boolean now) implements Asked {
      @Override
      public ImmutableList<Fact<Alarms>> yields(Alarms alarms, Asking by) {
        return ImmutableList.of(new AlarmFact.Jammed(now));
      }
    }
  }
}
