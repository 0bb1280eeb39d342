-- arc_steps: in which scenes does a main character's standing move?
-- Grain:    one row for each production, main character and step
-- Reads:    ArcDrawn, WorkStruck
-- Asked by: the showrunner, the composer, `cineledger sql`
-- Rows:     replaced together by character
-- Key:      character, step
-- Columns:
--   character: Whose step it is.
--   step: Its count, from 1.
--   scene: The scene it is in.
--   valence: What she feels in it, -1 misery to 1 joy, null where unknown.
--   moves: What is gained, lost or kept.
--   line: Place of the script element that shows it, counted from 0.
--   quote: What is said or done there.
CREATE TABLE arc_steps_history (
    stream VARCHAR, event BIGINT, position BIGINT, "character" VARCHAR, step BIGINT, scene VARCHAR, valence DOUBLE,
    moves VARCHAR, line BIGINT, quote VARCHAR, removed BOOLEAN
);

INSERT INTO arc_steps_history BY NAME
SELECT stream, event, position, "character", step, unnest(s), s IS NULL AS removed
FROM (
    SELECT stream, event, position, f."character",
           unnest(CASE WHEN len(f.steps) > 0 THEN f.steps ELSE [NULL] END) AS s,
           generate_subscripts(CASE WHEN len(f.steps) > 0 THEN f.steps ELSE [NULL] END, 1) AS step
    FROM (
        SELECT stream, number AS event, position, from_json(fact, '{"character": "VARCHAR", "steps": [
            {"scene": "VARCHAR", "valence": "DOUBLE", "moves": "VARCHAR", "line": "BIGINT", "quote": "VARCHAR"}]}') AS f
        FROM batch
        WHERE type = 'ArcDrawn'
    )
);

INSERT INTO arc_steps_history BY NAME
SELECT stream, number AS event, position, true AS removed, fact->>'key' AS "character"
FROM batch
WHERE type = 'WorkStruck' AND fact->>'work' = 'ArcDrawn';
