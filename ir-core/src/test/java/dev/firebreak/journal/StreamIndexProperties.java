package dev.firebreak.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firebreak.fact.StreamId;
import dev.firebreak.fact.Tenant;
import dev.firebreak.journal.StreamIndex.Change;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The index of histories, against one that keeps every change. */
class StreamIndexProperties {
  private static final Tenant[] TENANTS = {new Tenant("north"), new Tenant("south")};

  @Property(tries = 300)
  void tells_what_has_changed_since_each_mark_once_and_in_order(
      @ForAll @Size(max = 30) List<@IntRange(min = 0, max = 11) Integer> changes) {
    var index = new StreamIndex<String>();
    var marks = new ArrayList<Long>(List.of(0L));
    var versions = new LinkedHashMap<StreamId, Long>();
    for (int change : changes) {
      var stream = stream(change);
      long version = versions.merge(stream, 1L, Long::sum);
      assertThat(index.changed(stream, version, stream::toString)).isEqualTo(stream.toString());
      marks.add(index.changedSince(stream.tenant(), stream.kind(), 0).mark());
    }
    for (Tenant tenant : TENANTS) {
      assertThat(index.streams(tenant, StreamId.Kind.INCIDENT))
          .containsExactlyElementsOf(
              versions.keySet().stream().filter(one -> one.tenant().equals(tenant)).toList());
      for (int i = 0; i < marks.size(); i++) {
        var told = index.changedSince(tenant, StreamId.Kind.INCIDENT, marks.get(i));
        assertThat(told.all())
            .isEqualTo(expected(changes.subList(i, changes.size()), tenant, versions));
        assertThat(told.mark()).isEqualTo(marks.get(marks.size() - 1));
      }
    }
    versions.forEach((stream, version) -> assertThat(index.version(stream)).isEqualTo(version));
  }

  /** Returns the last change of each history, in order. */
  private static List<Change> expected(
      List<Integer> changes, Tenant tenant, Map<StreamId, Long> versions) {
    var last = new LinkedHashMap<StreamId, Change>();
    for (int change : changes) {
      var stream = stream(change);
      last.remove(stream);
      if (stream.tenant().equals(tenant)) {
        last.put(stream, new Change(stream, versions.getOrDefault(stream, 0L)));
      }
    }
    return List.copyOf(last.values());
  }

  private static StreamId stream(int number) {
    return new StreamId(TENANTS[number % 2], StreamId.Kind.INCIDENT, "inc-" + number);
  }
}
