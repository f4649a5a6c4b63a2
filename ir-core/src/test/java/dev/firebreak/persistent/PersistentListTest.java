package dev.firebreak.persistent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PersistentListTest {
  private static final PersistentList<String> AB =
      PersistentList.<String>empty().plus("a").plus("b");

  @Test
  @SuppressWarnings("NullAway") // on purpose
  void refuses_null_and_stays_as_it_was() {
    assertThatNullPointerException().isThrownBy(() -> AB.plus(null)).withMessage("element");
    assertThat(AB.plus("c")).containsExactly("a", "b", "c");
  }

  @Test
  void an_empty_list_has_no_last_element() {
    assertThatExceptionOfType(NoSuchElementException.class)
        .isThrownBy(() -> PersistentList.empty().last())
        .withMessage("an empty list has no last element");
  }

  @Test
  void has_no_element_beyond_its_own_version() {
    var newer = AB.plus("c");

    assertThat(newer.get(2)).isEqualTo("c");
    for (int index : new int[] {-1, 2, 3, 4, Integer.MAX_VALUE}) {
      assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> AB.get(index));
      assertThatExceptionOfType(IndexOutOfBoundsException.class)
          .isThrownBy(() -> AB.asList().get(index));
    }
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> PersistentList.empty().get(0));
  }

  @Test
  void no_view_can_change_the_list() {
    assertUnsupported(() -> AB.asList().add("c"));
    assertUnsupported(() -> AB.asList().set(0, "c"));
    assertUnsupported(() -> AB.asList().remove(0));
    assertUnsupported(() -> AB.asList().clear());
    assertUnsupported(
        () -> {
          var elements = AB.iterator();
          elements.next();
          elements.remove();
        });
    assertThat(AB).containsExactly("a", "b");
  }

  @Test
  void a_view_taken_before_an_addition_does_not_show_it() {
    var view = AB.asList();
    var elements = AB.iterator();

    assertThat(AB.plus("c").asList()).containsExactly("a", "b", "c");
    assertThat(view).containsExactly("a", "b");
    assertThat(elements).toIterable().containsExactly("a", "b");
  }

  @Test
  void two_additions_to_one_version_do_not_see_each_other() {
    var one = AB.plus("c");
    var other = AB.plus("d");

    assertThat(one.plus("e")).containsExactly("a", "b", "c", "e");
    assertThat(other.plus("f")).containsExactly("a", "b", "d", "f");
    assertThat(one).containsExactly("a", "b", "c");
    assertThat(other).containsExactly("a", "b", "d");
  }

  @Test
  void is_equal_to_lists_of_its_own_type_only() {
    assertThat(AB).isNotEqualTo(AB.asList()).isNotEqualTo(null);
    assertThat(AB.asList()).isEqualTo(List.of("a", "b"));
  }

  @Test
  @Timeout(5) // copying each time takes much longer
  void adding_to_the_newest_version_does_not_copy_the_others() {
    var list = PersistentList.<Integer>empty();
    for (int i = 0; i < 150_000 && !Thread.currentThread().isInterrupted(); i++) {
      list = list.plus(i);
    }
    assertThat(list.last()).isEqualTo(149_999);
    assertThat(list.get(75_000)).isEqualTo(75_000);
  }

  /** The threads meet every few versions, so that they often want a slot at the same time. */
  @Test
  @Timeout(60)
  @SuppressWarnings("ThreadPriorityCheck") // yields so that one core is enough
  void threads_that_add_to_the_same_version_each_keep_their_own_element() throws Exception {
    int threads = 2;
    var bases =
        IntStream.range(0, 160_000)
            .mapToObj(i -> PersistentList.<Integer>empty().plus(-i))
            .toList();
    var start = new CountDownLatch(threads);
    var arrivals = new AtomicInteger();
    var results = new ArrayList<Future<List<PersistentList<Integer>>>>();
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      for (int thread = 0; thread < threads; thread++) {
        int mine = thread;
        results.add(
            pool.submit(
                () -> {
                  start.countDown();
                  start.await();
                  var lists = new ArrayList<PersistentList<Integer>>();
                  for (int i = 0; i < bases.size(); i++) {
                    if (i % 16 == 0) {
                      int all = (arrivals.getAndIncrement() / threads + 1) * threads;
                      while (arrivals.get() < all && !Thread.currentThread().isInterrupted()) {
                        Thread.yield();
                      }
                    }
                    lists.add(bases.get(i).plus(mine).plus(mine + 100));
                  }
                  return lists;
                }));
      }
      for (int thread = 0; thread < threads; thread++) {
        var lists = results.get(thread).get();
        for (int i = 0; i < lists.size(); i++) {
          assertThat(lists.get(i).asList()).isEqualTo(List.of(-i, thread, thread + 100));
        }
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static void assertUnsupported(ThrowingCallable change) {
    assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(change);
  }
}
