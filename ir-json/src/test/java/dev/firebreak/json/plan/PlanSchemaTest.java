package dev.firebreak.json.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.firebreak.testkit.SeededIncidents;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The published schema takes what the reader takes, and both refuse what is malformed. */
class PlanSchemaTest {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final com.networknt.schema.Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(PlanSchema.text());

  /** Fields that name what the plan itself says, of which a schema knows nothing. */
  private static final ImmutableSet<String> NAMED =
      ImmutableSet.of("level", "majorFrom", "from", "calendar");

  @Test
  void is_what_plans_are_read_and_written_by() throws IOException {
    var now = PlanWriter.json(PlanSchema.described());
    var file = Path.of("target", PlanSchema.RESOURCE);
    Files.writeString(file, now, StandardCharsets.UTF_8);
    assertThat(PlanSchema.text())
        .as("the published schema is out of date: replace it by %s", file)
        .isEqualTo(now);
  }

  @Test
  void takes_the_fixtures_and_the_model_plan() {
    assertThat(SCHEMA.validate(tree(PlanFiles.JSON))).isEmpty();
    assertThat(SCHEMA.validate(PlanForm.FIELDS.write(ModelPlan.read()))).isEmpty();
  }

  @Property(tries = 40)
  void takes_every_plan_that_is_written(@ForAll long seed) {
    var plan = PlanForm.FIELDS.write(SeededIncidents.of(seed).nextDocument());
    assertThat(SCHEMA.validate(plan)).isEmpty();
  }

  @Test
  void refuses_what_the_reader_refuses_for_its_form_and_nothing_else() {
    var refused = 0;
    for (int seed = 0; seed < 300; seed++) {
      var random = new Random(seed);
      var plan = tree(PlanFiles.JSON);
      if (seed % 3 == 0) {
        plan = PlanForm.FIELDS.write(SeededIncidents.of(seed / 30).nextDocument());
      }
      var change = change(plan, random);
      var problems = PlanFiles.problemsOfJson(plan.toString());
      var errors = SCHEMA.validate(plan);
      if (!errors.isEmpty()) {
        refused++;
        assertThat(problems).as("after %s: %s", change, errors).isNotEmpty();
      }
      if (problems.stream().anyMatch(PlanSchemaTest::isOfForm)) {
        assertThat(errors).as("after %s: %s", change, problems).isNotEmpty();
      }
    }
    assertThat(refused).isGreaterThan(200);
  }

  private static boolean isOfForm(String problem) {
    return problem.contains("unknown field")
        || problem.contains("missing field")
        || problem.contains("is an object, expected")
        || problem.contains("is a list, expected")
        || problem.contains("put it in quotes")
        || (problem.contains("\"zzz\", expected one of")
            && NAMED.stream().noneMatch(name -> problem.contains("\"" + name + "\" is")));
  }

  /** Changes one thing somewhere in the plan, and says which. */
  private static String change(JsonNode plan, Random random) {
    var node = plan;
    var path = new StringBuilder();
    while (true) {
      if (node instanceof ObjectNode object && !object.isEmpty()) {
        var names = ImmutableList.copyOf(object.propertyNames());
        var name = names.get(random.nextInt(names.size()));
        var value = object.get(name);
        path.append('/').append(name);
        if (value.isContainer() && !value.isEmpty() && random.nextInt(5) > 0) {
          node = value;
          continue;
        }
        switch (random.nextInt(3)) {
          case 0 -> object.remove(name);
          case 1 -> object.put("zzz", 1);
          default -> object.set(name, other(value, random));
        }
        return path.toString();
      }
      if (!(node instanceof ArrayNode list) || list.isEmpty()) {
        return path.toString();
      }
      var at = random.nextInt(list.size());
      path.append('/').append(at);
      if (!list.get(at).isContainer()) {
        list.set(at, other(list.get(at), random));
        return path.toString();
      }
      node = list.get(at);
    }
  }

  private static JsonNode other(JsonNode value, Random random) {
    if (value.isString() && random.nextBoolean()) {
      return JSON.stringNode("zzz");
    }
    return value.isString() ? JSON.objectNode().put("zzz", 1) : JSON.stringNode("zzz");
  }

  private static JsonNode tree(String json) {
    return JsonMapper.shared().readTree(json);
  }
}
