-- knowledge: who comes to know what, from whom, in which scene?
-- Grain:    one row for each production, character, scene and fact that she comes to know or believe in it
-- Reads:    SceneLearned, CharacterCast, WorkStruck
-- Asked by: the cast, the writer, `cineledger character`
-- Rows:     replaced together by piece
-- Key:      character, scene, fact
-- Columns:
--   character: Who comes to know it.
--   scene: The scene in which she does; empty for what she brings from canon.
--   place: The scene's place in the script, counted from 1; 0 for what she brings.
--   fact: The short name of what she comes to know.
--   text: What is so.
--   so: False where she takes it that it is not so.
--   how: did, knew, saw, told, overheard, read or guessed.
--   source: Who she has it from; empty where nobody told her.
--   sure: She knows it; false where she only believes it.
--   secret: She keeps it to herself.
--   line: Place within the scene of the line that tells or shows it, counted from 0; null for what she brings.
--   quote: The words of that line.
CREATE TABLE knowledge_history (
    stream VARCHAR, event BIGINT, position BIGINT, piece VARCHAR, character VARCHAR, scene VARCHAR, fact VARCHAR,
    text VARCHAR, so BOOLEAN, how VARCHAR, source VARCHAR, sure BOOLEAN, secret BOOLEAN, line BIGINT, quote VARCHAR,
    removed BOOLEAN
);

INSERT INTO knowledge_history BY NAME
SELECT stream, event, position, false AS removed, concat_ws('/', character, scene) AS piece, character, scene,
       unnest(learned, recursive := true)
FROM (
    SELECT stream, event, position, unnest(f)
    FROM (
        SELECT stream, number AS event, position, from_json(fact, '{
            "character": "VARCHAR", "scene": "VARCHAR", "learned": [{"fact": "VARCHAR", "so": "BOOLEAN", "how": "VARCHAR",
            "source": "VARCHAR", "sure": "BOOLEAN", "secret": "BOOLEAN", "line": "BIGINT", "quote": "VARCHAR"}]}') AS f
        FROM batch
        WHERE type = 'SceneLearned'
    )
);

INSERT INTO knowledge_history BY NAME
SELECT stream, event, position, k IS NULL AS removed, concat_ws('/', character, 'canon') AS piece, character,
       '' AS scene, k.fact, k.text, k.so, k.how, k.told_by AS source, k.sure, k.secret, '' AS quote
FROM (
    SELECT stream, event, position, f.character,
           unnest(CASE WHEN len(f.life.known) > 0 THEN f.life.known ELSE [NULL] END) AS k
    FROM (
        SELECT stream, number AS event, position, from_json(fact, '{
            "character": "VARCHAR", "life": {"known": [{"fact": "VARCHAR", "text": "VARCHAR", "so": "BOOLEAN",
            "how": "VARCHAR", "told_by": "VARCHAR", "sure": "BOOLEAN", "secret": "BOOLEAN"}]}}') AS f
        FROM batch
        WHERE type = 'CharacterCast'
    )
);

INSERT INTO knowledge_history BY NAME
SELECT stream, number AS event, position, true AS removed, fact->>'key' AS piece
FROM batch
WHERE type = 'WorkStruck' AND fact->>'work' = 'SceneLearned';

SELECT r.* REPLACE (coalesce(r.text, f.text) AS text), coalesce(s.place, CASE r.scene WHEN '' THEN 0 END) AS place
FROM rows r
LEFT JOIN scenes_at(production, number) s ON s.production = r.production AND s.scene = r.scene
LEFT JOIN facts_at(production, number) f ON f.production = r.production AND f.fact = r.fact;
