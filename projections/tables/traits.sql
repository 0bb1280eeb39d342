-- traits: what is each character like, and which line shows it?
-- Grain:    one row for each production, character and trait that stands
-- Reads:    IdentityDrawn, WorkStruck
-- Asked by: the cast, the writer, `cineledger character`
-- Rows:     replaced together by piece
-- Key:      character, trait
-- Columns:
--   character: The name on the cue.
--   trait: A word for it.
--   facet: The factor of personality it is a sign of, null where of none: openness, conscientiousness, extraversion, agreeableness or stability.
--   value: How much of that factor it speaks of, -1 the opposite to 1; without a factor, how marked it is.
--   scene: The scene of the line that shows it, null where none does.
--   line: Place of that line in the scene, counted from 0.
--   quote: The words of that line.
--   decided: It was decided, and is no reading only.
CREATE TABLE traits_history (
    stream VARCHAR, event BIGINT, position BIGINT, piece VARCHAR, character VARCHAR, trait VARCHAR, facet VARCHAR,
    value DOUBLE, scene VARCHAR, line BIGINT, quote VARCHAR, decided BOOLEAN, removed BOOLEAN
);

INSERT INTO traits_history BY NAME
SELECT stream, event, position, false AS removed, f.character AS piece, f.character, f.decided, unnest(f.identity.traits, max_depth := 2)
FROM (
    SELECT stream, number AS event, position, from_json(fact, '{
        "character": "VARCHAR", "decided": "BOOLEAN", "identity": {"traits": [{"trait": "VARCHAR", "facet": "VARCHAR",
        "value": "DOUBLE", "scene": "VARCHAR", "line": "BIGINT", "quote": "VARCHAR"}]}}') AS f
    FROM batch
    WHERE type = 'IdentityDrawn'
);

-- Somebody who has no trait any more has none of her former ones.
INSERT INTO traits_history BY NAME
SELECT stream, number AS event, position, true AS removed, coalesce(fact->>'character', fact->>'key') AS piece
FROM batch
WHERE (type = 'IdentityDrawn' AND json_array_length(fact, '$.identity.traits') = 0)
   OR (type = 'WorkStruck' AND fact->>'work' = 'IdentityDrawn');
