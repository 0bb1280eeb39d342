-- day_out_of_days: who works, and who is held, on which day?
-- Grain:    one row for each production, character and shooting day from the character's first to the last
-- Reads:    ScheduleMade, WorkStruck
-- Asked by: the producer, the cast
-- Rows:     replaced together by film
-- Key:      character, day
-- Columns:
--   character: Who is called or held.
--   day: The shooting day, from 1.
--   code: SW starts work, W works, WF works and finishes, SWF starts and finishes on one day, H is held.
CREATE TABLE day_out_of_days_history (
    stream VARCHAR, event BIGINT, position BIGINT, film BOOLEAN, "character" VARCHAR, day BIGINT, code VARCHAR,
    removed BOOLEAN
);

INSERT INTO day_out_of_days_history BY NAME
SELECT stream, event, position, true AS film, false AS removed, person AS "character", day,
       CASE WHEN NOT list_contains(worked, day) THEN 'H'
            ELSE CASE WHEN day = list_min(worked) THEN 'S' ELSE '' END || 'W'
                || CASE WHEN day = list_max(worked) THEN 'F' ELSE '' END END AS code
FROM (
    SELECT stream, event, position, person, worked, unnest(generate_series(list_min(worked), list_max(worked))) AS day
    FROM (
        SELECT stream, event, position, person, list(day) AS worked
        FROM (
            SELECT stream, event, position, d.day, unnest(d."cast") AS person
            FROM (
                SELECT stream, number AS event, position, unnest(from_json(fact->'days',
                    '[{"day": "BIGINT", "cast": ["VARCHAR"]}]')) AS d
                FROM batch
                WHERE type = 'ScheduleMade'
            )
        )
        GROUP BY stream, event, position, person
    )
);

INSERT INTO day_out_of_days_history BY NAME
SELECT stream, number AS event, position, true AS film, true AS removed
FROM batch
WHERE type = 'ScheduleMade' AND NOT list_bool_or(list_transform(
    from_json(fact->'days', '[{"cast": ["VARCHAR"]}]'), lambda d: len(d."cast") > 0));

INSERT INTO day_out_of_days_history BY NAME
SELECT stream, number AS event, position, true AS film, true AS removed
FROM batch
WHERE type = 'WorkStruck' AND fact->>'work' = 'ScheduleMade';
