-- growth: how far may each character become another, and where does she stand?
-- Grain:    one row for each production, character and factor of personality that has bounds
-- Reads:    IdentityDrawn, WorkStruck
-- Asked by: the writer, the showrunner, `cineledger character`
-- Rows:     replaced together by piece
-- Key:      character, facet
-- Columns:
--   character: The name on the cue.
--   facet: The factor: openness, conscientiousness, extraversion, agreeableness or stability.
--   stands: Where she stands on it, -1 to 1: the mean of the traits that speak of it; null where none does.
--   low: How far down she may go.
--   high: How far up.
--   toward: Where it is to go and why.
--   decided: The bounds were decided, and bind; else they are a reading.
CREATE TABLE growth_history (
    stream VARCHAR, event BIGINT, position BIGINT, piece VARCHAR, character VARCHAR, facet VARCHAR, stands DOUBLE,
    low DOUBLE, high DOUBLE, toward VARCHAR, decided BOOLEAN, removed BOOLEAN
);

INSERT INTO growth_history BY NAME
SELECT stream, event, position, false AS removed, character AS piece, character, decided, g.facet, g.low, g.high, g.toward,
       round(list_avg([t.value FOR t IN traits IF t.facet = g.facet]), 2) AS stands
FROM (
    SELECT stream, event, position, f.character, f.decided, f.identity.traits AS traits, unnest(f.identity.growth) AS g
    FROM (
        SELECT stream, number AS event, position, from_json(fact, '{
            "character": "VARCHAR", "decided": "BOOLEAN", "identity": {"traits": [{"facet": "VARCHAR", "value": "DOUBLE"}],
            "growth": [{"facet": "VARCHAR", "low": "DOUBLE", "high": "DOUBLE", "toward": "VARCHAR"}]}}') AS f
        FROM batch
        WHERE type = 'IdentityDrawn'
    )
);

INSERT INTO growth_history BY NAME
SELECT stream, number AS event, position, true AS removed, coalesce(fact->>'character', fact->>'key') AS piece
FROM batch
WHERE (type = 'IdentityDrawn' AND json_array_length(fact, '$.identity.growth') = 0)
   OR (type = 'WorkStruck' AND fact->>'work' = 'IdentityDrawn');
