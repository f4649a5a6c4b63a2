package dev.firebreak.testkit;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import com.google.common.util.concurrent.Uninterruptibles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TimeZone;
import java.util.concurrent.CancellationException;

/**
 * What a policy under check finds around it, and what it does to that: output, system properties,
 * default locale and time zone, threads.
 *
 * <p>A policy is asked on threads of one group. Threads that it starts belong to that group as
 * well, so that those of others do not count.
 */
final class Surroundings {
  static final TimeZone UTC = TimeZone.getTimeZone("UTC");

  private static final ThreadGroup GROUP = new ThreadGroup("firebreak policy contract");
  private static final int HEARD_AT_MOST = 60;

  private final Findings findings;
  private final ImmutableSet<Thread> known = threads();
  private final List<Thread> started = new ArrayList<>();
  private final ByteArrayOutputStream heard = new ByteArrayOutputStream();

  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final Locale locale = Locale.getDefault();
  private final Locale display = Locale.getDefault(Locale.Category.DISPLAY);
  private final Locale format = Locale.getDefault(Locale.Category.FORMAT);
  private final TimeZone zone = TimeZone.getDefault(); // before the properties, which it may set
  private final Properties properties = (Properties) System.getProperties().clone();
  private boolean watching;

  Surroundings(Findings findings) {
    this.findings = findings;
  }

  /** Begins to watch. */
  synchronized void enter() {
    watching = true;
    System.setOut(new PrintStream(new Ear(out), true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(new Ear(err), true, StandardCharsets.UTF_8));
  }

  /** Puts everything back, and tells what was seen. */
  synchronized void leave() {
    watching = false;
    started.forEach(Thread::interrupt);
    System.setOut(out);
    System.setErr(err);
    Locale.setDefault(locale);
    Locale.setDefault(Locale.Category.DISPLAY, display);
    Locale.setDefault(Locale.Category.FORMAT, format);
    TimeZone.setDefault(zone);
    var changes = Maps.difference(properties, System.getProperties());
    if (!changes.areEqual()) {
      findings.add(PolicyRule.SETS_NO_PROPERTY, changes.toString());
      System.setProperties(properties);
    }
    if (heard.size() > 0) {
      findings.add(
          PolicyRule.PRINTS_NOTHING,
          "it printed \"" + heard.toString(StandardCharsets.UTF_8).strip() + '"');
    }
  }

  /** Starts a thread on which policies are asked, and which ends quietly once nobody watches. */
  synchronized Thread start(Runnable questions) {
    var thread =
        new Thread(
            GROUP,
            () -> {
              try {
                questions.run();
              } catch (CancellationException left) {
                // nobody waits for the answers any more
              }
            },
            "policy contract");
    thread.setDaemon(true);
    started.add(thread);
    thread.start();
    return thread;
  }

  /** Asks questions under these defaults, and tells whether they were changed. */
  void under(Locale locale, TimeZone zone, Runnable questions) {
    set(locale, zone);
    questions.run();
    if (!Locale.getDefault().equals(locale) || !TimeZone.getDefault().equals(zone)) {
      findings.add(
          PolicyRule.SETS_NO_DEFAULT,
          "they became "
              + Locale.getDefault().toLanguageTag()
              + " and "
              + TimeZone.getDefault().getID());
    }
  }

  private synchronized void set(Locale locale, TimeZone zone) {
    checkWatching();
    Locale.setDefault(locale);
    TimeZone.setDefault(zone);
  }

  /** Ends the questions if nobody waits for the answers any more. */
  synchronized void checkWatching() {
    if (!watching) {
      throw new CancellationException();
    }
  }

  /** Tells which threads were started and do not end. */
  void lookForThreads() {
    for (Thread thread : threads()) {
      if (!known.contains(thread) && !started.contains(thread)) {
        Uninterruptibles.joinUninterruptibly(thread, Duration.ofSeconds(1));
        if (thread.isAlive()) {
          findings.add(PolicyRule.LEAVES_NO_THREAD, "it left " + thread.getName());
        }
      }
    }
  }

  private static ImmutableSet<Thread> threads() {
    var threads = new Thread[2 * GROUP.activeCount() + 8];
    int count = GROUP.enumerate(threads);
    return ImmutableSet.copyOf(Arrays.copyOf(threads, count));
  }

  /** Hears what the policy prints, and passes on what others do. */
  private final class Ear extends OutputStream {
    private final PrintStream others;

    Ear(PrintStream others) {
      this.others = others;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      if (Thread.currentThread().getThreadGroup() == GROUP) {
        synchronized (heard) {
          heard.write(bytes, offset, Math.min(length, HEARD_AT_MOST - heard.size()));
        }
      } else {
        others.write(bytes, offset, length);
      }
    }
  }
}
