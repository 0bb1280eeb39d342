-- set_designs: how does each set look, and what stands in it?
-- Grain:    one row for each production and designed set
-- Reads:    SetDesigned, WorkStruck
-- Asked by: the set designer, the cinematographer, the producer, `cineledger bible`
-- Rows:     replaced together by set
-- Key:      set
-- Columns:
--   set: The set, as the crew calls it.
--   build: location or stage.
--   environment: What place it is, when it is seen, how it is treated and lit.
--   atmosphere: Weather, smoke and other effects made on the day, each with the line that asks for it.
--   layout: What stands where, and the scene and line that need it there.
--   dressing: What else is in it.
--   practicals: Lights that are seen.
--   reason: Why stage or location, and why these colours.
CREATE TABLE set_designs_history (
    stream VARCHAR, event BIGINT, position BIGINT, "set" VARCHAR, build VARCHAR, environment VARCHAR,
    atmosphere VARCHAR[], layout VARCHAR[], dressing VARCHAR[], practicals VARCHAR[], reason VARCHAR, removed BOOLEAN
);

INSERT INTO set_designs_history BY NAME
SELECT stream, number AS event, position, false AS removed, unnest(from_json(fact, '{
    "set": "VARCHAR", "build": "VARCHAR", "environment": "VARCHAR", "atmosphere": ["VARCHAR"], "layout": ["VARCHAR"],
    "dressing": ["VARCHAR"], "practicals": ["VARCHAR"], "reason": "VARCHAR"}'))
FROM batch
WHERE type = 'SetDesigned';

INSERT INTO set_designs_history BY NAME
SELECT stream, number AS event, position, true AS removed, fact->>'key' AS "set"
FROM batch
WHERE type = 'WorkStruck' AND fact->>'work' = 'SetDesigned';
