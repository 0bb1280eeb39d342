-- character_timeline: what does each character feel and want, scene by scene, and in what mood does it leave her?
-- Grain:    one row for each production, character and scene; a name that stands for another has none
-- Reads:    EmotionalStateChanged, EmotionalStateReopened, CharactersJoined, CharactersParted, SceneLived, WorkStruck
-- Asked by: the director, the cast, `cineledger diff`
-- Rows:     set column by column
-- Key:      character, scene
-- Outside the digest: lived
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
--   goal: What she wants in it; empty where the lines do not say, null where she has not been asked yet.
--   mood: What the mood it leaves her in is called, as `moods` has it.
--   mood_valence: That mood from -1, misery, to 1, joy.
--   mood_arousal: From -1, sleep, to 1, frenzy.
--   mood_dominance: From -1, at the mercy of things, to 1, in command of them.
--   lived: Address of the event that set goal and mood; `address` is that of the feeling.
CREATE TABLE character_timeline_history (
    stream VARCHAR, event BIGINT, position BIGINT, character VARCHAR, scene VARCHAR, feeling VARCHAR, valence DOUBLE,
    arousal DOUBLE, line BIGINT, quote VARCHAR, reason VARCHAR, goal VARCHAR, mood VARCHAR, mood_valence DOUBLE,
    mood_arousal DOUBLE, mood_dominance DOUBLE, lived VARCHAR, cleared VARCHAR[], beside BOOLEAN
);

INSERT INTO character_timeline_history BY NAME
SELECT stream, number AS event, position, false AS beside, unnest(from_json(fact, '{
    "character": "VARCHAR", "scene": "VARCHAR", "feeling": "VARCHAR", "valence": "DOUBLE", "arousal": "DOUBLE",
    "line": "BIGINT", "quote": "VARCHAR", "reason": "VARCHAR"}')),
    ['feeling', 'valence', 'arousal', 'line', 'quote', 'reason'] AS cleared
FROM batch
WHERE type IN ('EmotionalStateChanged', 'EmotionalStateReopened');

-- Where names are joined or parted, what was felt in the scenes of the name no longer holds.
INSERT INTO character_timeline_history BY NAME
SELECT stream, event, position, false AS beside, coalesce(f.out_of, f.name) AS character, unnest(f.scenes) AS scene,
       ['feeling', 'valence', 'arousal', 'line', 'quote', 'reason'] AS cleared
FROM (
    SELECT stream, number AS event, position,
           from_json(fact, '{"name": "VARCHAR", "out_of": "VARCHAR", "scenes": ["VARCHAR"]}') AS f
    FROM batch
    WHERE type IN ('CharactersJoined', 'CharactersParted')
);

INSERT INTO character_timeline_history BY NAME
SELECT stream, event, position, true AS beside, f.character, f.scene, f.goal, f.mood,
       CASE WHEN f.mood != 'unknown' THEN f."left".valence END AS mood_valence,
       CASE WHEN f.mood != 'unknown' THEN f."left".arousal END AS mood_arousal,
       CASE WHEN f.mood != 'unknown' THEN f."left".dominance END AS mood_dominance,
       stream || '@' || event AS lived, ['mood_valence', 'mood_arousal', 'mood_dominance'] AS cleared
FROM (
    SELECT stream, number AS event, position, from_json(fact, '{
        "character": "VARCHAR", "scene": "VARCHAR", "goal": "VARCHAR", "mood": "VARCHAR",
        "left": {"valence": "DOUBLE", "arousal": "DOUBLE", "dominance": "DOUBLE"}}') AS f
    FROM batch
    WHERE type = 'SceneLived'
);

INSERT INTO character_timeline_history BY NAME
SELECT stream, number AS event, position, true AS beside, regexp_replace(fact->>'key', '/[^/]*$', '') AS character,
       split_part(fact->>'key', '/', -1) AS scene,
       ['goal', 'mood', 'mood_valence', 'mood_arousal', 'mood_dominance', 'lived'] AS cleared
FROM batch
WHERE type = 'WorkStruck' AND fact->>'work' = 'SceneLived';

SELECT r.*, s.place
FROM rows r
LEFT JOIN scenes_at(production, number) s ON s.production = r.production AND s.scene = r.scene
WHERE r.feeling IS NOT NULL;
