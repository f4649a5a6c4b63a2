package dev.firebreak.testkit;

import com.google.common.collect.ImmutableList;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Condition;
import dev.firebreak.fact.Rejection;
import dev.firebreak.fact.Remedy;
import dev.firebreak.phase.PhaseRequest;
import dev.firebreak.policy.CommandPolicy;
import java.util.HashSet;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TimeZone;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Command policies that are wrong on purpose, each in one way. */
final class PlantedPolicies {
  private PlantedPolicies() {}

  /** Has a name, so that it is wrong in nothing but what its subclass does. */
  abstract static class Planted implements CommandPolicy {
    @Override
    public String name() {
      return "planted";
    }

    ImmutableList<Rejection> refuse(String message) {
      return ImmutableList.of(condition().unmet(message));
    }

    ImmutableList<Rejection> refuseIf(boolean refused) {
      return refused ? refuse("no") : ImmutableList.of();
    }
  }

  static final class NeedsCategory extends Planted {
    @Override
    @SuppressWarnings("NullAway") // the mistake that is planted
    public ImmutableList<Rejection> review(Context context) {
      var category = context.incident().triage().category();
      return refuseIf(category.name().equals("insider"));
    }
  }

  /** Recurses without end, about a reopening. */
  static final class Recurses extends Planted {
    @Override
    public ImmutableList<Rejection> review(Context context) {
      return context.request() instanceof PhaseRequest.Reopen
          ? review(context)
          : ImmutableList.of();
    }
  }

  static final class SaysNothing extends Planted {
    @Override
    @SuppressWarnings("NullAway") // the mistake that is planted
    public @Nullable ImmutableList<Rejection> review(Context context) {
      return null;
    }
  }

  static final class ForgetsCondition extends Planted {
    @Override
    @SuppressWarnings("NullAway") // the mistake that is planted
    public ImmutableList<Rejection> review(Context context) {
      return ImmutableList.of(new Rejection(null, "no", ImmutableList.of(), ImmutableList.of()));
    }
  }

  static final class ThrowsDice extends Planted {
    private final Random random = new Random(7);

    @Override
    public ImmutableList<Rejection> review(Context context) {
      return refuseIf(random.nextInt(100) == 0);
    }
  }

  static final class CountsCalls extends Planted {
    private int calls;

    @Override
    public ImmutableList<Rejection> review(Context context) {
      return refuseIf(++calls % 250 == 0);
    }
  }

  static final class ReadsClock extends Planted {
    @Override
    public ImmutableList<Rejection> review(Context context) {
      return refuse("no, at " + System.nanoTime());
    }
  }

  static final class RemembersLast extends Planted {
    private @Nullable Context last;

    @Override
    public ImmutableList<Rejection> review(Context context) {
      var repeated = context.equals(last);
      last = context;
      return refuseIf(repeated);
    }
  }

  /** Refuses somebody who has been seen in triage, from then on. */
  static final class RemembersTriage extends Planted {
    private final Set<Actor> seen = new HashSet<>();

    @Override
    public ImmutableList<Rejection> review(Context context) {
      var type = context.request().concept().nameOf(context.request().getClass());
      if (type.startsWith("triage.")) {
        seen.add(context.by().actor());
      }
      return refuseIf(seen.contains(context.by().actor()));
    }
  }

  static final class LooksAtIdentity extends Planted {
    @Override
    public ImmutableList<Rejection> review(Context context) {
      return refuseIf(System.identityHashCode(context.incident()) % 2 == 0);
    }
  }

  static final class KnowsItsThread extends Planted {
    private final ThreadLocal<Boolean> here = new ThreadLocal<>();
    private boolean asked;

    @Override
    public ImmutableList<Rejection> review(Context context) {
      if (!asked) {
        asked = true;
        here.set(true);
      }
      return refuseIf(here.get() == null);
    }
  }

  static final class SpeaksDefaultLocale extends Planted {
    @Override
    @SuppressWarnings("StringCaseLocaleUsage") // the mistake that is planted
    public ImmutableList<Rejection> review(Context context) {
      return refuse("not for " + "INCIDENT".toLowerCase());
    }
  }

  static final class FormatsNumbers extends Planted {
    @Override
    @SuppressWarnings("AnnotateFormatMethod")
    public ImmutableList<Rejection> review(Context context) {
      return refuse(String.format("%d events", context.incident().version()));
    }
  }

  static final class SpeaksDefaultZone extends Planted {
    @Override
    @SuppressWarnings("JavaTimeDefaultTimeZone") // the mistake that is planted
    public ImmutableList<Rejection> review(Context context) {
      var day = context.by().stamp().recorded().atZone(TimeZone.getDefault().toZoneId());
      return refuse("not on " + day.toLocalDate());
    }
  }

  static final class Anonymous extends Planted {
    @Override
    public String name() {
      return "";
    }

    @Override
    public ImmutableList<Rejection> review(Context context) {
      return ImmutableList.of();
    }
  }

