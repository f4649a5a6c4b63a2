package dev.firebreak.relation;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.firebreak.check.Check;
import dev.firebreak.fact.Asking;
import dev.firebreak.fact.Concept;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.Rejection;
import dev.firebreak.fact.Remedy;
import dev.firebreak.fact.Request;
import java.util.Set;
import java.util.function.Function;

/**
 * What may be asked about an incident and others.
 *
 * <p>{@link Link}, {@link Unlink}, {@link Merge} and {@link Unmerge} are for asking. The engine
 * then asks the others for {@link BeLinked}, {@link BeUnlinked}, {@link BeMerged} or {@link
 * BeUnmerged}, and records all of it at once or nothing.
 */
public sealed interface RelationRequest extends Request<Relations>
    permits RelationRequest.Link,
        RelationRequest.Unlink,
        RelationRequest.Merge,
        RelationRequest.Unmerge,
        RelationRequest.BeLinked,
        RelationRequest.BeUnlinked,
        RelationRequest.BeMerged,
        RelationRequest.BeUnmerged {
  @Override
  default Concept<Relations> concept() {
    return Relations.CONCEPT;
  }

  /** Returns the names of the other incidents. */
  ImmutableSet<String> others();

  /**
   * Returns what the others are asked for together with this; this itself if it is what another is
   * asked for.
   *
   * @param by the name of the incident that this is asked of
   */
  RelationRequest counterpart(String by);

  /** Returns whether this follows from what another incident was asked for. */
  default boolean follows() {
    return this instanceof BeLinked
        || this instanceof BeUnlinked
        || this instanceof BeMerged
        || this instanceof BeUnmerged;
  }

  /** Returns whether it merges or un-merges, rather than links. */
  default boolean merges() {
    return this instanceof Merge
        || this instanceof Unmerge
        || this instanceof BeMerged
        || this instanceof BeUnmerged;
  }

  private static ImmutableList<Rejection> unmetTogether(
      RelationRequest request, Asking by, ImmutableList<Rejection> others) {
    var together = by.verdict(Together.class).versions().keySet();
    if (together.containsAll(request.others())) {
      return others;
    }
    var rejection =
        request.follows()
            ? RelationCondition.TOGETHER.unmet(
                "this is for the engine to ask, when another incident is asked")
            : RelationCondition.ANOTHER.unmet("an incident is not linked to or merged with itself");
    if (request instanceof Merge merge) {
      rejection = orOnly(rejection, Sets.intersection(merge.from(), together), merge::only);
    }
    return ImmutableList.<Rejection>builder().add(rejection).addAll(others).build();
  }

  /** Returns that those may be asked for for which nothing is wrong, if there are any. */
  private static Rejection orOnly(
      Rejection rejection, Set<String> good, Function<ImmutableSet<String>, Request<?>> only) {
    return good.isEmpty()
        ? rejection
        : rejection.or(new Remedy.AskFor(only.apply(ImmutableSet.copyOf(good))));
  }

  /**
   * Link the incident to another one; the other is linked back.
   *
   * @param to the name of the other incident, of the same tenant
   * @param kind what this incident is to the other
   * @param reason why
   */
  record Link(String to, LinkKind kind, String reason) implements RelationRequest {
    public Link {
      Check.identifier(to, "incident");
      Check.text(reason, "reason");
    }

    @Override
    public ImmutableSet<String> others() {
      return ImmutableSet.of(to);
    }

    @Override
    public BeLinked counterpart(String by) {
      return new BeLinked(by, kind.inverse(), reason);
    }

    @Override
    public boolean afterClosing() {
      return true;
    }

    @Override
    public ImmutableList<Rejection> unmet(Relations relations, Asking by) {
      return unmetTogether(this, by, ImmutableList.of());
    }

    @Override
    public ImmutableList<Fact<Relations>> yields(Relations relations, Asking by) {
      return linked(relations, to, kind, reason);
    }
  }

  /**
   * Take a link away, from both.
   *
   * @param to the name of the other incident
   * @param kind what this incident is to the other
   * @param reason why
   */
  record Unlink(String to, LinkKind kind, String reason) implements RelationRequest {
    public Unlink {
      Check.identifier(to, "incident");
      Check.text(reason, "reason");
    }

    @Override
    public ImmutableSet<String> others() {
      return ImmutableSet.of(to);
    }

    @Override
    public BeUnlinked counterpart(String by) {
      return new BeUnlinked(by, kind.inverse(), reason);
    }

    @Override
    public boolean afterClosing() {
      return true;
    }

    @Override
    public ImmutableList<Rejection> unmet(Relations relations, Asking by) {
      return unmetTogether(
          this,
          by,
          relations.has(new Relation(to, kind))
              ? ImmutableList.of()
              : ImmutableList.of(notLinked(relations)));
    }

    private Rejection notLinked(Relations relations) {
      var rejection = RelationCondition.LINKED.unmet("there is no link " + kind + " " + to);
      for (Relation link : relations.links()) {
        if (link.to().equals(to)) {
          rejection = rejection.or(new Remedy.AskFor(new Unlink(to, link.kind(), reason)));
        }
      }
      return rejection;
    }

    @Override
    public ImmutableList<Fact<Relations>> yields(Relations relations, Asking by) {
      return ImmutableList.of(new RelationFact.Unlinked(to, kind, reason));
    }
  }

  /**
   * Take in other incidents: work on them goes on here, and they take it up again when they are
   * un-merged.
   *
   * @param from the names of the other incidents, of the same tenant; at least one
   * @param reason why
   */
  record Merge(ImmutableSet<String> from, String reason) implements RelationRequest {
    public Merge {
      checkArgument(!from.isEmpty(), "a merge needs another incident");
      from.forEach(name -> Check.identifier(name, "incident"));
      Check.text(reason, "reason");
    }

    private Merge only(ImmutableSet<String> some) {
      return new Merge(some, reason);
    }

    @Override
    public ImmutableSet<String> others() {
      return from;
    }

    @Override
    public BeMerged counterpart(String by) {
      return new BeMerged(by, reason);
    }

    @Override
    public ImmutableList<Rejection> unmet(Relations relations, Asking by) {
      return unmetTogether(this, by, ImmutableList.of());
    }

    @Override
    public ImmutableList<Fact<Relations>> yields(Relations relations, Asking by) {
      var versions = by.verdict(Together.class).versions();
      return from.stream()
          .map(name -> new RelationFact.TookIn(name, versions.getOrDefault(name, 0L), reason))
          .collect(toImmutableList());
    }
  }

  /**
   * Give back incidents that were merged into this one; what was added here since stays here.
   *
   * @param from the names of the other incidents; at least one
   * @param reason why
   */
  record Unmerge(ImmutableSet<String> from, String reason) implements RelationRequest {
    public Unmerge {
      checkArgument(!from.isEmpty(), "an un-merge needs another incident");
      from.forEach(name -> Check.identifier(name, "incident"));
      Check.text(reason, "reason");
    }

    @Override
    public ImmutableSet<String> others() {
      return from;
    }

    @Override
    public BeUnmerged counterpart(String by) {
      return new BeUnmerged(by, reason);
    }

    @Override
    public boolean afterClosing() {
      return true;
    }

    @Override
    public boolean afterMerging() {
      return true;
    }

    @Override
    public ImmutableList<Rejection> unmet(Relations relations, Asking by) {
      return unmetTogether(
          this,
          by,
          from.stream()
              .filter(name -> relations.member(name).isEmpty())
              .map(name -> notMember(name, relations))
              .collect(toImmutableList()));
    }

    private Rejection notMember(String name, Relations relations) {
      return orOnly(
          RelationCondition.MEMBER.unmet(name + " is not merged into this"),
          Sets.filter(from, each -> relations.member(each).isPresent()),
          members -> new Unmerge(members, reason));
    }

    @Override
    public ImmutableList<Fact<Relations>> yields(Relations relations, Asking by) {
      return from.stream()
          .map(name -> new RelationFact.GaveBack(name, reason))
          .collect(toImmutableList());
    }
  }

  /** Be linked, as another incident was asked for; see {@link Link}. */
  record BeLinked(String to, LinkKind kind, String reason) implements RelationRequest {
    @Override
    public ImmutableSet<String> others() {
      return ImmutableSet.of(to);
    }

    @Override
    public BeLinked counterpart(String by) {
      return this;
    }

    @Override
    public boolean afterClosing() {
      return true;
    }

    @Override
    public boolean afterMerging() {
      return true;
    }

    @Override
    public ImmutableList<Rejection> unmet(Relations relations, Asking by) {
      return unmetTogether(this, by, ImmutableList.of());
    }

    @Override
    public ImmutableList<Fact<Relations>> yields(Relations relations, Asking by) {
      return linked(relations, to, kind, reason);
    }
  }

  /** Lose a link, as another incident was asked for; see {@link Unlink}. */
  record BeUnlinked(String to, LinkKind kind, String reason) implements RelationRequest {
    @Override
    public ImmutableSet<String> others() {
      return ImmutableSet.of(to);
    }

    @Override
    public BeUnlinked counterpart(String by) {
      return this;
    }

    @Override
    public boolean afterClosing() {
      return true;
    }

    @Override
    public boolean afterMerging() {
      return true;
    }

    @Override
    public ImmutableList<Rejection> unmet(Relations relations, Asking by) {
      return unmetTogether(this, by, ImmutableList.of());
    }

    @Override
    public ImmutableList<Fact<Relations>> yields(Relations relations, Asking by) {
      return relations.has(new Relation(to, kind))
          ? ImmutableList.of(new RelationFact.Unlinked(to, kind, reason))
          : ImmutableList.of();
    }
  }

  /** Be merged into another incident, as that one was asked for; see {@link Merge}. */
  record BeMerged(String into, String reason) implements RelationRequest {
    @Override
    public ImmutableSet<String> others() {
      return ImmutableSet.of(into);
    }

    @Override
    public BeMerged counterpart(String by) {
      return this;
    }

    @Override
    public ImmutableList<Rejection> unmet(Relations relations, Asking by) {
      return unmetTogether(this, by, ImmutableList.of());
    }

    @Override
    public ImmutableList<Fact<Relations>> yields(Relations relations, Asking by) {
      return ImmutableList.of(new RelationFact.Merged(into, reason));
    }
  }

  /** Be one of its own again, as the other incident was asked for; see {@link Unmerge}. */
  record BeUnmerged(String from, String reason) implements RelationRequest {
    @Override
    public ImmutableSet<String> others() {
      return ImmutableSet.of(from);
    }

    @Override
    public BeUnmerged counterpart(String by) {
      return this;
    }

    @Override
    public boolean afterClosing() {
      return true;
    }

    @Override
    public boolean afterMerging() {
      return true;
    }

    @Override
    public ImmutableList<Rejection> unmet(Relations relations, Asking by) {
      return unmetTogether(
          this,
          by,
          from.equals(relations.into())
              ? ImmutableList.of()
              : ImmutableList.of(
                  RelationCondition.MEMBER.unmet("this is not merged into " + from)));
    }

    @Override
    public ImmutableList<Fact<Relations>> yields(Relations relations, Asking by) {
      return ImmutableList.of(new RelationFact.Unmerged(from, reason));
    }
  }

  private static ImmutableList<Fact<Relations>> linked(
      Relations relations, String to, LinkKind kind, String reason) {
    return relations.has(new Relation(to, kind))
        ? ImmutableList.of()
        : ImmutableList.of(new RelationFact.Linked(to, kind, reason));
  }
}
