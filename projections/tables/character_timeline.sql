-- character_timeline: what does each character feel, scene by scene?
-- Grain:    one row for each production, character and scene; a name that stands for another has none
-- Reads:    EmotionalStateChanged, EmotionalStateReopened, CharactersJoined, CharactersParted
-- Asked by: the director, the cast, `cineledger diff`
-- Rows:     replaced whole
-- Key:      character, scene
-- Columns:
--   character: Who feels it.
--   scene: The scene in which it is felt.
--   place: The scene's place in the script, counted from 1.
--   feeling: A named emotion, or `unknown`.
--   valence: From -1, misery, to 1, joy; null for unknown.
--   arousal: From -1, sleep, to 1, frenzy; null for unknown.
--   line: Place within the scene of the script element that moved it, counted from 0.
--   quote: The words that moved it.
--   reason: Why, in the cast member's words.
CREATE TABLE character_timeline_history (
    stream VARCHAR, event BIGINT, position BIGINT, character VARCHAR, scene VARCHAR, feeling VARCHAR, valence DOUBLE,
    arousal DOUBLE, line BIGINT, quote VARCHAR, reason VARCHAR
);

INSERT INTO character_timeline_history BY NAME
SELECT stream, number AS event, position, unnest(from_json(fact, '{
    "character": "VARCHAR", "scene": "VARCHAR", "feeling": "VARCHAR", "valence": "DOUBLE", "arousal": "DOUBLE",
    "line": "BIGINT", "quote": "VARCHAR", "reason": "VARCHAR"}'))
FROM batch
WHERE type IN ('EmotionalStateChanged', 'EmotionalStateReopened');

-- Where names are joined or parted, what was felt in the scenes of the name no longer holds: nulls say so.
INSERT INTO character_timeline_history BY NAME
SELECT stream, event, position, coalesce(f.out_of, f.name) AS character, unnest(f.scenes) AS scene
FROM (
    SELECT stream, number AS event, position,
           from_json(fact, '{"name": "VARCHAR", "out_of": "VARCHAR", "scenes": ["VARCHAR"]}') AS f
    FROM batch
    WHERE type IN ('CharactersJoined', 'CharactersParted')
);

SELECT r.*, s.place
FROM rows r
LEFT JOIN scenes_at(production, number) s ON s.production = r.production AND s.scene = r.scene
WHERE r.feeling IS NOT NULL;
