-- scene_notes: which scenes do not turn, or play another again?
-- Grain:    one row for each production and scene that the writer has a note on
-- Reads:    StructureRead, WorkStruck
-- Asked by: the director, `cineledger sql`
-- Rows:     replaced together by film
-- Key:      scene
-- Columns:
--   rank: Its place among the notes, 1 the heaviest.
--   scene: The scene it is on.
--   other: The scene it plays again, null where it does not turn.
--   line: Place of the script element that shows it, counted from 0.
--   text: The note, in the writer's words.
CREATE TABLE scene_notes_history (
    stream VARCHAR, event BIGINT, position BIGINT, film VARCHAR, rank BIGINT, scene VARCHAR, other VARCHAR, line BIGINT,
    text VARCHAR, removed BOOLEAN
);

INSERT INTO scene_notes_history BY NAME
SELECT stream, event, position, 'film' AS film, rank, unnest(n), n IS NULL AS removed
FROM (
    SELECT stream, event, position, unnest(CASE WHEN len(notes) > 0 THEN notes ELSE [NULL] END) AS n,
           generate_subscripts(CASE WHEN len(notes) > 0 THEN notes ELSE [NULL] END, 1) AS rank
    FROM (
        SELECT stream, number AS event, position, from_json(fact, '{"notes": [
            {"scene": "VARCHAR", "other": "VARCHAR", "line": "BIGINT", "text": "VARCHAR"}]}').notes AS notes
        FROM batch
        WHERE type = 'StructureRead'
    )
);

INSERT INTO scene_notes_history BY NAME
SELECT stream, number AS event, position, 'film' AS film, true AS removed
FROM batch
WHERE type = 'WorkStruck' AND fact->>'work' = 'StructureRead';
