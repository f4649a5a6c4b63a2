package dev.firebreak.lifecycle;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/** Laws 1 to 5 and 7 along any course of commands, alerts, restarts and wake-up calls. */
class AnyCourseProperties {
  @Property(tries = 150)
  void every_law_holds_along_any_course(
      @ForAll long plan, @ForAll @Size(max = 60) List<Long> moves) {
    var course = new AnyCourse(plan, decision -> {});
    moves.forEach(course::move);
  }
}
