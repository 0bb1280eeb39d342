-- passes: who chose silence or was refused, and why?
-- Grain:    one row for each production and silent or refused reaction
-- Reads:    ReactionPassed, CommandRefused
-- Asked by: `cineledger why`, leads
-- Rows:     set once
-- Key:      number
-- Columns:
--   number: The event's number.
--   role: Who was silent or refused.
--   kind: passed or refused.
--   question: The question whose round it sat out, null for none.
--   command: The command that was refused, null for silence.
--   reason: Why, in the role's or the ledger's words.
--   hint: What the ledger advised, null for silence.
CREATE TABLE passes_history (
    stream VARCHAR, event BIGINT, position BIGINT, number BIGINT, role VARCHAR, kind VARCHAR, question BIGINT,
    command VARCHAR, reason VARCHAR, hint VARCHAR
);

INSERT INTO passes_history BY NAME
SELECT stream, number AS event, position, number, actor AS role,
       CASE type WHEN 'ReactionPassed' THEN 'passed' ELSE 'refused' END AS kind,
       unnest(from_json(fact, '{"question": "BIGINT", "command": "VARCHAR", "reason": "VARCHAR", "hint": "VARCHAR"}'))
FROM batch
WHERE type IN ('ReactionPassed', 'CommandRefused');
