-- lighting: how is each scene lit?
-- Grain:    one row for each production and scene
-- Reads:    SceneLit, WorkStruck
-- Asked by: the gaffer, the cinematographer, `cineledger bible`
-- Rows:     replaced together by scene
-- Key:      scene
-- Columns:
--   scene: The scene it belongs to.
--   key_light: HIGH, with little shadow, MID, or LOW, with much of it.
--   ratio: Key and fill together against fill; 2 is soft, 8 is hard.
--   kelvin: The colour that the scene is balanced to.
--   colour: The colours, in words.
--   mood: What the light is to feel like.
--   key_source: What the audience takes the key for.
--   sources: Every light: its role, what it is taken for, hard or soft, and its kelvin.
--   reason: Why it is lit like this.
CREATE TABLE lighting_history (
    stream VARCHAR, event BIGINT, position BIGINT, scene VARCHAR, key_light VARCHAR, ratio DOUBLE, kelvin INTEGER,
    colour VARCHAR, mood VARCHAR, key_source VARCHAR, sources VARCHAR[], reason VARCHAR, removed BOOLEAN
);

INSERT INTO lighting_history BY NAME
SELECT stream, event, position, f.* EXCLUDE (sources), false AS removed,
       list_filter(f.sources, lambda s: s.role = 'KEY')[1].name AS key_source,
       list_transform(f.sources, lambda s: lower(s.role) || ': ' || s.name || ', ' || lower(s.quality) || ', ' || s.kelvin || ' K')
           AS sources
FROM (
    SELECT stream, number AS event, position, from_json(fact, '{
        "scene": "VARCHAR", "key_light": "VARCHAR", "ratio": "DOUBLE", "kelvin": "INTEGER", "colour": "VARCHAR",
        "mood": "VARCHAR", "reason": "VARCHAR",
        "sources": [{"name": "VARCHAR", "role": "VARCHAR", "quality": "VARCHAR", "kelvin": "INTEGER"}]}') AS f
    FROM batch
    WHERE type = 'SceneLit'
);

INSERT INTO lighting_history BY NAME
SELECT stream, number AS event, position, true AS removed, fact->>'key' AS scene
FROM batch
WHERE type = 'WorkStruck' AND fact->>'work' = 'SceneLit';
