/**
 * Reads and writes events, facts, alerts and identifiers as JSON.
 *
 * <p>Start with {@link dev.firebreak.json.FirebreakJson#mapper}, the strict mapper that a journal
 * wants, or add a {@link dev.firebreak.json.FirebreakModule} to a mapper of your own. An event is
 * one flat object, first its envelope, then what its fact holds:
 *
 * <pre>{@code
 * {"type":"action.approved","stream":"single/incident/inc-1","sequence":2,"actor":"alice",
 *  "occurred":"2026-11-24T10:00:00+01:00","recorded":"2026-11-24T09:00:05Z","cause":"event:2",
 *  "action":"a-1"}
 * }</pre>
 *
 * <p>The form follows from the records: their components by name and in order, without those that
 * are null. A record of one string or whole number is just that; enumerations are names, moments
 * and durations ISO 8601. So a concept of a vendor's own has its JSON without a line here. Members
 * may come in any order. An event of an unknown kind, with an unknown member or with an unknown
 * name of an enumeration was written by a newer version: it is kept as its text, an {@link
 * dev.firebreak.fact.UnknownFact}. Anything else that is wrong is a {@link
 * tools.jackson.core.JacksonException} with path, line and column.
 */
@NullMarked
package dev.firebreak.json;

import org.jspecify.annotations.NullMarked;
