package dev.firebreak.json.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.google.common.collect.ImmutableList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is told of a plan that reads well as YAML, but says something wrong. */
class PlanProblemsTest {
  private static final String IDENTIFIER =
      " must be 1..128 letters, digits or . _ : @ + - and start with a letter or digit but was ";
  private static final String DURATION =
      ", expected a duration such as 15m, 72h, 14d or PT1H30M, up to ten years";

  @ParameterizedTest(name = "{0} -> {1}: {2}")
  @MethodSource({"values", "fields", "references", "rules"})
  void tells_where_what_and_what_was_expected(String from, String to, String expected) {
    var yaml = PlanFiles.YAML.replace(from, to);
    assertThat(yaml).isNotEqualTo(PlanFiles.YAML);

    assertThat(String.join("\n", PlanFiles.problemsOf(yaml))).isEqualTo(expected);
  }

  static Stream<Arguments> values() {
    return Stream.of(
        arguments("plan: example", "plan: two words", "1:7: plan" + IDENTIFIER + "\"two words\""),
        arguments("plan: example", "plan: ''", "1:7: plan" + IDENTIFIER + "\"\""),
        arguments(
            "plan: example", "plan:", "1:6: \"plan\" is empty, expected the name of the plan"),
        arguments(
            "plan: example", "plan: [a]", "1:7: \"plan\" is a list, expected the name of the plan"),
        arguments(
            "version: \"2026.1\"\ntitle",
            "version: 2026.1\ntitle",
            "2:10: \"version\" is the number 2026.1, expected text: put it in quotes"),
        arguments(
            "title: Example response",
            "title: {a: b}",
            "3:8: \"title\" is an object, expected text"),
        arguments(
            "title: Example response",
            "title: true",
            "3:8: \"title\" is true, expected text: put it in quotes"),
        arguments(
            "title: Example response", "title: ' '", "3:8: \"title\" is blank, expected text"),
        arguments(
            "title: Example response", "title: null", "3:8: \"title\" is empty, expected text"),
        arguments(
            "2026-09-01",
            "01.09.2026",
            "7:11: \"reviewed\" is \"01.09.2026\", expected a date such as 2026-09-30"),
        arguments(
            "2026-09-01",
            "2026-02-30",
            "7:11: \"reviewed\" is \"2026-02-30\", expected a date such as 2026-09-30"),
        arguments("10d", "10 days", "8:15: \"reviewWithin\" is \"10 days\"" + DURATION),
        arguments("10d", "10", "8:15: \"reviewWithin\" is the number 10" + DURATION),
        arguments("10d", "'10'", "8:15: \"reviewWithin\" is \"10\"" + DURATION),
        arguments("10d", "''", "8:15: \"reviewWithin\" is \"\"" + DURATION),
        arguments("10d", "-10d", "8:15: \"reviewWithin\" is \"-10d\"" + DURATION),
        arguments("10d", "P-1D", "8:15: \"reviewWithin\" is \"P-1D\"" + DURATION),
        arguments("10d", "3661d", "8:15: \"reviewWithin\" is \"3661d\"" + DURATION),
        arguments(
            "10d",
            "9223372036854775807d",
            "8:15: \"reviewWithin\" is \"9223372036854775807d\"" + DURATION),
        arguments(
            "INCIDENT_MANAGER",
            "incident-manger",
            "13:11: \"kind\" is \"incident-manger\", expected one of incident-manager,"
                + " incident-lead, tech-lead, handler, analyst, scribe, evidence-custodian,"
                + " leadership, management-body, infosec, it-support, legal, privacy-officer,"
                + " public-affairs, media-contact, hr, physical-security, bcp, asset-owner,"
                + " third-party; did you mean \"incident-manager\"?"),
        arguments(
            "primary: ada",
            "primary: Ada Lovelace",
            "14:14: actor" + IDENTIFIER + "\"Ada Lovelace\""),
        arguments(
            "[grace, barbara]",
            "[grace, 7, [a]]",
            "15:23: item 2 of \"deputies\" is the number 7, expected the name of a person: put it"
                + " in quotes\n"
                + "15:26: item 3 of \"deputies\" is a list, expected the name of a person"),
        arguments(
            "[grace, barbara]",
            "[grace, grace]",
            "15:23: item 2 of \"deputies\" is there twice: \"grace\""),
        arguments(
            "[Waive, close]",
            "[waive, clsoe]",
            "16:26: item 2 of \"authorities\" is \"clsoe\", expected one of waive, close,"
                + " merge, disconnect, confiscate, monitor, break-glass; did you mean \"close\"?"),
        arguments(
            "[Waive, close]",
            "5",
            "16:18: \"authorities\" is the number 5, expected one of waive, close, merge,"
                + " disconnect, confiscate, monitor, break-glass"),
        arguments(
            "mandatory: false",
            "mandatory: no",
            "36:20: \"mandatory\" is \"no\", expected true or false"),
        arguments(
            "mandatory: false",
            "mandatory: 0",
            "36:20: \"mandatory\" is the number 0, expected true or false"),
        arguments(
            "count: 2",
            "count: 0",
            "42:40: \"count\" is the number 0, expected a whole number from 1 to 100"),
        arguments(
            "count: 2",
            "count: 101",
            "42:40: \"count\" is the number 101, expected a whole number from 1 to 100"),
        arguments(
            "count: 2",
            "count: 1.5",
            "42:40: \"count\" is the number 1.5, expected a whole number from 1 to 100"),
        arguments(
            "count: 2",
            "count: .inf",
            "42:40: \"count\" is the number .inf, expected a whole number from 1 to 100"),
        arguments(
            "count: 2",
            "count: .nan",
            "42:40: \"count\" is the number .nan, expected a whole number from 1 to 100"),
        arguments(
            "count: 2",
            "count: 01",
            "42:40: \"count\" is \"01\", expected a whole number from 1 to 100"),
        arguments(
            "count: 2",
            "count: " + "9".repeat(50),
            "42:40: \"count\" is the number "
                + "9".repeat(40)
                + "…, expected a whole number from 1 to 100"));
  }

