-- objections: who stood against what, and why?
-- Grain:    one row for each production and objection
-- Reads:    ObjectionRaised
-- Asked by: `cineledger why`, leads
-- Rows:     set once
-- Key:      number
-- Columns:
--   number: The objection's number.
--   question: The question under debate.
--   proposal: The proposal it stands against.
--   role: Who objects.
--   criterion: The role's criterion that the reason is tied to.
--   reason: Why, in the role's own words.
--   blocking: True when the character would break: the lead can't overrule it, the orchestrator can.
CREATE TABLE objections_history (
    stream VARCHAR, event BIGINT, position BIGINT, number BIGINT, question BIGINT, proposal BIGINT, role VARCHAR,
    criterion VARCHAR, reason VARCHAR, blocking BOOLEAN
);

INSERT INTO objections_history BY NAME
SELECT stream, number AS event, position, number, actor AS role, unnest(from_json(fact, '{
    "question": "BIGINT", "proposal": "BIGINT", "criterion": "VARCHAR", "reason": "VARCHAR", "blocking": "BOOLEAN"}'))
FROM batch
WHERE type = 'ObjectionRaised';
