-- scenes: which scenes stand in the script, in which order?
-- Grain:    one row for each production and scene
-- Reads:    SceneWritten
-- Asked by: `cineledger export`, `cineledger diff`
-- Rows:     replaced whole
-- Key:      scene
-- Columns:
--   scene: The scene's stable id, as in shots and beats.
--   place: The scene's place in the script, counted from 1.
--   number: The scene number that the production office gives it.
--   heading: The slug line, null for what stands before the first one.
--   int_ext: INT, EXT, INT/EXT or EST, null where the slug line names none.
--   location: Where it plays, as the slug line has it.
--   day_night: The time of day as typed, in upper case.
--   text: The scene's source lines, unchanged.
CREATE TABLE scenes_history (
    stream VARCHAR, event BIGINT, position BIGINT, scene VARCHAR, number VARCHAR, heading VARCHAR, int_ext VARCHAR,
    location VARCHAR, day_night VARCHAR, text VARCHAR
);

INSERT INTO scenes_history BY NAME
SELECT stream, number AS event, position, unnest(from_json(fact, '{
    "scene": "VARCHAR", "number": "VARCHAR", "heading": "VARCHAR", "int_ext": "VARCHAR", "location": "VARCHAR",
    "day_night": "VARCHAR", "text": "VARCHAR"}'))
FROM batch
WHERE type = 'SceneWritten';

SELECT r.*, row_number() OVER (PARTITION BY r.production ORDER BY r.first_event) AS place FROM rows r;
