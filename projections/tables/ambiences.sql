-- ambiences: what does each set sound like when nobody does anything?
-- Grain:    one row for each production and set
-- Reads:    AmbienceDesigned, WorkStruck
-- Asked by: the sound designer, `cineledger bible`
-- Rows:     replaced together by set
-- Key:      set
-- Columns:
--   set: The set, as the crew calls it.
--   layers: What is heard, from what is nearest to what is furthest.
--   by_time: What changes by time of day, each as the slug line's time, a colon and the change.
--   reason: Why it sounds so.
CREATE TABLE ambiences_history (
    stream VARCHAR, event BIGINT, position BIGINT, "set" VARCHAR, layers VARCHAR[], by_time VARCHAR[], reason VARCHAR,
    removed BOOLEAN
);

INSERT INTO ambiences_history BY NAME
SELECT stream, event, position, false AS removed, f."set", f.layers, f.reason,
       list_transform(f.by_time, lambda pair: concat_ws(': ', pair[1], pair[2])) AS by_time
FROM (
    SELECT stream, number AS event, position, from_json(fact, '{
        "set": "VARCHAR", "layers": ["VARCHAR"], "by_time": [["VARCHAR"]], "reason": "VARCHAR"}') AS f
    FROM batch
    WHERE type = 'AmbienceDesigned'
);

INSERT INTO ambiences_history BY NAME
SELECT stream, number AS event, position, true AS removed, fact->>'key' AS "set"
FROM batch
WHERE type = 'WorkStruck' AND fact->>'work' = 'AmbienceDesigned';
