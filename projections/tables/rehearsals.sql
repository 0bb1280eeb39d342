-- rehearsals: what did the director make of each take?
-- Grain:    one row for each production, scene, character and take that was heard
-- Reads:    SceneRehearsed, WorkStruck
-- Asked by: the director, the writer
-- Rows:     replaced together by scene
-- Key:      scene, character, take
-- Columns:
--   scene: The scene that was heard.
--   character: Whose take it was.
--   take: Which take of hers, counted from 1.
--   circled: True for the take of hers that stands, as far as the director goes.
--   printed: True where her own words go into the script.
--   note: What she is to play otherwise in another take; empty where this one stands.
--   reason: Why, in the director's words.
CREATE TABLE rehearsals_history (
    stream VARCHAR, event BIGINT, position BIGINT, scene VARCHAR, character VARCHAR, take BIGINT, circled BOOLEAN,
    printed BOOLEAN,
    note VARCHAR, reason VARCHAR, removed BOOLEAN
);

INSERT INTO rehearsals_history BY NAME
SELECT stream, event, position, false AS removed, scene, reason, unnest(t)
FROM (
    SELECT stream, event, position, f.scene, f.reason, unnest(f.takes) AS t
    FROM (
        SELECT stream, number AS event, position, from_json(fact, '{
            "scene": "VARCHAR", "reason": "VARCHAR",
            "takes": [{"character": "VARCHAR", "take": "BIGINT", "circled": "BOOLEAN",
                       "printed": "BOOLEAN", "note": "VARCHAR"}]}') AS f
        FROM batch
        WHERE type = 'SceneRehearsed'
    )
);

INSERT INTO rehearsals_history BY NAME
SELECT stream, number AS event, position, true AS removed, fact->>'key' AS scene
FROM batch
WHERE type = 'WorkStruck' AND fact->>'work' = 'SceneRehearsed';
