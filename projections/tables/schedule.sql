-- schedule: what is shot on which day?
-- Grain:    one row for each production and shooting day; a new schedule replaces all days
-- Reads:    ScheduleMade, WorkStruck
-- Asked by: the producer, `cineledger export NAME schedule`
-- Rows:     replaced together by film
-- Key:      day
-- Columns:
--   day: The shooting day, from 1.
--   set: The set it begins on.
--   location: Where the trucks stand as it begins.
--   int_ext: INT, EXT, INT/EXT or EST, of the scene it begins with.
--   day_night: DAY, or NIGHT where anything of it has to be shot by night.
--   strip: The colour on the board of the scene it begins with.
--   scenes: In the order of shooting.
--   goes_on: Those of them that began on the day before, being longer than a day.
--   eighths: Of a page, in all its scenes.
--   cast: Who is called.
--   setups: Of all its scenes.
--   hours: Of work on set with its moves, estimated.
--   why: What makes it a day.
CREATE TABLE schedule_history (
    stream VARCHAR, event BIGINT, position BIGINT, film BOOLEAN, day BIGINT, "set" VARCHAR, location VARCHAR,
    int_ext VARCHAR, day_night VARCHAR, strip VARCHAR, scenes VARCHAR[], goes_on VARCHAR[], eighths BIGINT,
    "cast" VARCHAR[], setups BIGINT, hours DOUBLE, why VARCHAR, removed BOOLEAN
);

INSERT INTO schedule_history BY NAME
SELECT stream, event, position, true AS film, unnest(d), d IS NULL AS removed
FROM (
    SELECT stream, event, position, unnest(CASE WHEN len(f.days) > 0 THEN f.days ELSE [NULL] END) AS d
    FROM (
        SELECT stream, number AS event, position, from_json(fact, '{"days": [
            {"day": "BIGINT", "set": "VARCHAR", "location": "VARCHAR", "int_ext": "VARCHAR", "day_night": "VARCHAR",
             "strip": "VARCHAR", "scenes": ["VARCHAR"], "goes_on": ["VARCHAR"], "eighths": "BIGINT",
             "cast": ["VARCHAR"], "setups": "BIGINT", "hours": "DOUBLE", "why": "VARCHAR"}]}') AS f
        FROM batch
        WHERE type = 'ScheduleMade'
    )
);

INSERT INTO schedule_history BY NAME
SELECT stream, number AS event, position, true AS film, true AS removed
FROM batch
WHERE type = 'WorkStruck' AND fact->>'work' = 'ScheduleMade';
