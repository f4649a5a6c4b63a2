package dev.firebreak.fact;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.CaseFormat;
import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableMap;
import dev.firebreak.check.Check;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * One part of an incident: its name, its empty state, its facts and its requests.
 *
 * <p>The facts and the requests are sealed interfaces with records nested in them, so that their
 * names come from the types: {@code ActionFact.Approved} of the concept {@code action} is {@code
 * action.approved} everywhere, on the wire too. A vendor declares a concept of its own the same
 * way.
 *
 * <p>Immutable; compared by identity, so declare each once, as a constant.
 *
 * @param <S> the state, an immutable value
 */
public final class Concept<S> {
  private static final AtomicInteger DECLARED = new AtomicInteger();

  private final int number = DECLARED.getAndIncrement();
  private final String name;
  private final S start;
  private final Supplier<ImmutableMap<String, Class<?>>> facts;
  private final Supplier<ImmutableMap<String, Class<?>>> requests;

  /**
   * Declares a concept.
   *
   * @param name a short lower-case noun
   * @param start the state before any fact
   * @param facts the sealed interface of the facts
   * @param requests the sealed interface of the requests
   */
  public Concept(
      String name, S start, Class<? extends Fact<S>> facts, Class<? extends Request<S>> requests) {
    this.name = Check.identifier(name, "concept");
    this.start = start;
    this.facts = kindsOf(facts);
    this.requests = kindsOf(requests);
  }

  /** Declares a concept of which nothing can be asked: its facts follow from elsewhere. */
  public Concept(String name, S start, Class<? extends Fact<S>> facts) {
    this.name = Check.identifier(name, "concept");
    this.start = start;
    this.facts = kindsOf(facts);
    this.requests = ImmutableMap::of;
  }

  /** A concept without kinds, for what is not understood. */
  Concept(String name, S start) {
    this.name = name;
    this.start = start;
    this.facts = ImmutableMap::of;
    this.requests = ImmutableMap::of;
  }

  /** Returns the name, the first part of the names of its facts and requests. */
  public String name() {
    return name;
  }

  /**
   * Returns how many concepts were declared before this one in this process, so that a part can be
   * found by it; it means nothing else, and differs from run to run.
   */
  public int number() {
    return number;
  }

  /** Returns the state before any fact. */
  public S start() {
    return start;
  }

  /**
   * Returns the kinds of fact by their names, such as {@code action.approved}.
   *
   * @throws IllegalArgumentException if their interface is not sealed
   */
  public ImmutableMap<String, Class<?>> facts() {
    return facts.get();
  }

  /**
   * Returns the kinds of request by their names, such as {@code action.approve}.
   *
   * @throws IllegalArgumentException if their interface is not sealed
   */
  public ImmutableMap<String, Class<?>> requests() {
    return requests.get();
  }

  /** Returns the name of the kind of a fact or request of this concept. */
  public String nameOf(Class<?> type) {
    return name + "." + CaseFormat.UPPER_CAMEL.to(CaseFormat.LOWER_HYPHEN, type.getSimpleName());
  }

  /** Returns the kinds, which are loaded when somebody asks: an engine needs few of them. */
  private Supplier<ImmutableMap<String, Class<?>>> kindsOf(Class<?> type) {
    return Suppliers.memoize(() -> typesOf(type));
  }

  private ImmutableMap<String, Class<?>> typesOf(Class<?> type) {
    checkArgument(type.isSealed(), "%s must be sealed, so that its kinds are known", type);
    var types = ImmutableMap.<String, Class<?>>builder();
    for (Class<?> kind : type.getPermittedSubclasses()) {
      types.put(nameOf(kind), kind);
    }
    return types.buildOrThrow();
  }

  @Override
  public String toString() {
    return name;
  }
}
