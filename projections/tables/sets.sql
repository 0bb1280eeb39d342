-- sets: which sets does the film need?
-- Grain:    one row for each production and set
-- Reads:    SetGathered, WorkStruck
-- Asked by: the set designer, the producer, `cineledger bible`
-- Rows:     replaced together by set
-- Key:      set
-- Columns:
--   set: The set, as the crew calls it.
--   location: The place it belongs to.
--   names: How slug lines have it, as typed.
--   int_ext: INT, EXT, INT/EXT or EST, of its first scene.
--   scenes: Its scenes, in the order of the script.
--   eighths: Of a page, in all its scenes.
--   reason: Why these slug lines mean one set.
CREATE TABLE sets_history (
    stream VARCHAR, event BIGINT, position BIGINT, "set" VARCHAR, location VARCHAR, names VARCHAR[], int_ext VARCHAR,
    scenes VARCHAR[], eighths INTEGER, reason VARCHAR, removed BOOLEAN
);

INSERT INTO sets_history BY NAME
SELECT stream, number AS event, position, false AS removed, unnest(from_json(fact, '{
    "set": "VARCHAR", "location": "VARCHAR", "names": ["VARCHAR"], "int_ext": "VARCHAR", "scenes": ["VARCHAR"],
    "eighths": "INTEGER", "reason": "VARCHAR"}'))
FROM batch
WHERE type = 'SetGathered';

INSERT INTO sets_history BY NAME
SELECT stream, number AS event, position, true AS removed, fact->>'key' AS "set"
FROM batch
WHERE type = 'WorkStruck' AND fact->>'work' = 'SetGathered';
