package dev.firebreak.severity;

/** What an incident does, in the three scales of NIST SP 800-61 Rev. 2, section 3.2.6. */
public record Impact(
    FunctionalImpact functional, InformationImpact information, Recoverability recoverability) {}
