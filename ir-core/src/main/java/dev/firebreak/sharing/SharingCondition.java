package dev.firebreak.sharing;

import dev.firebreak.fact.Condition;

/** What must hold for who may see an incident. */
public enum SharingCondition implements Condition {
  /** A marking is loosened only with the permission of the source. */
  PERMITTED("sharing.permitted", "A marking is loosened only with the permission of the source."),
  /** Who restricts an incident is among those who may see it afterwards. */
  KEEPS_ASKER(
      "sharing.keeps-asker", "Who restricts an incident is among those who may see it afterwards."),
  /** Only what is restricted or privileged is opened or waived. */
  APPLIES("sharing.applies", "Only what is restricted or privileged is opened or waived.");

  private final String code;
  private final String statement;

  SharingCondition(String code, String statement) {
    this.code = code;
    this.statement = statement;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public String statement() {
    return statement;
  }
}
