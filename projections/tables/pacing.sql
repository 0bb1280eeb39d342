-- pacing: how does the film move, scene by scene?
-- Grain:    one row for each production and scene that is assembled
-- Reads:    SceneAssembled, WorkStruck
-- Asked by: the editor, the director, `cineledger sql`
-- Rows:     replaced together by scene
-- Key:      scene
-- Columns:
--   scene: The scene that is put together.
--   place: The scene's place in the script, counted from 1.
--   seconds: How long it plays.
--   shots: How many cuts it is made of.
--   average: Seconds a shot stays in it on average.
--   pace: slow, measured, brisk or fast.
--   transition: How one comes into it from the scene before.
--   transition_why: Why it is that transition.
--   heat: How hot its lines run, 0 to 1.
--   ending: How the film goes out of it, null where the next scene's transition says so.
--   reason: What the editor says of it as a whole.
CREATE TABLE pacing_history (
    stream VARCHAR, event BIGINT, position BIGINT, scene VARCHAR, seconds DOUBLE, shots INTEGER, average DOUBLE,
    pace VARCHAR, transition VARCHAR, transition_why VARCHAR, heat DOUBLE, ending VARCHAR, reason VARCHAR,
    removed BOOLEAN
);

INSERT INTO pacing_history BY NAME
SELECT stream, event, position, false AS removed, f.* EXCLUDE (cuts), len(f.cuts) AS shots,
       round(f.seconds / len(f.cuts), 2) AS average
FROM (
    SELECT stream, number AS event, position, from_json(fact, '{
        "scene": "VARCHAR", "seconds": "DOUBLE", "pace": "VARCHAR", "transition": "VARCHAR",
        "transition_why": "VARCHAR", "heat": "DOUBLE", "ending": "VARCHAR", "reason": "VARCHAR",
        "cuts": [{"shot": "VARCHAR"}]}') AS f
    FROM batch
    WHERE type = 'SceneAssembled'
);

INSERT INTO pacing_history BY NAME
SELECT stream, number AS event, position, true AS removed, fact->>'key' AS scene
FROM batch
WHERE type = 'WorkStruck' AND fact->>'work' = 'SceneAssembled';

SELECT r.*, s.place
FROM rows r
LEFT JOIN scenes_at(production, number) s ON s.production = r.production AND s.scene = r.scene;
