/**
 * How bad an incident is: its impact in three scales, the severity that follows, and the matrix
 * between them.
 *
 * <p>The scales and their levels are those of NIST SP 800-61 Rev. 2, section 3.2.6, tables 3-2 to
 * 3-4. That document has no matrix over them: the plan brings one, as a {@link
 * dev.firebreak.severity.SeverityMatrix}.
 */
@NullMarked
package dev.firebreak.severity;

import org.jspecify.annotations.NullMarked;
