package dev.firebreak.examples.cli;

import com.google.common.collect.ImmutableList;
import dev.firebreak.compliance.Compliance;
import dev.firebreak.compliance.RuleSet;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Rejection;
import dev.firebreak.incident.IncidentId;
import dev.firebreak.incident.IncidentRecord;
import dev.firebreak.json.alert.AlertFile;
import dev.firebreak.json.journal.FileJournal;
import dev.firebreak.json.plan.PlanReader;
import dev.firebreak.lifecycle.Decision;
import dev.firebreak.lifecycle.IncidentResponse;
import dev.firebreak.lifecycle.Viewer;
import dev.firebreak.lifecycle.WayOut;
import dev.firebreak.plan.ResponsePlan;
import dev.firebreak.report.Deadlines;
import dev.firebreak.report.Timeline;
import dev.firebreak.report.Times;
import dev.firebreak.testkit.VirtualClock;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A ransomware incident from its first alert to its review: days, told in a second. */
final class Demonstration {
  private static final ZoneId ZONE = ZoneOffset.ofHours(1);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ROOT).withZone(ZONE);
  private static final Viewer VIEWER = Viewer.of(new Actor("ada"));
  private static final IncidentId INCIDENT = IncidentId.of("inc-1");

  private final Screen screen;
  private final Path directory;
  private final VirtualClock clock = VirtualClock.at(Instant.parse("2026-11-02T02:00:00Z"));
  private boolean asTold = true;

  Demonstration(Screen screen, Path directory) {
    this.screen = screen;
    this.directory = directory;
  }

  /** Returns whether everything went as the story tells it. */
  boolean run() throws IOException {
    screen.heading("The plan");
    var plan = PlanReader.read("ransomware.yaml", text("/ransomware.yaml"));
    screen.line(plan.title() + ", version " + plan.version().version());
    IncidentRecord before;
    try (var journal = FileJournal.open(directory)) {
      var response = IncidentResponse.under(plan, clock).journal(journal).build();
      receive(response);
      respond(response);
      before = response.record(INCIDENT, VIEWER).orElseThrow();
    }
    report(plan, reopen(before));
    return asTold;
  }

  private void receive(IncidentResponse response) throws IOException {
    screen.heading("Alerts come in");
    var tally = new Tally(screen);
    for (String name : ImmutableList.of("suricata.jsonl", "guardduty.json")) {
      try (var in = open("/alerts/" + name);
          var records = AlertFile.read(name, in)) {
        records.forEach(record -> ReceiveCommand.receive(record, response, tally));
      }
    }
    tally.printSum();
  }

  private void respond(IncidentResponse response) {
    screen.heading("People respond to " + INCIDENT + "; this is refused on the way");
    for (Act act : Story.acts()) {
      clock.advance(act.after());
      var decision = response.submit(INCIDENT, act.by(), act.asks());
      if (decision instanceof Decision.Refused refused) {
        screen.line(TIME.format(clock.instant()) + "  " + act.by() + " " + act.says());
        refused.rejections().forEach(this::explain);
        tellWayOut(act, response.explain(INCIDENT, act.by(), act.asks(), VIEWER).wayOut());
      }
      asTold &= decision.accepted() == act.passes();
    }
  }

  private void explain(Rejection rejection) {
    screen.line("           " + screen.bad("refused") + " " + rejection);
  }

  private void tellWayOut(Act act, @Nullable WayOut out) {
    if (out == null) {
      return;
    }
    for (WayOut.Act first : out.acts()) {
      screen.line("           it would pass if " + first);
    }
    if (!out.asker().equals(act.by())) {
      screen.line("           it would pass if " + out.asker() + " asks");
    }
  }

  /** Reads the journal from disk and proves that nothing was lost. */
  private IncidentRecord reopen(IncidentRecord before) {
    screen.heading("The journal is opened again");
    try (var journal = FileJournal.open(directory)) {
      var after = JournalOption.record(journal, INCIDENT);
      var equal = after.equals(before);
      asTold &= equal;
      screen.line(
          after.history().size()
              + " events read; the folded incident is "
              + (equal ? screen.good("equal") : screen.bad("different")));
      return after;
    }
  }

  private void report(ResponsePlan plan, IncidentRecord record) {
    screen.heading("Timeline");
    screen.block(Timeline.of(record).toText(ZONE));
    screen.heading("Times");
    screen.block(Times.of(record).toText());
    screen.heading("Deadlines");
    screen.block(Deadlines.of(plan, record, clock.instant()).toText(ZONE));
    screen.heading("Compliance");
    var report = Compliance.check(RuleSet.nist80061r2(), plan, record, clock.instant());
    screen.block(report.toText());
  }

  private static String text(String resource) throws IOException {
    try (var in = open(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static InputStream open(String resource) {
    return Objects.requireNonNull(Demonstration.class.getResourceAsStream(resource), resource);
  }
}
