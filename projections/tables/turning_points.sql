-- turning_points: where does the story turn?
-- Grain:    one row for each production and point
-- Reads:    StructureRead, WorkStruck
-- Asked by: the writer, the director, `cineledger sql`
-- Rows:     replaced together by film
-- Key:      point
-- Columns:
--   point: opening, inciting incident, first turn, midpoint, second turn, climax or closing image.
--   scene: The scene it falls in.
--   beat: The beat, null where it is an image and not a turn.
--   line: Place of its script element within the scene, counted from 0.
--   quote: What is said or done there.
--   falls: Where it falls in the film's pages, 0 the beginning to 1 the end.
--   aim: Where the craft would have it fall.
CREATE TABLE turning_points_history (
    stream VARCHAR, event BIGINT, position BIGINT, film VARCHAR, point VARCHAR, scene VARCHAR, beat BIGINT, line BIGINT,
    quote VARCHAR, falls DOUBLE, aim DOUBLE, removed BOOLEAN
);

INSERT INTO turning_points_history BY NAME
SELECT stream, event, position, 'film' AS film, unnest(p), p IS NULL AS removed
FROM (
    SELECT stream, event, position, unnest(CASE WHEN len(points) > 0 THEN points ELSE [NULL] END) AS p
    FROM (
        SELECT stream, number AS event, position, from_json(fact, '{"points": [
            {"point": "VARCHAR", "scene": "VARCHAR", "beat": "BIGINT", "line": "BIGINT", "quote": "VARCHAR",
             "falls": "DOUBLE", "aim": "DOUBLE"}]}').points AS points
        FROM batch
        WHERE type = 'StructureRead'
    )
);

INSERT INTO turning_points_history BY NAME
SELECT stream, number AS event, position, 'film' AS film, true AS removed
FROM batch
WHERE type = 'WorkStruck' AND fact->>'work' = 'StructureRead';