  static Stream<Arguments> fields() {
    return Stream.of(
        arguments("title: Example response\n", "", "1:1: missing field \"title\", expected text"),
        arguments(
            "majorFrom: high\n",
            "\n",
            "21:3: missing field \"majorFrom\", expected one of low, high"),
        arguments(
            "        phase: identification\n",
            "",
            "32:9: missing field \"phase\", expected one of preparation, identification,"
                + " containment, eradication, recovery, post-incident"),
        arguments(
            "starts: declared\n    within: 72h",
            "within: 72h",
            "54:5: missing field \"starts\", expected one of opened, acknowledged, classified,"
                + " declared, contained, eradicated, recovered, notified, reviewed, closed, a"
                + " determination such as gdpr/aware, or after/ and an obligation, or a list of such"),
        arguments(
            "{to: handler, respondsWithin: 90s}",
            "{to: handler}",
            "63:5: missing field \"respondsWithin\"" + DURATION),
        arguments(
            "  window: 2h",
            "  windows: 2h",
            "66:3: unknown field \"windows\", expected one of window, shared, remembered; did"
                + " you mean \"window\"?"),
        arguments(
            "  remembered: 60d",
            "  remembered: 1h",
            "66:3: remembered must be positive and not shorter than the window, but was PT1H"),
        arguments(
            "        role: handler\n        mandatory",
            "        Role: handler\n        mandatory",
            "32:9: missing field \"role\", expected the name of a role\n"
                + "35:9: unknown field \"Role\", expected one of id, phase, title, role,"
                + " mandatory, action, approval, instructions, evidence, timeout, after; did"
                + " you mean \"role\"?"),
        arguments(
            "    deputies: linus",
            "    deputies: linus\n    telephone: none",
            "20:5: unknown field \"telephone\", expected one of kind, primary, deputies,"
                + " authorities, duties"),
        arguments(
            "approval: {by: manager, count: 2}",
            "approval: manager",
            "42:19: \"approval\" is \"manager\", expected an object with by, count and holdsFor"),
        arguments(
            "{audience: staff, what: All of it}",
            "all",
            "51:5: item 2 of \"communications\" is \"all\", expected a rule for an audience"),
        arguments(
            "phase.close: manager",
            "phase.clsoe: manager",
            "70:3: there is no command \"phase.clsoe\", expected one of"
                + " phase.enter, phase.close, phase.reopen, phase.confirm-criterion,"
                + " phase.waive-criterion; did you mean \"phase.close\"?"),
        arguments(
            "phase.close: manager",
            "close: manager",
            "70:3: a command is named such as action.approve, or action.*, but was \"close\""),
        arguments(
            "{policy: acme-other}",
            "{policy: acme other}",
            "76:14: policy must be 1..128 letters, digits or . _ : @ + - and start with a letter or"
                + " digit but was \"acme other\""),
        arguments(
            "people: 2",
            "people: [2]",
            "75:35: \"people\" is a list, expected a text, a number, true or false"),
        arguments(
            "scope.*: [manager, handler]",
            "scope.*: []",
            "71:12: \"scope.*\" is empty, expected a role"),
        arguments(
            """
            escalation:
              - {to: handler, respondsWithin: 90s}
              - {to: manager, respondsWithin: PT1H30M}
            """,
            "escalation: none\n",
            "62:13: \"escalation\" is \"none\", expected a list of levels"),
        arguments(
            "  handler:\n    kind: handler\n    deputies: linus\n",
            "  handler: linus\n",
            "17:12: \"handler\" is \"linus\", expected a role"));
  }

