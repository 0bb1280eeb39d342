-- blocking: where does everybody stand and go in each scene?
-- Grain:    one row for each production, scene and mark or move
-- Reads:    SceneBlocked, WorkStruck
-- Asked by: the director, the cinematographer, `cineledger bible`
-- Rows:     replaced together by scene
-- Key:      scene, step
-- Columns:
--   scene: The scene it belongs to.
--   step: Its place in the scene's blocking, counted from 0: marks first, then moves in the order of the script.
--   who: Who stands or goes there.
--   how: enters, crosses, sits, exits …; null where the row says where somebody is as the scene begins.
--   line: Place of the script element that has the move, counted from 0 within the scene; null for a mark.
--   spot: The place, in words.
--   x: Where that is on the floor plan as the camera's side of the line sees it, from 0, left, to 1, right.
--   y: From 0, nearest to the camera, to 1, the back of the set.
--   faces: Whom somebody on the line looks at; null for the others.
--   eyeline: The side of the frame to which somebody on the line looks, LEFT or RIGHT; null for the others.
--   holds: True for whoever has the upper hand in the scene.
--   reason: Why the scene is blocked like this.
CREATE TABLE blocking_history (
    stream VARCHAR, event BIGINT, position BIGINT, scene VARCHAR, step BIGINT, who VARCHAR, how VARCHAR, line BIGINT,
    spot VARCHAR, x DOUBLE, y DOUBLE, faces VARCHAR, eyeline VARCHAR, holds BOOLEAN, reason VARCHAR, removed BOOLEAN
);

INSERT INTO blocking_history BY NAME
SELECT stream, event, position, f.scene, place - 1 AS step, s.who, s.how, s.line, s.spot, s.x, s.y,
       CASE s.who WHEN f.axis[1] THEN f.axis[2] WHEN f.axis[2] THEN f.axis[1] END AS faces,
       CASE s.who WHEN f.axis[1] THEN 'RIGHT' WHEN f.axis[2] THEN 'LEFT' END AS eyeline,
       coalesce(s.who = f.holds, false) AS holds, f.reason, false AS removed
FROM (
    SELECT stream, event, position, f, unnest(l) AS s, generate_subscripts(l, 1) AS place
    FROM (
        SELECT stream, event, position, f, list_concat(
            list_transform(f.marks, lambda m: {'who': m.who, 'how': NULL::VARCHAR, 'line': NULL::BIGINT, 'spot': m."at", 'x': m.x, 'y': m.y}),
            list_transform(f.moves, lambda m: {'who': m."to".who, 'how': m.how, 'line': m.line, 'spot': m."to"."at", 'x': m."to".x, 'y': m."to".y})
        ) AS l
        FROM (
            SELECT stream, number AS event, position, from_json(fact, '{
                "scene": "VARCHAR", "axis": ["VARCHAR"], "holds": "VARCHAR", "reason": "VARCHAR",
                "marks": [{"who": "VARCHAR", "at": "VARCHAR", "x": "DOUBLE", "y": "DOUBLE"}],
                "moves": [{"line": "BIGINT", "how": "VARCHAR",
                           "to": {"who": "VARCHAR", "at": "VARCHAR", "x": "DOUBLE", "y": "DOUBLE"}}]}') AS f
            FROM batch
            WHERE type = 'SceneBlocked'
        )
    )
);

INSERT INTO blocking_history BY NAME
SELECT stream, number AS event, position, true AS removed, fact->>'key' AS scene
FROM batch
WHERE type = 'WorkStruck' AND fact->>'work' = 'SceneBlocked';
