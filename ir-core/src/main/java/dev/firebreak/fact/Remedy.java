package dev.firebreak.fact;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.util.Collections;
import java.util.Set;

/** Something that would lift a {@link Rejection}. */
public sealed interface Remedy {
  /** Returns the remedy as a sentence, without a full stop. */
  String describe();

  /**
   * An act that has to be recorded first.
   *
   * @param request the act; free text in it is an example
   * @param by who may do it
   */
  record Act(Request<?> request, Asker by) implements Remedy {
    @Override
    public String describe() {
      return by.describe() + " records " + request;
    }
  }

  /**
   * The same request, made by somebody else.
   *
   * @param by who may make it
   */
  record AskAs(Asker by) implements Remedy {
    @Override
    public String describe() {
      return by.describe() + " asks";
    }
  }

  /**
   * The request put differently, in the place of what was asked.
   *
   * @param request what to ask for instead; free text in it is an example
   */
  record AskFor(Request<?> request) implements Remedy {
    @Override
    public String describe() {
      return request + " is asked for instead";
    }
  }

  /**
   * The same request, made of another incident, in the place of this one.
   *
   * @param incident the name of the other incident, of the same tenant
   */
  record AskIn(String incident) implements Remedy {
    @Override
    public String describe() {
      return "it is asked of " + incident + " instead";
    }
  }

  /**
   * The same request, made later.
   *
   * @param instant the first moment at which it may pass
   */
  record WaitUntil(Instant instant) implements Remedy {
    @Override
    public String describe() {
      return "wait until " + instant;
    }
  }

  /**
   * An act that has to be recorded in another incident.
   *
   * @param incident the name of the other incident, of the same tenant
   * @param request the act; free text in it is an example
   * @param by who may do it
   */
  record Elsewhere(String incident, Request<?> request, Asker by) implements Remedy {
    @Override
    public String describe() {
      return by.describe() + " records " + request + " in " + incident;
    }
  }

  /**
   * Who may act.
   *
   * @param holding the roles of which one is enough; empty for anybody
   * @param except who may not, whatever the role
   */
  record Asker(ImmutableSet<Role> holding, ImmutableSet<Actor> except) {
    /** Anybody. */
    public static final Asker ANYBODY = new Asker(ImmutableSet.of(), ImmutableSet.of());

    /** Returns holders of any of the roles. */
    public static Asker holding(Iterable<Role> roles) {
      return new Asker(ImmutableSet.copyOf(roles), ImmutableSet.of());
    }

    /** Returns these, but not the one named. */
    public Asker but(Actor actor) {
      return new Asker(holding, ImmutableSet.<Actor>builder().addAll(except).add(actor).build());
    }

    /** Returns whether somebody is among them who holds these roles. */
    public boolean includes(Actor who, Set<Role> roles) {
      return !except.contains(who) && (holding.isEmpty() || !Collections.disjoint(holding, roles));
    }

    String describe() {
      var who = holding.isEmpty() ? "somebody" : "a holder of " + Joiner.on(" or ").join(holding);
      return except.isEmpty() ? who : who + " other than " + Joiner.on(" or ").join(except);
    }
  }
}