  static final class Renamed extends Planted {
    private int versions;

    @Override
    public String version() {
      return "1." + ++versions;
    }

    @Override
    public ImmutableList<Rejection> review(Context context) {
      return ImmutableList.of();
    }
  }

  static final class Unexplained extends Planted {
    @Override
    public String explain() {
      return " ";
    }

    @Override
    public ImmutableList<Rejection> review(Context context) {
      return ImmutableList.of();
    }
  }

  /** A condition that is not a policy's, or has nothing to say. */
  record Stray(String code, String statement) implements Condition {}

  static final class Rejects extends Planted {
    private final Condition condition;

    Rejects(Condition condition) {
      this.condition = condition;
    }

    @Override
    public ImmutableList<Rejection> review(Context context) {
      return ImmutableList.of(condition.unmet("no"));
    }
  }

  /** Makes a condition that equals no other; what it says is the same each time. */
  static final class NewCondition extends Planted {
    @Override
    public ImmutableList<Rejection> review(Context context) {
      var condition =
          new Condition() {
            @Override
            public String code() {
              return "policy.planted";
            }

            @Override
            public String statement() {
              return "Nothing passes.";
            }
          };
      return ImmutableList.of(condition.unmet("no"));
    }
  }

  static final class SendsToAnybody extends Planted {
    @Override
    public ImmutableList<Rejection> review(Context context) {
      var anybody = new Remedy.AskAs(Remedy.Asker.ANYBODY);
      return ImmutableList.of(
          condition()
              .unmet("no")
              .or(anybody)
              .or(new Remedy.WaitUntil(context.by().stamp().recorded())));
    }
  }

  static final class BlankMessage extends Planted {
    @Override
    public ImmutableList<Rejection> review(Context context) {
      return refuse(" ");
    }
  }

  static final class Cites extends Planted {
    private final int past;

    Cites(int past) {
      this.past = past;
    }

    @Override
    public ImmutableList<Rejection> review(Context context) {
      return ImmutableList.of(
          condition().unmet("no", past < 0 ? 0 : context.incident().version() + past));
    }
  }

  /** Sends whoever asks to the holders of a role of his, even if there are no others. */
  static final class SendsBack extends Planted {
    @Override
    public ImmutableList<Rejection> review(Context context) {
      return context.by().roles().stream()
          .findFirst()
          .map(role -> Remedy.Asker.holding(ImmutableList.of(role)))
          .map(back -> ImmutableList.of(condition().unmet("no").or(new Remedy.AskAs(back))))
          .orElse(ImmutableList.of());
    }
  }

  static final class Prints extends Planted {
    private final boolean toError;

    Prints(boolean toError) {
      this.toError = toError;
    }

    @Override
    public ImmutableList<Rejection> review(Context context) {
      var to = toError ? System.err : System.out;
      to.println("asked about it");
      to.write('!');
      return ImmutableList.of();
    }
  }

  static final class SetsProperty extends Planted {
    static final String NAME = "firebreak.planted";

    @Override
    public ImmutableList<Rejection> review(Context context) {
      System.setProperty(NAME, "yes");
      return ImmutableList.of();
    }
  }

  static final class SetsLocale extends Planted {
    @Override
    public ImmutableList<Rejection> review(Context context) {
      Locale.setDefault(Locale.FRENCH);
      return ImmutableList.of();
    }
  }

  static final class SetsZone extends Planted {
    @Override
    public ImmutableList<Rejection> review(Context context) {
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
      return ImmutableList.of();
    }
  }

  static final class StartsThread extends Planted {
    final CountDownLatch end = new CountDownLatch(1);
    private boolean started;

    @Override
    public ImmutableList<Rejection> review(Context context) {
      if (!started) {
        started = true;
        var thread = new Thread(this::park, "planted thread");
        thread.setDaemon(true);
        thread.start();
      }
      return ImmutableList.of();
    }

    private void park() {
      try {
        end.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Starts a thread and waits for its end, which leaves nothing behind. */
  static final class StartsAndEndsThread extends Planted {
    @Override
    public ImmutableList<Rejection> review(Context context) {
      var thread = new Thread(() -> {}, "short");
      thread.start();
      try {
        thread.join();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return ImmutableList.of();
    }
  }

  /** Answers a first time, and then loops until the check gives up on it. */
  static final class Loops extends Planted {
    private final int answers;
    private int calls;

    Loops(int answers) {
      this.answers = answers;
    }

    @Override
    public ImmutableList<Rejection> review(Context context) {
      while (++calls > answers && !Thread.currentThread().isInterrupted()) {
        Thread.onSpinWait();
      }
      return ImmutableList.of();
    }
  }

  /** Loops before it is asked anything. */
  static final class LoopsForName extends Planted {
    @Override
    public String name() {
      while (!Thread.currentThread().isInterrupted()) {
        Thread.onSpinWait();
      }
      return "late";
    }

    @Override
    public ImmutableList<Rejection> review(Context context) {
      return ImmutableList.of();
    }
  }
}
