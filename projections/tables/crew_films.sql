-- crew_films: which films had a crew made before, so that it remembers them?
-- Grain:    one row for each production and film that its crew comes from
-- Reads:    CrewCameFrom
-- Asked by: `cineledger crew NAME persona`
-- Rows:     as recorded
-- Key:      number, film
-- Columns:
--   film: The production it comes from; null for a crew that begins afresh.
--   place: Its place among them, the newest 1.
--   assumed: True when nobody said which, so that the wrapped ones count.
--   number: The event that says so.
CREATE TABLE crew_films_history (
    stream VARCHAR, event BIGINT, position BIGINT, film VARCHAR, place BIGINT, assumed BOOLEAN, number BIGINT
);

INSERT INTO crew_films_history BY NAME
SELECT stream, event, position, event AS number, film, place, assumed
FROM (
    SELECT stream, event, position, assumed, unnest(films) AS film, generate_subscripts(films, 1) AS place
    FROM (
        SELECT stream, number AS event, position, f."default" AS assumed,
               CASE WHEN len(f.productions) = 0 THEN [NULL] ELSE f.productions END AS films
        FROM (
            SELECT stream, number, position,
                   from_json(fact, '{"productions": ["VARCHAR"], "default": "BOOLEAN"}') AS f
            FROM batch
            WHERE type = 'CrewCameFrom'
        )
    )
);
