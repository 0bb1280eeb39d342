-- fact_readings: when did the writer read the script for its facts, and what did that change?
-- Grain:    one row for each production and reading that changed something
-- Reads:    FactsRead
-- Asked by: the cast, `cineledger sql`
-- Rows:     set once
-- Key:      number
-- Columns:
--   number: The event's number.
--   draft: The draft that was read.
--   after: The event upon which it was.
--   facts: How many facts there are.
--   found: Those that were not there before, by their short names.
--   changed: Those that are told otherwise than before, or elsewhere.
--   gone: Those that are told no more.
CREATE TABLE fact_readings_history (
    stream VARCHAR, event BIGINT, position BIGINT, number BIGINT, draft BIGINT, after BIGINT, facts BIGINT,
    found VARCHAR[], changed VARCHAR[], gone VARCHAR[]
);

INSERT INTO fact_readings_history BY NAME
SELECT stream, event, position, event AS number, unnest(f)
FROM (
    SELECT stream, number AS event, position, from_json(fact, '{"draft": "BIGINT", "after": "BIGINT",
        "facts": "BIGINT", "found": ["VARCHAR"], "changed": ["VARCHAR"], "gone": ["VARCHAR"]}') AS f
    FROM batch
    WHERE type = 'FactsRead'
);
