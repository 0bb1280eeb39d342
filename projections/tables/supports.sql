-- supports: who stood behind what, and why?
-- Grain:    one row for each production and support given
-- Reads:    SupportGiven
-- Asked by: `cineledger why`, leads
-- Rows:     set once
-- Key:      number
-- Columns:
--   number: The support's number.
--   question: The question under debate.
--   proposal: The proposal it stands behind.
--   role: Who supports it.
--   criterion: The role's criterion that the reason is tied to.
--   reason: Why, in the role's own words.
CREATE TABLE supports_history (
    stream VARCHAR, event BIGINT, position BIGINT, number BIGINT, question BIGINT, proposal BIGINT, role VARCHAR,
    criterion VARCHAR, reason VARCHAR
);

INSERT INTO supports_history BY NAME
SELECT stream, number AS event, position, number, actor AS role, unnest(from_json(fact, '{
    "question": "BIGINT", "proposal": "BIGINT", "criterion": "VARCHAR", "reason": "VARCHAR"}'))
FROM batch
WHERE type = 'SupportGiven';
