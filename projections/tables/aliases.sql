-- aliases: which names on cues stand for another character?
-- Grain:    one row for each production and name that was joined into another; parted again, it has none
-- Reads:    CharactersJoined, CharactersParted
-- Asked by: the tables of characters, beats, shots and script elements
-- Rows:     replaced whole
-- Key:      name
-- Columns:
--   name: The name as the cues have it.
--   into: The name it was joined into; quote it in SQL, "into".
--   person: The character it stands for in the end, where that name was joined into another again.
--   question: The question whose decision joined them.
CREATE TABLE aliases_history (
    stream VARCHAR, event BIGINT, position BIGINT, name VARCHAR, "into" VARCHAR, question BIGINT
);

INSERT INTO aliases_history BY NAME
SELECT stream, number AS event, position, unnest(from_json(fact, '{
    "name": "VARCHAR", "into": "VARCHAR", "question": "BIGINT"}'))
FROM batch
WHERE type IN ('CharactersJoined', 'CharactersParted');

WITH RECURSIVE joined AS (SELECT * FROM rows WHERE "into" IS NOT NULL),
walk AS (
    SELECT j.production, j.name, j."into" AS person FROM joined j
    UNION ALL
    SELECT w.production, w.name, j."into" FROM walk w JOIN joined j ON j.production = w.production AND j.name = w.person
)
SELECT j.*, w.person
FROM joined j
JOIN walk w ON w.production = j.production AND w.name = j.name
ANTI JOIN joined further ON further.production = w.production AND further.name = w.person;
