/**
 * Layers of the MITRE ATT&amp;CK Navigator: which techniques a plan expects, and which of them a
 * playbook answers.
 *
 * <p>Start with {@link dev.firebreak.json.navigator.NavigatorLayer}. Layers are only written.
 */
@NullMarked
package dev.firebreak.json.navigator;

import org.jspecify.annotations.NullMarked;
