-- assembly: which shot plays which lines, in the order of the film?
-- Grain:    one row for each production, scene and cut
-- Reads:    SceneAssembled, WorkStruck
-- Asked by: the editor, the director, `cineledger export`
-- Rows:     replaced together by scene
-- Key:      scene, cut
-- Columns:
--   scene: The scene that is put together.
--   cut: Its count within the scene, from 1.
--   shot: The shot's slate.
--   first: Place of the first script element it plays, counted from 0 within the scene.
--   last: Place of the last one.
--   seconds: How long it stays.
--   record_in: Seconds from the beginning of the film to its first frame, scenes in the order of the script.
--   record_out: Seconds from the beginning of the film to its end.
--   why: Why the film is on this shot here.
CREATE TABLE assembly_history (
    stream VARCHAR, event BIGINT, position BIGINT, scene VARCHAR, cut INTEGER, shot VARCHAR, first BIGINT, last BIGINT,
    seconds DOUBLE, why VARCHAR, removed BOOLEAN
);

INSERT INTO assembly_history BY NAME
SELECT stream, event, position, f.scene, cut, unnest(f.cuts[cut]), false AS removed
FROM (
    SELECT stream, event, position, f, unnest(range(1, len(f.cuts) + 1))::INTEGER AS cut
    FROM (
        SELECT stream, number AS event, position, from_json(fact, '{
            "scene": "VARCHAR", "cuts": [{"shot": "VARCHAR", "first": "BIGINT", "last": "BIGINT", "seconds": "DOUBLE",
            "why": "VARCHAR"}]}') AS f
        FROM batch
        WHERE type = 'SceneAssembled'
    )
);

INSERT INTO assembly_history BY NAME
SELECT stream, number AS event, position, true AS removed, fact->>'key' AS scene
FROM batch
WHERE type = 'WorkStruck' AND fact->>'work' = 'SceneAssembled';

SELECT r.*, round(sum(r.seconds) OVER film - r.seconds, 1) AS record_in, round(sum(r.seconds) OVER film, 1) AS record_out
FROM rows r
LEFT JOIN scenes_at(production, number) s ON s.production = r.production AND s.scene = r.scene
WINDOW film AS (PARTITION BY r.production ORDER BY s.place, r.scene, r.cut);