  static Stream<Arguments> references() {
    return Stream.of(
        arguments(
            "role: manager, on",
            "role: manger, on",
            "10:33: no role manger in this plan, which has [manager, handler]; did you mean"
                + " \"manager\"?"),
        arguments(
            "approval: {by: manager}",
            "approval: {by: ciso}",
            "48:24: no role ciso in this plan, which has [manager, handler]"),
        arguments(
            "to: handler",
            "to: handlers",
            "63:10: no role handlers in this plan, which has [manager, handler]; did you mean"
                + " \"handler\"?"),
        arguments(
            "categories: ransomware\n",
            "categories: ransomwear\n",
            "61:17: no category ransomwear in this plan, which has [ransomware, wiper]; did you"
                + " mean \"ransomware\"?"),
        arguments(
            "scope.*: [manager, handler]",
            "scope.*: [manager, hander]",
            "71:22: no role hander in this plan, which has [manager, handler]; did you mean"
                + " \"handler\"?"),
        arguments("id: review", "id: isolate", "43:13: step isolate is there twice"),
        arguments("id: tell", "id: acknowledge", "54:9: obligation acknowledge is there twice"),
        arguments(
            "majorFrom: high",
            "majorFrom: High",
            "22:14: \"majorFrom\" is \"High\", expected one of low, high; did you mean \"high\"?"),
        arguments(
            "{functional: high, level: high}",
            "{functional: high, level: dire}",
            "24:33: \"level\" is \"dire\", expected one of low, high"));
  }

  static Stream<Arguments> rules() {
    return Stream.of(
        arguments(
            "        action: isolate-host\n",
            "",
            "37:9: step isolate has no action to be approved"),
        arguments(
            "    recipient: regulator\n",
            "",
            "54:5: an obligation names a recipient just when it ends with NOTIFIED"),
        arguments("within: 15m", "within: 0m", "53:84: within must be positive but was PT0S"),
        arguments(
            "respondsWithin: 90s",
            "respondsWithin: 0s",
            "63:5: respondsWithin must be positive but was PT0S"),
        arguments(
            "    - {level: low}\n",
            "",
            "24:5: the last row must fit every impact, so that none is left without a severity"),
        arguments(
            "levels: [low, high]",
            "levels: [low, low, high]",
            "21:17: item 2 of \"levels\" is there twice: \"low\""));
  }

