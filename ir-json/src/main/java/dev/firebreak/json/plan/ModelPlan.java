package dev.firebreak.json.plan;

import static com.google.common.collect.ImmutableMap.toImmutableMap;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.firebreak.plan.ResponsePlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/**
 * A complete response plan of an organisation that does not exist, to start one's own from.
 *
 * <p>All its sections are filled, its playbooks share their common parts, and all of them run. Copy
 * its {@linkplain #files() files}, and put in your own people, numbers and dates.
 */
public final class ModelPlan {
  /** The name of the file that is the plan; it names the others. */
  public static final String FILE = "plan.yaml";

  private static final ImmutableList<String> PLAYBOOKS =
      ImmutableList.of(
          "ransomware",
          "phishing",
          "account-takeover",
          "business-email-compromise",
          "data-exfiltration",
          "lost-device",
          "web-attack",
          "denial-of-service",
          "insider",
          "supply-chain",
          "cloud-key",
          "malware",
          "isolate-host",
          "reset-account",
          "notify-authority",
          "after-action");

  private ModelPlan() {}

  /** Returns the plan. */
  public static ResponsePlan read() {
    return PlanReader.read(FILE, files());
  }

  /** Returns the texts of its files by their names below one folder, the plan first. */
  public static ImmutableMap<String, String> files() {
    return Stream.concat(
            Stream.of(FILE), PLAYBOOKS.stream().map(name -> "playbooks/" + name + ".yaml"))
        .collect(toImmutableMap(name -> name, ModelPlan::text));
  }

  private static String text(String name) {
    try (var in = ModelPlan.class.getResourceAsStream("model/" + name)) {
      return new String(requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
