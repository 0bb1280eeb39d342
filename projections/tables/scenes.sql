-- scenes: which scenes stand in the script, in which order?
-- Grain:    one row for each production and scene
-- Reads:    SceneWritten, SceneRevised, SceneRenumbered, SceneOmitted, ScriptPaged
-- Asked by: `cineledger export`, `cineledger diff`
-- Rows:     set column by column
-- Key:      scene
-- Columns:
--   scene: The scene's stable id, as in shots and beats.
--   place: The scene's place in the script, counted from 1, omitted scenes among them.
--   number: The scene number that the production office gives it.
--   heading: The slug line, null for what stands before the first one.
--   int_ext: INT, EXT, INT/EXT or EST, null where the slug line names none.
--   location: Where it plays, as the slug line has it.
--   day_night: The time of day as typed, in upper case.
--   text: The scene's source lines, unchanged; empty for an omitted scene.
--   omitted: True when a draft left it out; its number stays.
--   draft: The draft that last changed it, counted from 1.
--   page: The page it begins on, null in productions from before pages were counted.
--   last_page: The page it ends on.
--   eighths: Its length in eighths of a page; 0 where nothing of it is printed.
CREATE TABLE scenes_history (
    stream VARCHAR, event BIGINT, position BIGINT, scene VARCHAR, number VARCHAR, heading VARCHAR, int_ext VARCHAR,
    location VARCHAR, day_night VARCHAR, text VARCHAR, omitted BOOLEAN, draft BIGINT, page INTEGER,
    last_page INTEGER, eighths INTEGER, cleared VARCHAR[], beside BOOLEAN
);

INSERT INTO scenes_history BY NAME
SELECT stream, event, position, f.* EXCLUDE (text, draft), false AS beside,
       CASE type WHEN 'SceneOmitted' THEN '' ELSE f.text END AS text,
       CASE type WHEN 'SceneOmitted' THEN true WHEN 'SceneRenumbered' THEN NULL ELSE false END AS omitted,
       coalesce(f.draft, 1) AS draft,
       CASE WHEN type IN ('SceneWritten', 'SceneRevised') THEN list_filter([
           CASE WHEN f.heading IS NULL THEN 'heading' END, CASE WHEN f.int_ext IS NULL THEN 'int_ext' END,
           CASE WHEN f.location IS NULL THEN 'location' END, CASE WHEN f.day_night IS NULL THEN 'day_night' END
       ], lambda c: c IS NOT NULL) END AS cleared
FROM (
    SELECT stream, number AS event, position, type, from_json(fact, '{
        "scene": "VARCHAR", "number": "VARCHAR", "heading": "VARCHAR", "int_ext": "VARCHAR", "location": "VARCHAR",
        "day_night": "VARCHAR", "text": "VARCHAR", "draft": "BIGINT"}') AS f
    FROM batch
    WHERE type IN ('SceneWritten', 'SceneRevised', 'SceneRenumbered', 'SceneOmitted')
);

INSERT INTO scenes_history BY NAME
SELECT stream, event, position, unnest(s), true AS beside
FROM (
    SELECT stream, number AS event, position, unnest(from_json(fact, '{"scenes": [
        {"scene": "VARCHAR", "page": "INTEGER", "last_page": "INTEGER", "eighths": "INTEGER"}]}').scenes) AS s
    FROM batch
    WHERE type = 'ScriptPaged'
);

SELECT r.*, row_number() OVER (PARTITION BY r.production
                               ORDER BY list_position(o.scenes, r.scene) NULLS LAST, r.first_event) AS place
FROM rows r
LEFT JOIN running_orders_at(production, number) o ON o.production = r.production;
