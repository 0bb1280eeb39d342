-- fates: who does not come back from an episode?
-- Grain:    one row for each episode and person of whom its lines say so
-- Reads:    FatesRead, WorkStruck
-- Asked by: the showrunner, `cineledger sql`
-- Rows:     replaced together by report
-- Key:      character
-- Columns:
--   character: Who does not come back.
--   fate: dead or gone.
--   scene: The scene that says so.
--   line: Place of the script element that says so, counted from 0.
--   quote: The words of that element.
CREATE TABLE fates_history (
    stream VARCHAR, event BIGINT, position BIGINT, report VARCHAR, character VARCHAR, fate VARCHAR, scene VARCHAR,
    line BIGINT, quote VARCHAR, removed BOOLEAN
);

INSERT INTO fates_history BY NAME
SELECT stream, event, position, 'film' AS report, unnest(c), c IS NULL AS removed
FROM (
    SELECT stream, event, position, unnest(CASE WHEN len(f.fates) > 0 THEN f.fates ELSE [NULL] END) AS c
    FROM (
        SELECT stream, number AS event, position, from_json(fact, '{"fates": [{"character": "VARCHAR",
            "fate": "VARCHAR", "scene": "VARCHAR", "line": "BIGINT", "quote": "VARCHAR"}]}') AS f
        FROM batch
        WHERE type = 'FatesRead'
    )
);

INSERT INTO fates_history BY NAME
SELECT stream, number AS event, position, 'film' AS report, true AS removed
FROM batch
WHERE type = 'WorkStruck' AND fact->>'work' = 'FatesRead';
