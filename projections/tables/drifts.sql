-- drifts: which decisions were found to keep away from what was asked for?
-- Grain:    one row for each production and drift that was found; the question on it has its number under about
-- Reads:    DriftFound
-- Asked by: `cineledger sql`
-- Rows:     set once
-- Key:      number
-- Columns:
--   number: The event's number.
--   drifted: The question that was decided so.
--   decision: The decision.
--   far: From 0, a shade, to 1, the opposite of what was asked, or a constraint broken.
--   against: The orchestrator's words that it keeps away from.
--   said: Number of the event that holds those words.
--   reason: How it keeps away.
--   role: Who found it.
CREATE TABLE drifts_history (
    stream VARCHAR, event BIGINT, position BIGINT, number BIGINT, drifted BIGINT, decision BIGINT, far DOUBLE,
    against VARCHAR, said BIGINT, reason VARCHAR, role VARCHAR
);

INSERT INTO drifts_history BY NAME
SELECT stream, event, position, event AS number, role, f.*
FROM (
    SELECT stream, number AS event, position, actor AS role, from_json(fact, '{
        "drifted": "BIGINT", "decision": "BIGINT", "far": "DOUBLE", "against": "VARCHAR", "said": "BIGINT",
        "reason": "VARCHAR"}') AS f
    FROM batch
    WHERE type = 'DriftFound'
);
