-- spotting: what is heard in each scene, and what leads?
-- Grain:    one row for each production, scene and sound
-- Reads:    SceneSpotted, WorkStruck
-- Asked by: `cineledger export NAME spotting`, the sound designer
-- Rows:     replaced together by scene
-- Key:      scene, place
-- Columns:
--   scene: The scene it is heard in.
--   place: Its place in the scene's spotting, counted from 1.
--   kind: DX dialogue, ADR, AMB ambience, SFX effects, FLY foley or MX music.
--   first: Place of the script element it begins at, counted from 0 within the scene.
--   last: Place of the script element it ends at.
--   what: What is heard.
--   quote: The words of the script that ask for it; empty for what they only imply.
--   perspective: close, room, distant or offscreen.
--   priority: Its place in the mix while it is heard, 1 the first.
--   leads: The kind that the scene's mix is built around.
--   reason: Why that leads.
CREATE TABLE spotting_history (
    stream VARCHAR, event BIGINT, position BIGINT, scene VARCHAR, place BIGINT, kind VARCHAR, first BIGINT, last BIGINT,
    what VARCHAR, quote VARCHAR, perspective VARCHAR, priority INTEGER, leads VARCHAR, reason VARCHAR, removed BOOLEAN
);

INSERT INTO spotting_history BY NAME
SELECT stream, event, position, scene, leads, reason, place, spot IS NULL AS removed, unnest(spot)
FROM (
    SELECT stream, event, position, f.scene, f.leads, f.reason,
           unnest(CASE WHEN len(f.spots) > 0 THEN f.spots ELSE [NULL] END) AS spot,
           generate_subscripts(CASE WHEN len(f.spots) > 0 THEN f.spots ELSE [NULL] END, 1) AS place
    FROM (
        SELECT stream, number AS event, position, from_json(fact, '{
            "scene": "VARCHAR", "leads": "VARCHAR", "reason": "VARCHAR", "spots": [{"kind": "VARCHAR",
            "first": "BIGINT", "last": "BIGINT", "what": "VARCHAR", "quote": "VARCHAR", "perspective": "VARCHAR",
            "priority": "INTEGER"}]}') AS f
        FROM batch
        WHERE type = 'SceneSpotted'
    )
);

INSERT INTO spotting_history BY NAME
SELECT stream, number AS event, position, true AS removed, fact->>'key' AS scene
FROM batch
WHERE type = 'WorkStruck' AND fact->>'work' = 'SceneSpotted';
