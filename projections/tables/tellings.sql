-- tellings: which lines tell or show each fact, and who tells it?
-- Grain:    one row for each production, fact and line that tells it, shows it or says that it is not so
-- Reads:    FactFound, WorkStruck
-- Asked by: the cast, the writer, `cineledger character`
-- Rows:     replaced together by piece
-- Key:      fact, scene, line
-- Columns:
--   fact: The fact's short name.
--   scene: The scene in which it is told or shown.
--   place: The scene's place in the script, counted from 1.
--   line: Place of the line within the scene, counted from 0.
--   teller: Who tells it, or does it where it is shown; empty where nobody does.
--   shown: It is seen to be done; false where it is said or read.
--   so: False where it is said not to be so.
--   quote: The words of the line.
CREATE TABLE tellings_history (
    stream VARCHAR, event BIGINT, position BIGINT, piece VARCHAR, fact VARCHAR, scene VARCHAR, line BIGINT,
    teller VARCHAR, shown BOOLEAN, so BOOLEAN, quote VARCHAR, removed BOOLEAN
);

INSERT INTO tellings_history BY NAME
SELECT stream, event, position, false AS removed, fact AS piece, fact, unnest(tellings, recursive := true)
FROM (
    SELECT stream, event, position, unnest(f)
    FROM (
        SELECT stream, number AS event, position, from_json(fact, '{
            "fact": "VARCHAR", "tellings": [{"scene": "VARCHAR", "line": "BIGINT", "teller": "VARCHAR",
            "shown": "BOOLEAN", "so": "BOOLEAN", "quote": "VARCHAR"}]}') AS f
        FROM batch
        WHERE type = 'FactFound'
    )
);

INSERT INTO tellings_history BY NAME
SELECT stream, number AS event, position, true AS removed, fact->>'key' AS piece
FROM batch
WHERE type = 'WorkStruck' AND fact->>'work' = 'FactFound';

SELECT r.*, s.place
FROM rows r
LEFT JOIN scenes_at(production, number) s ON s.production = r.production AND s.scene = r.scene;
