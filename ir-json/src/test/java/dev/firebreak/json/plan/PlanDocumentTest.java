package dev.firebreak.json.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.evidence.Volatility;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Role;
import dev.firebreak.obligation.Milestone;
import dev.firebreak.plan.Channel;
import dev.firebreak.plan.Contact;
import dev.firebreak.plan.ContainmentStrategy;
import dev.firebreak.plan.EvidencePolicy;
import dev.firebreak.plan.Exercise;
import dev.firebreak.plan.Governance;
import dev.firebreak.plan.Metric;
import dev.firebreak.plan.OnCall;
import dev.firebreak.plan.Readiness;
import dev.firebreak.plan.ResponsePolicy;
import dev.firebreak.plan.Staffing;
import dev.firebreak.plan.Team;
import dev.firebreak.plan.Technique;
import dev.firebreak.playbook.PlaybookId;
import dev.firebreak.sharing.Audience;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What a plan writes down beside its roles and rules, as plan files say it. */
class PlanDocumentTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
  private static final ImmutableSet<PlaybookId> ONE = ImmutableSet.of(new PlaybookId("one"));

  @Test
  void tells_where_a_part_is_wrong() {
    assertThat(
            PlanFiles.problemsOf(
                PlanFiles.least(
                    """
                    policy: {purpose: P, scope: S}
                    metrics:
                      - {name: m, from: declared}
                    contacts:
                      - {name: desk, reach: []}
                      - {name: desk, phone: 1}
                    team: {model: central, staffing: own, hours: always}
                    techniques: {id: T1}
                    exercises:
                      - {title: X, kind: tabletop, on: today, roles: boss}
                    """)))
        .containsExactly(
            "17:9: missing field \"commitment\", expected text",
            "19:5: metric m has both from and to, or neither",
            "21:5: contact desk needs a way to be reached",
            "22:5: contact desk needs a way to be reached",
            "22:18: unknown field \"phone\", expected one of name, role, audience, reach, verify,"
                + " verified",
            "23:46: \"hours\" is \"always\", expected one of around-the-clock, on-call, office-hours",
            "24:13: \"techniques\" is an object, expected a list of techniques",
            "26:36: \"on\" is \"today\", expected a date such as 2026-09-30");
  }

  @Test
  void tells_of_roles_and_playbooks_that_are_not_there_and_of_what_is_there_twice() {
    assertThat(
            PlanFiles.problemsOf(
                PlanFiles.least(
                    """
                    contacts:
                      - {name: desk, role: bos, reach: ["1"]}
                      - {name: desk, reach: ["1"]}
                    techniques:
                      - {id: T1486, name: Encrypted, playbooks: [one, two]}
                    strategies:
                      - {playbook: tow, text: Cut off}
                    onCall:
                      - {role: chief, hours: nights}
                    """)))
        .containsExactly(
            "18:24: no role bos in this plan, which has [boss]; did you mean \"boss\"?",
            "19:12: contact desk is there twice",
            "21:51: no playbook two in this plan, which has [one]",
            "23:16: no playbook tow in this plan, which has [one]",
            "25:12: no role chief in this plan, which has [boss]");
  }

  @Test
  void does_not_blame_a_name_for_a_playbook_that_could_not_be_read() {
    var broken = PlanFiles.LEAST.replace("id: one", "id: o n e");
    assertThat(
            PlanFiles.problemsOf(
                broken + "techniques: [{id: T1486, name: Encrypted, playbooks: one}]\n"))
        .hasSize(1)
        .allMatch(problem -> problem.contains("playbook must be"));
  }

  @Test
  void reads_a_plan_without_any_of_it() {
    var plan = PlanReader.read("plan.yaml", PlanFiles.LEAST);
    assertThat(plan.governance()).isEqualTo(Governance.EMPTY);
    assertThat(plan.staffing()).isEqualTo(Staffing.EMPTY);
    assertThat(plan.readiness()).isEqualTo(Readiness.EMPTY);
  }

  @Test
  void reads_what_is_written_down() {
    var plan =
        PlanReader.read(
            "plan.yaml",
            PlanFiles.least(
                """
                policy: {commitment: The board, purpose: Less harm, scope: All}
                metrics:
                  - {name: contain, from: declared, to: contained, target: 4h}
                  - {name: incidents a month}
                team: {model: central, staffing: partly-outsourced, hours: on-call}
                contacts:
                  - {name: desk, audience: media, reach: ["+1", a@b.org], verify: Call, verified: 2026-03-01}
                channels:
                  - {name: mobile, use: If chat is down, outOfBand: true}
                  - {name: chat, use: Daily}
                onCall: [{role: boss, hours: nights, people: [ada]}]
                exercises:
                  - {title: X, kind: full-scale, on: 2026-03-01, roles: boss, playbooks: one}
                evidencePolicy: {retention: 365d, weighed: [prosecution, cost]}
                strategies: [{playbook: one, text: Cut off, criteria: damage}]
                techniques: [{id: T1566.001, name: Attachment}]
                """));
    var governance = plan.governance();
    assertThat(governance.policy()).isEqualTo(new ResponsePolicy("The board", "Less harm", "All"));
    assertThat(governance.metrics())
        .containsExactly(
            new Metric("contain", Milestone.DECLARED, Milestone.CONTAINED, Duration.ofHours(4)),
            new Metric("incidents a month", null, null, null));
    assertThat(plan.staffing())
        .isEqualTo(
            new Staffing(
                new Team(Team.Model.CENTRAL, Team.Staffing.PARTLY_OUTSOURCED, Team.Hours.ON_CALL),
                ImmutableList.of(
                    new Contact(
                        "desk",
                        null,
                        Audience.MEDIA,
                        ImmutableList.of("+1", "a@b.org"),
                        "Call",
                        DAY)),
                ImmutableList.of(
                    new Channel("mobile", "If chat is down", true),
                    new Channel("chat", "Daily", false)),
                ImmutableList.of(
                    new OnCall(new Role("boss"), "nights", ImmutableList.of(new Actor("ada")))),
                ImmutableList.of(),
                ImmutableList.of()));
    var readiness = plan.readiness();
    assertThat(readiness.exercises())
        .containsExactly(
            new Exercise(
                "X", Exercise.Kind.FULL_SCALE, DAY, ImmutableSet.of(new Role("boss")), ONE));
    assertThat(readiness.evidencePolicy())
        .isEqualTo(
            new EvidencePolicy(
                Duration.ofDays(365),
                ImmutableSet.of(EvidencePolicy.Concern.PROSECUTION, EvidencePolicy.Concern.COST),
                null,
                null));
    assertThat(readiness.captureFirst()).isEqualTo(EvidencePolicy.USUALLY_CAPTURED);
    assertThat(readiness.strategies())
        .containsExactly(
            new ContainmentStrategy(
                new PlaybookId("one"),
                "Cut off",
                ImmutableSet.of(ContainmentStrategy.Criterion.DAMAGE)));
    assertThat(readiness.techniques())
        .containsExactly(new Technique("T1566.001", "Attachment", ImmutableSet.of()));
  }

  @Test
  void reads_the_duties_of_a_role() {
    var file =
        PlanFiles.LEAST.replace("{kind: handler}", "{kind: handler, duties: [Lead, Decide]}");
    assertThat(PlanReader.read("plan.yaml", file).roles().get(0).duties())
        .containsExactly("Lead", "Decide");
  }

  @Test
  void reads_what_is_captured_before_it_is_destroyed() {
    assertThat(captureFirst("[caches, memory]"))
        .containsExactly(Volatility.CACHES, Volatility.MEMORY);
    assertThat(captureFirst("[]")).isEmpty();
    assertThat(
            PlanFiles.problemsOf(
                PlanFiles.least(
                    "evidencePolicy: {retention: 1d, captureFirst: [memory, ram, memory]}\n")))
        .containsExactly(
            "17:56: item 2 of \"captureFirst\" is \"ram\", expected one of caches, memory,"
                + " temporary-files, disk, remote-logs, physical-setup, archives",
            "17:61: item 3 of \"captureFirst\" is there twice: \"memory\"");
  }

  private static ImmutableSet<Volatility> captureFirst(String written) {
    var file =
        PlanFiles.least("evidencePolicy: {retention: 1d, captureFirst: %s}%n".formatted(written));
    return PlanReader.read("plan.yaml", file).readiness().captureFirst();
  }
}
