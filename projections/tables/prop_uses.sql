-- prop_uses: which lines name each property?
-- Grain:    one row for each production, property, scene and line
-- Reads:    PropListed, WorkStruck
-- Asked by: the set designer, the producer, the cinematographer
-- Rows:     replaced together by prop
-- Key:      prop, scene, line
-- Columns:
--   prop: What it is called.
--   scene: The scene that needs it.
--   line: Place of the script element that names it, counted from 0 within the scene.
--   quote: The line that names it, cut about the word.
CREATE TABLE prop_uses_history (
    stream VARCHAR, event BIGINT, position BIGINT, prop VARCHAR, scene VARCHAR, line BIGINT, quote VARCHAR, removed BOOLEAN
);

INSERT INTO prop_uses_history BY NAME
SELECT stream, event, position, prop, unnest(uses, recursive := true), false AS removed
FROM (
    SELECT stream, number AS event, position, unnest(from_json(fact, '{
        "prop": "VARCHAR", "uses": [{"scene": "VARCHAR", "line": "BIGINT", "quote": "VARCHAR"}]}'))
    FROM batch
    WHERE type = 'PropListed'
);

INSERT INTO prop_uses_history BY NAME
SELECT stream, number AS event, position, true AS removed, fact->>'key' AS prop
FROM batch
WHERE type = 'WorkStruck' AND fact->>'work' = 'PropListed';
