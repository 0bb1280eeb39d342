-- structure: into which acts does the film fall, and how long is each against what the craft expects?
-- Grain:    one row for each production and act
-- Reads:    StructureRead, WorkStruck
-- Asked by: the writer, the editor, `cineledger sql`
-- Rows:     replaced together by film
-- Key:      act
-- Columns:
--   act: The act, counted from 1.
--   first: Its first scene.
--   last: Its last scene.
--   eighths: Its length in eighths of a page.
--   share: What it takes of the film's pages, 0 to 1.
--   aim: What the craft would give it, 0 to 1.
--   balance: What the page counts of all acts say.
--   reason: Why the film has so many acts.
CREATE TABLE structure_history (
    stream VARCHAR, event BIGINT, position BIGINT, film VARCHAR, act BIGINT, first VARCHAR, last VARCHAR,
    eighths INTEGER, share DOUBLE, aim DOUBLE, balance VARCHAR, reason VARCHAR, removed BOOLEAN
);

INSERT INTO structure_history BY NAME
SELECT stream, event, position, 'film' AS film, balance, reason, unnest(a), a IS NULL AS removed
FROM (
    SELECT stream, event, position, f.balance, f.reason,
           unnest(CASE WHEN len(f.acts) > 0 THEN f.acts ELSE [NULL] END) AS a
    FROM (
        SELECT stream, number AS event, position, from_json(fact, '{"balance": "VARCHAR", "reason": "VARCHAR", "acts": [
            {"act": "BIGINT", "first": "VARCHAR", "last": "VARCHAR", "eighths": "INTEGER", "share": "DOUBLE",
             "aim": "DOUBLE"}]}') AS f
        FROM batch
        WHERE type = 'StructureRead'
    )
);

INSERT INTO structure_history BY NAME
SELECT stream, number AS event, position, 'film' AS film, true AS removed
FROM batch
WHERE type = 'WorkStruck' AND fact->>'work' = 'StructureRead';
