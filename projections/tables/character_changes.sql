-- character_changes: who would have become another than was decided, and was held back?
-- Grain:    one row for each production and change that was held back; the question on it has its number under about
-- Reads:    ChangeHeldBack
-- Asked by: `cineledger character`, `cineledger sql`
-- Rows:     set once
-- Key:      number
-- Columns:
--   number: The event's number.
--   character: The name on the cue.
--   facet: The factor of personality on which she would go furthest beyond her bounds.
--   was: Where she stood on it, -1 to 1; null where nothing told.
--   would: Where she would stand.
--   low: The lower bound.
--   high: The upper bound.
--   traits: What she would be like, in words.
--   standing: Number of the event that says who she is.
--   reason: What makes her another.
--   role: Who held it back.
CREATE TABLE character_changes_history (
    stream VARCHAR, event BIGINT, position BIGINT, number BIGINT, character VARCHAR, facet VARCHAR, was DOUBLE,
    would DOUBLE, low DOUBLE, high DOUBLE, traits VARCHAR[], standing BIGINT, reason VARCHAR, role VARCHAR
);

INSERT INTO character_changes_history BY NAME
SELECT stream, event, position, event AS number, role, f.* EXCLUDE (identity), [t.trait FOR t IN f.identity.traits] AS traits
FROM (
    SELECT stream, number AS event, position, actor AS role, from_json(fact, '{
        "character": "VARCHAR", "facet": "VARCHAR", "was": "DOUBLE", "would": "DOUBLE", "low": "DOUBLE", "high": "DOUBLE",
        "standing": "BIGINT", "reason": "VARCHAR", "identity": {"traits": [{"trait": "VARCHAR"}]}}') AS f
    FROM batch
    WHERE type = 'ChangeHeldBack'
);
