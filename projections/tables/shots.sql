-- shots: how is each part of the script to be filmed?
-- Grain:    one row for each production and shot
-- Reads:    ShotPlanned, ShotRevised, ShotReopened, ShotReplanned, ShotOmitted, ShotsDetailed
-- Asked by: `cineledger export`, `cineledger diff`, the editor
-- Rows:     set column by column
-- Key:      shot
-- Columns:
--   scene: The scene it covers.
--   setup: The setup's letters; I and O are skipped.
--   shot: The slate, scene and setup put together, e.g. 12B.
--   subject: Whom or what it is of.
--   description: What the camera sees and does, in a line.
--   size: EWS, WS, FS, MLS, MS, MCU, CU, ECU or INSERT, from furthest to closest.
--   type: MASTER, SINGLE, 2S, 3S, GROUP, OTS, POV, REACTION, CUTAWAY or ESTABLISHING.
--   angle: EYE, HIGH, LOW, OVERHEAD, DUTCH or WORMS.
--   movement: STATIC, PAN, TILT, DOLLY, TRACK, PUSH, PULL, PEDESTAL, BOOM, CRANE, HANDHELD, ZOOM, RACK or WHIP.
--   support: What carries the camera: STICKS, DOLLY, SLIDER, STEADICAM, GIMBAL, CRANE, JIB, DRONE, SHOULDER or VEHICLE.
--   lens_mm: Focal length in millimetres on a Super 35 frame.
--   fps: Frames a second.
--   camera: The camera that takes it: A, or B where a second one runs along.
--   sound: SYNC where it covers speech, else MOS.
--   vfx: What is made afterwards, by the lines it covers; null where nothing is, and until the list is completed in review.
--   cast: The characters in it, joined names under the one that stays; quote the name in SQL, "cast".
--   props: Properties used in its lines; null until the list is completed in review.
--   location: Where its scene plays.
--   int_ext: INT, EXT, INT/EXT or EST, of its scene.
--   day_night: The time of day of its scene.
--   eighths: How much script it covers, in eighths of a page, at least 1.
--   est_duration: Seconds on screen, estimated from words and action.
--   status: planned; revised, made differently; reopened, since its lines changed; or omitted, its slate not used again.
--   notes: What the cinematographer noted when it was last set.
--   board_ref: The storyboard frame; null until the list is completed in review.
--   beat: The beat of its scene that it carries.
--   eyeline: Where its subject looks: LEFT, RIGHT, or into the LENS; null where it has none.
--   question: The latest question whose decision it carries out, null for a technical choice.
CREATE TABLE shots_history (
    stream VARCHAR, event BIGINT, position BIGINT, scene VARCHAR, setup VARCHAR, shot VARCHAR, subject VARCHAR,
    description VARCHAR, size VARCHAR, type VARCHAR, angle VARCHAR, movement VARCHAR, support VARCHAR, lens_mm INTEGER,
    fps INTEGER, camera VARCHAR, sound VARCHAR, vfx VARCHAR, "cast" VARCHAR[], props VARCHAR[], location VARCHAR,
    int_ext VARCHAR, day_night VARCHAR, eighths INTEGER, est_duration DOUBLE, status VARCHAR, notes VARCHAR,
    board_ref VARCHAR, beat BIGINT, eyeline VARCHAR, question BIGINT, cleared VARCHAR[], beside BOOLEAN
);

INSERT INTO shots_history BY NAME
SELECT stream, event, position, f.* EXCLUDE (spec), unnest(f.spec), false AS beside,
       CASE type WHEN 'ShotPlanned' THEN 'A' END AS camera,
       CASE type WHEN 'ShotRevised' THEN 'revised' WHEN 'ShotReopened' THEN 'reopened' WHEN 'ShotOmitted' THEN 'omitted'
                 ELSE 'planned' END AS status,
       CASE type WHEN 'ShotReplanned' THEN ['question', 'location', 'int_ext', 'day_night']
                 WHEN 'ShotReopened' THEN ['vfx', 'props', 'eyeline'] END AS cleared
FROM (
    SELECT stream, number AS event, position, type, from_json(fact, '{
        "scene": "VARCHAR", "setup": "VARCHAR", "shot": "VARCHAR", "beat": "BIGINT", "sound": "VARCHAR",
        "fps": "INTEGER", "cast": ["VARCHAR"], "location": "VARCHAR", "int_ext": "VARCHAR", "day_night": "VARCHAR",
        "eighths": "INTEGER", "est_duration": "DOUBLE", "notes": "VARCHAR", "question": "BIGINT", "spec": {
            "size": "VARCHAR", "type": "VARCHAR", "angle": "VARCHAR", "movement": "VARCHAR", "support": "VARCHAR",
            "lens_mm": "INTEGER", "subject": "VARCHAR", "description": "VARCHAR"}}') AS f
    FROM batch
    WHERE type IN ('ShotPlanned', 'ShotRevised', 'ShotReopened', 'ShotReplanned', 'ShotOmitted')
);

INSERT INTO shots_history BY NAME
SELECT stream, event, position, unnest(d), true AS beside,
       list_filter(['vfx', 'eyeline'], lambda c: CASE c WHEN 'vfx' THEN d.vfx ELSE d.eyeline END IS NULL) AS cleared
FROM (
    SELECT stream, number AS event, position, unnest(from_json(fact->'details', '[{
        "shot": "VARCHAR", "camera": "VARCHAR", "eyeline": "VARCHAR", "vfx": "VARCHAR", "props": ["VARCHAR"],
        "board_ref": "VARCHAR"}]')) AS d
    FROM batch
    WHERE type = 'ShotsDetailed'
);

SELECT r.* REPLACE (list_filter(r."cast", lambda person, place: list_position(r."cast", person) = place) AS "cast")
FROM (
    SELECT r.* REPLACE (list_transform(r."cast", lambda name: coalesce(a.people[name], name)) AS "cast")
    FROM rows r
    LEFT JOIN (
        SELECT n.production, map_from_entries(list((n.name, n.person))) AS people
        FROM aliases_at(production, number) n GROUP BY n.production
    ) a ON a.production = r.production
) r;
