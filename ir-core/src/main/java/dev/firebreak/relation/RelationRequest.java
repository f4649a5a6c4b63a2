package dev.firebreak.relation;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.check.Check;
import dev.firebreak.fact.Asking;
import dev.firebreak.fact.Concept;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.Rejection;
import dev.firebreak.fact.Request;

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
    var why =
        request.follows()
            ? "this is for the engine to ask, when another incident is asked"
            : "an incident is not linked to or merged with itself";
    var condition = request.follows() ? RelationCondition.TOGETHER : RelationCondition.ANOTHER;
    return ImmutableList.<Rejection>builder().add(condition.unmet(why)).addAll(others).build();
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
      var link = new Relation(to, kind);
      return unmetTogether(
          this,
          by,
          relations.has(link)
              ? ImmutableList.of()
              : ImmutableList.of(
                  RelationCondition.LINKED.unmet("there is no link " + kind + " " + to)));
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
              .map(name -> RelationCondition.MEMBER.unmet(name + " is not merged into this"))
              .collect(toImmutableList()));
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
