package dev.firebreak.policy;

import dev.firebreak.fact.Condition;

/** What a policy demands. */
record PolicyCondition(String code, String statement) implements Condition {}
