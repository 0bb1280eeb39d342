-- breakdown: what does each scene need on the day?
-- Grain:    one row for each production, scene and thing; a new sheet replaces all rows of its scene
-- Reads:    SceneListed, WorkStruck
-- Asked by: the producer, `cineledger export NAME breakdown`
-- Rows:     replaced together by scene
-- Key:      scene, category, name
-- Columns:
--   scene: The scene that needs it.
--   category: CAST, EXTRAS, CHILDREN, STUNTS, VEHICLES, WEAPONS, PROPS, SFX, WARDROBE, MAKEUP, ANIMALS, SOUND, MUSIC or VFX.
--   uci: The category's number in the Universal Category Identification; 500 and more are extensions of ours.
--   name: What it is called.
--   count: How many of it.
--   line: Place of the script element that asks for it, counted from 0 within the scene; empty where the whole scene does.
--   quote: The words that ask for it.
CREATE TABLE breakdown_history (
    stream VARCHAR, event BIGINT, position BIGINT, scene VARCHAR, category VARCHAR, uci BIGINT, name VARCHAR,
    count BIGINT, line BIGINT, quote VARCHAR, removed BOOLEAN
);

INSERT INTO breakdown_history BY NAME
SELECT stream, event, position, scene, unnest(item), item IS NULL AS removed
FROM (
    SELECT stream, event, position, f.scene, unnest(CASE WHEN len(f.items) > 0 THEN f.items ELSE [NULL] END) AS item
    FROM (
        SELECT stream, number AS event, position, from_json(fact, '{"scene": "VARCHAR", "items": [
            {"category": "VARCHAR", "uci": "BIGINT", "name": "VARCHAR", "count": "BIGINT", "line": "BIGINT",
             "quote": "VARCHAR"}]}') AS f
        FROM batch
        WHERE type = 'SceneListed'
    )
);

INSERT INTO breakdown_history BY NAME
SELECT stream, number AS event, position, true AS removed, fact->>'key' AS scene
FROM batch
WHERE type = 'WorkStruck' AND fact->>'work' = 'SceneListed';
