-- relationships: how does each character stand to each other, scene by scene?
-- Grain:    one row for each production, character, other and scene in which they first meet, or something moved
-- Reads:    RelationshipMoved, WorkStruck
-- Asked by: the cast, the director, the showrunner, `cineledger bible`
-- Rows:     replaced together by piece
-- Key:      character, other, scene
-- Columns:
--   character: Who stands so.
--   other: To whom she stands so.
--   scene: The scene at whose end it is so; until the next row of the two it stays so.
--   place: The scene's place in the script, counted from 1.
--   trust: From -1, none at all, to 1.
--   affection: From -1, hatred, to 1, love.
--   power: From -1, the other has all of it, to 1, the character has.
--   moved: What moved, and which way.
--   line: Place within the scene of the script element that moved it most, counted from 0.
--   quote: The words of that element.
--   reason: Why, in the cast member's words.
CREATE TABLE relationships_history (
    stream VARCHAR, event BIGINT, position BIGINT, piece VARCHAR, character VARCHAR, other VARCHAR, scene VARCHAR,
    trust DOUBLE, affection DOUBLE, power DOUBLE, moved VARCHAR, line BIGINT, quote VARCHAR, reason VARCHAR,
    removed BOOLEAN
);

INSERT INTO relationships_history BY NAME
SELECT stream, event, position, false AS removed, concat_ws('/', f.character, f.other, f.scene) AS piece, unnest(f)
FROM (
    SELECT stream, number AS event, position, from_json(fact, '{
        "character": "VARCHAR", "other": "VARCHAR", "scene": "VARCHAR", "trust": "DOUBLE", "affection": "DOUBLE",
        "power": "DOUBLE", "moved": "VARCHAR", "line": "BIGINT", "quote": "VARCHAR", "reason": "VARCHAR"}') AS f
    FROM batch
    WHERE type = 'RelationshipMoved'
);

INSERT INTO relationships_history BY NAME
SELECT stream, number AS event, position, true AS removed, fact->>'key' AS piece
FROM batch
WHERE type = 'WorkStruck' AND fact->>'work' = 'RelationshipMoved';

SELECT r.*, s.place
FROM rows r
LEFT JOIN scenes_at(production, number) s ON s.production = r.production AND s.scene = r.scene;
