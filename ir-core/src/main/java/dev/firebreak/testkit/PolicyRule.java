package dev.firebreak.testkit;

/** What a policy must do, by the names under which {@link PolicyContract} reports it. */
enum PolicyRule {
  NAMED("named", "Name, version and explanation are not blank, never change, and can be recorded"),
  TOTAL("total", "It answers about every context and throws nothing"),
  TERMINATES("terminates", "It answers in time"),
  ANSWERS("answers", "An answer is there, and nothing in it is null"),
  ALIKE_AGAIN("alike-when-asked-again", "It answers alike when asked again at once"),
  ALIKE_IN_ANY_ORDER("alike-in-any-order", "It answers alike whatever it was asked before"),
  ALIKE_FOR_EQUAL_CONTEXTS(
      "alike-for-equal-contexts", "It answers alike about a context that is equal, not the same"),
  ALIKE_ON_ANY_THREAD("alike-on-any-thread", "It answers alike on another thread"),
  ALIKE_IN_ANY_LOCALE("alike-in-any-locale", "It answers alike whatever the default locale is"),
  ALIKE_IN_ANY_ZONE("alike-in-any-zone", "It answers alike whatever the default time zone is"),
  NAMES_CONDITION(
      "names-condition", "A rejection names a condition of the policy, with a statement"),
  CITES_HISTORY("cites-history", "The facts of a rejection are events of the incident"),
  OFFERS_WAY_OUT("offers-way-out", "A remedy does not send the one who asks back to himself"),
  STAYS_IN_PLAN("stays-in-plan", "It answers with what the plan has"),
  STAYS_WITH_OPEN(
      "stays-with-open", "It places a new alert with a candidate, or where there is none"),
  SIGNS("signs", "An answer says that it is given under this policy, in its version"),
  PRINTS_NOTHING("prints-nothing", "It prints nothing"),
  SETS_NO_PROPERTY("sets-no-property", "It sets no system property"),
  SETS_NO_DEFAULT("sets-no-default", "It changes neither default locale nor default time zone"),
  LEAVES_NO_THREAD("leaves-no-thread", "It leaves no thread running");

  private final String code;
  private final String statement;

  PolicyRule(String code, String statement) {
    this.code = code;
    this.statement = statement;
  }

  String code() {
    return code;
  }

  String statement() {
    return statement;
  }
}
