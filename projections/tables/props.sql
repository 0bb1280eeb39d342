-- props: which properties does the film need?
-- Grain:    one row for each production and property
-- Reads:    PropListed, WorkStruck
-- Asked by: the set designer, the producer, the cinematographer
-- Rows:     replaced together by prop
-- Key:      prop
-- Columns:
--   prop: What it is called.
--   hero: True when the story hangs on it: it needs doubles, and a close shot.
--   hand: The character who handles it most, where the text tells.
--   scenes: The scenes that need it, in the order of the script.
--   lines: How many lines name it.
--   reason: Why it is needed, with a line.
CREATE TABLE props_history (
    stream VARCHAR, event BIGINT, position BIGINT, prop VARCHAR, hero BOOLEAN, hand VARCHAR, scenes VARCHAR[],
    lines BIGINT, reason VARCHAR, removed BOOLEAN
);

INSERT INTO props_history BY NAME
SELECT stream, event, position, prop, hero, hand, len(uses) AS lines, reason, false AS removed,
    list_filter(list_transform(uses, lambda u: u.scene),
                lambda scene, place: list_position(list_transform(uses, lambda u: u.scene), scene) = place) AS scenes
FROM (
    SELECT stream, number AS event, position, unnest(from_json(fact, '{
        "prop": "VARCHAR", "hero": "BOOLEAN", "hand": "VARCHAR", "reason": "VARCHAR", "uses": [{"scene": "VARCHAR"}]}'))
    FROM batch
    WHERE type = 'PropListed'
);

INSERT INTO props_history BY NAME
SELECT stream, number AS event, position, true AS removed, fact->>'key' AS prop
FROM batch
WHERE type = 'WorkStruck' AND fact->>'work' = 'PropListed';
