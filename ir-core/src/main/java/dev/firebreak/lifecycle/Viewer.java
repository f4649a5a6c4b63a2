package dev.firebreak.lifecycle;

import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Tenant;

/**
 * Who looks at incidents; every read names one.
 *
 * @param tenant whose incidents may be seen; there is no other way to those of another
 * @param actor who looks
 */
public record Viewer(Tenant tenant, Actor actor) {
  /** Returns a viewer in an application that has only one tenant. */
  public static Viewer of(Actor actor) {
    return new Viewer(Tenant.SINGLE, actor);
  }
}
