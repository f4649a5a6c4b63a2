package dev.firebreak.relation;

import dev.firebreak.fact.Concept;
import dev.firebreak.persistent.PersistentMap;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How one incident relates to others of the tenant. Immutable. */
public final class Relations {
  /** Relations as a part of an incident. */
  public static final Concept<Relations> CONCEPT =
      new Concept<>(
          "relation",
          new Relations(PersistentMap.empty(), PersistentMap.empty(), null),
          RelationFact.class,
          RelationRequest.class);

  private final PersistentMap<Relation, Long> links;
  private final PersistentMap<String, Member> members;
  private final @Nullable String into;

  private Relations(
      PersistentMap<Relation, Long> links,
      PersistentMap<String, Member> members,
      @Nullable String into) {
    this.links = links;
    this.members = members;
    this.into = into;
  }

  /** Returns the links, in the order in which they were made. */
  public Set<Relation> links() {
    return links.keySet();
  }

  /** Returns whether that link is there. */
  public boolean has(Relation link) {
    return links.containsKey(link);
  }

  /** Returns the incidents that are merged into this one, in the order in which they were. */
  public Collection<Member> members() {
    return members.values();
  }

  /** Returns the incident of that name, if it is merged into this one. */
  public Optional<Member> member(String incident) {
    return Optional.ofNullable(members.get(incident));
  }

  /** Returns whether no other incident is merged into this one. */
  public boolean isAlone() {
    return members.isEmpty();
  }

  /** Returns the name of the incident that this one is merged into, null if it is not merged. */
  public @Nullable String into() {
    return into;
  }

  Relations with(Relation link, long since) {
    return new Relations(links.with(link, since), members, into);
  }

  Relations without(Relation link) {
    return new Relations(links.without(link), members, into);
  }

  Relations with(Member member) {
    return new Relations(links, members.with(member.incident(), member), into);
  }

  Relations without(String member) {
    return new Relations(links, members.without(member), into);
  }

  Relations mergedInto(@Nullable String other) {
    return new Relations(links, members, other);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Relations relations
        && links.equals(relations.links)
        && members.equals(relations.members)
        && Objects.equals(into, relations.into);
  }

  @Override
  public int hashCode() {
    return 31 * links.hashCode() + members.hashCode();
  }

  @Override
  public String toString() {
    return links.keySet() + " " + members.values() + (into == null ? "" : " merged into " + into);
  }
}
