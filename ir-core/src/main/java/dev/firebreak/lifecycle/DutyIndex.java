package dev.firebreak.lifecycle;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.Sets.toImmutableEnumSet;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import com.google.common.collect.Multimaps;
import dev.firebreak.obligation.Milestone;
import dev.firebreak.obligation.Obligation;
import dev.firebreak.obligation.ObligationId;
import dev.firebreak.obligation.Trigger;
import dev.firebreak.sharing.Audience;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The obligations of a plan, by what matters to them. */
final class DutyIndex {
  private final ImmutableMap<ObligationId, Obligation> byId;
  private final ImmutableListMultimap<Trigger, Obligation> awaiting;
  private final ImmutableListMultimap<Milestone, Obligation> ending;
  private final ImmutableSet<Milestone> awaited;
  private final ImmutableMap<Audience, Obligation> onlyOnes;
  private final ImmutableList<Obligation> ofCategories;
  private final ImmutableList<Obligation> serviceLevels;

  DutyIndex(ImmutableList<Obligation> duties) {
    this.byId = Maps.uniqueIndex(duties, Obligation::id);
    this.awaiting = awaiting(duties);
    this.ending = Multimaps.index(duties, Obligation::ends);
    this.awaited =
        Arrays.stream(Milestone.values()).filter(this::matters).collect(toImmutableEnumSet());
    this.onlyOnes = onlyOnes(duties);
    this.ofCategories =
        duties.stream().filter(each -> !each.categories().isEmpty()).collect(toImmutableList());
    this.serviceLevels =
        duties.stream().filter(Obligation::isServiceLevel).collect(toImmutableList());
  }

  private boolean matters(Milestone milestone) {
    return awaiting.containsKey(Trigger.at(milestone))
        || (milestone != Milestone.NOTIFIED && ending.containsKey(milestone));
  }

  private static ImmutableListMultimap<Trigger, Obligation> awaiting(List<Obligation> duties) {
    var awaiting = ImmutableListMultimap.<Trigger, Obligation>builder();
    for (Obligation duty : duties) {
      duty.triggers().forEach(trigger -> awaiting.put(trigger, duty));
    }
    return awaiting.build();
  }

  private static ImmutableMap<Audience, Obligation> onlyOnes(List<Obligation> duties) {
    var byAudience = new EnumMap<Audience, List<Obligation>>(Audience.class);
    for (Obligation duty : duties) {
      if (duty.recipient() != null) {
        byAudience.computeIfAbsent(duty.recipient(), audience -> new ArrayList<>()).add(duty);
      }
    }
    byAudience.values().removeIf(all -> all.size() > 1);
    return ImmutableMap.copyOf(Maps.transformValues(byAudience, all -> all.get(0)));
  }

  /** Returns the obligation, null if the plan has none of that name. */
  @Nullable Obligation find(ObligationId id) {
    return byId.get(id);
  }

  /** Returns all of them. */
  ImmutableCollection<Obligation> all() {
    return byId.values();
  }

  /** Returns whether it matters to an obligation that the milestone is reached. */
  boolean awaits(Milestone milestone) {
    return awaited.contains(milestone);
  }

  /** Returns the obligations to whose start, condition or limit the trigger matters. */
  ImmutableList<Obligation> awaiting(Trigger trigger) {
    return awaiting.get(trigger);
  }

  /** Returns the obligations that end with the milestone. */
  ImmutableList<Obligation> endingWith(Milestone milestone) {
    return ending.get(milestone);
  }

  /** Returns the obligation to tell the audience, null if there is none or more than one. */
  @Nullable Obligation onlyOneTelling(@Nullable Audience audience) {
    return audience == null ? null : onlyOnes.get(audience);
  }

  /** Returns the obligations that are for some categories only. */
  ImmutableList<Obligation> ofCategories() {
    return ofCategories;
  }

  /** Returns the service levels. */
  ImmutableList<Obligation> serviceLevels() {
    return serviceLevels;
  }
}
