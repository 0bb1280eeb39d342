-- dissents: over whose objection was it decided?
-- Grain:    one row for each production and dissent kept
-- Reads:    DissentRecorded
-- Asked by: `cineledger why`
-- Rows:     set once
-- Key:      number
-- Columns:
--   number: The dissent's number.
--   question: The question that was decided.
--   proposal: The proposal that was approved.
--   role: Who had stood elsewhere.
--   stood: Number of the event in which the role last said where it stood.
--   reason: Why, in the role's own words.
CREATE TABLE dissents_history (
    stream VARCHAR, event BIGINT, position BIGINT, number BIGINT, question BIGINT, proposal BIGINT, role VARCHAR,
    stood BIGINT, reason VARCHAR
);

INSERT INTO dissents_history BY NAME
SELECT stream, event, position, event AS number, f.* EXCLUDE (position), f.position AS stood
FROM (
    SELECT stream, number AS event, position, from_json(fact, '{
        "question": "BIGINT", "proposal": "BIGINT", "role": "VARCHAR", "position": "BIGINT", "reason": "VARCHAR"}') AS f
    FROM batch
    WHERE type = 'DissentRecorded'
);