  @Test
  void tells_everything_at_once_in_the_order_of_the_file() {
    var yaml =
        """
        plan: p
        version: v1
        title: T
        approvals: [{by: ada, role: nobody, on: 2026-09-02, version: "1"}]
        roles:
          boss: {kind: handlr}
          "a b": {kind: handler}
        severity:
          levels: [low, high]
          majorFrom: high
          matrix: []
        playbooks:
          - title: No name
            categories: [ransomware]
            steps:
              - {id: a, phase: now, title: A, role: bos, approval: {by: nobody}}
              - {phase: containment, title: B, role: nobody}
              - {id: a, phase: containment, title: C, role: boss}
              - C
              - {id: d, phase: containment, title: D, role: nobody}
          - id: two
            categories: [phishing]
            steps: none
        obligations:
          - {id: o, title: T, source: S, starts: opened, within: 1h, ends: closed, categories: [fire]}
        """;

    assertThat(PlanFiles.problemsOf(yaml))
        .extracting(line -> line.replaceAll(", (expected|which has|so that) .*", ""))
        .containsExactly(
            "4:29: no role nobody in this plan",
            "6:16: \"kind\" is \"handlr\"",
            "7:3: role" + IDENTIFIER + "\"a b\"",
            "11:11: the last row must fit every impact",
            "13:5: missing field \"id\"",
            "16:24: \"phase\" is \"now\"",
            "16:45: no role bos in this plan",
            "16:65: no role nobody in this plan",
            "17:9: missing field \"id\"",
            "17:46: no role nobody in this plan",
            "18:14: step a is there twice",
            "19:9: item 4 of \"steps\" is \"C\"",
            "20:53: no role nobody in this plan",
            "21:5: missing field \"title\"",
            "23:12: \"steps\" is \"none\"",
            "25:89: no category fire in this plan");
  }

  @Test
  void does_not_blame_a_reference_for_what_it_names_being_wrong() {
    var yaml =
        PlanFiles.least(
            "obligations:\n  - {id: o, title: T, source: S, starts: opened, "
                + "within: 1h, ends: closed, categories: [ransomware]}\n");

    assertThat(PlanFiles.problemsOf(yaml)).isEmpty();
    assertThat(PlanFiles.problemsOf(yaml.replace("[ransomware]\n", "[a b]\n")))
        .containsExactly("14:18: category" + IDENTIFIER + "\"a b\"");
    assertThat(PlanFiles.problemsOf(yaml.replace("playbooks:", "playboks:"))).hasSize(2);
    assertThat(PlanFiles.problemsOf(yaml.replace("  - id: one", "  - 1\n  - id: one"))).hasSize(1);
    assertThat(PlanFiles.problemsOf(yaml.replace("roles:", "rolls:"))).hasSize(2);
    assertThat(PlanFiles.problemsOf(yaml.replace("  boss: {kind: handler}", "  - boss")))
        .containsExactly("5:3: \"roles\" is a list, expected an object with a field for each role");
    assertThat(PlanFiles.problemsOf(yaml.replace("levels: [low, high]", "levels: low, high")))
        .containsExactly("7:11: severity" + IDENTIFIER + "\"low, high\"");
    assertThat(PlanFiles.problemsOf(yaml.replace("    - {level: low}\n", "    - {levl: low}\n")))
        .hasSize(2);
  }

  @Test
  void lists_so_many_problems_and_says_that_there_are_more() {
    var yaml = new StringBuilder();
    for (int i = 0; i < Problems.MOST; i++) {
      yaml.append("unknown-").append(i).append(": 1\n");
    }
    ImmutableList<String> problems = PlanFiles.problemsOf(yaml.toString());

    assertThat(problems).hasSize(Problems.MOST + 1);
    assertThat(problems.get(Problems.MOST)).endsWith("there are more than these 250 problems");
  }
}
