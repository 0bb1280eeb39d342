-- palettes: which colours has each set?
-- Grain:    one row for each production, set and swatch
-- Reads:    SetDesigned, WorkStruck
-- Asked by: the set designer, the cinematographer
-- Rows:     replaced together by set
-- Key:      set, place
-- Columns:
--   set: The set, as the crew calls it.
--   place: The swatch's place in the palette, counted from 1; the largest surface first.
--   name: What the colour is called.
--   hex: The colour on a screen, as #rrggbb.
--   use: Where it goes.
CREATE TABLE palettes_history (
    stream VARCHAR, event BIGINT, position BIGINT, "set" VARCHAR, place BIGINT, name VARCHAR, hex VARCHAR, use VARCHAR,
    removed BOOLEAN
);

INSERT INTO palettes_history BY NAME
SELECT stream, event, position, "set", unnest(range(1, len(palette) + 1)) AS place, unnest(palette, recursive := true), false AS removed
FROM (
    SELECT stream, number AS event, position, unnest(from_json(fact, '{
        "set": "VARCHAR", "palette": [{"name": "VARCHAR", "hex": "VARCHAR", "use": "VARCHAR"}]}'))
    FROM batch
    WHERE type = 'SetDesigned'
);

INSERT INTO palettes_history BY NAME
SELECT stream, number AS event, position, true AS removed, fact->>'key' AS "set"
FROM batch
WHERE type = 'WorkStruck' AND fact->>'work' = 'SetDesigned';
