-- moods: what mood does each scene leave each character in, and what did she want in it?
-- Grain:    one row for each production, character and scene she lived through
-- Reads:    SceneLived, WorkStruck
-- Asked by: the cast, the director, `cineledger character`
-- Rows:     replaced together by piece
-- Key:      character, scene
-- Columns:
--   character: Whose mood it is.
--   scene: The scene she lived through.
--   place: The scene's place in the script, counted from 1.
--   goal: What she wants in it; empty where the lines do not say.
--   progress: How near it brings her to that, -1 out of reach to 1 reached; null where no goal is known.
--   mood: What the mood it leaves her in is called; `unknown` where the scene could not be read.
--   valence: That mood from -1, misery, to 1, joy; null for unknown, as the next two.
--   arousal: From -1, sleep, to 1, frenzy.
--   dominance: From -1, at the mercy of things, to 1, in command of them.
--   came_valence: The mood she brought in, from misery to joy.
--   came_arousal: The mood she brought in, from sleep to frenzy.
--   came_dominance: The mood she brought in, from at the mercy of things to in command.
--   reason: Why, in the cast member's words.
CREATE TABLE moods_history (
    stream VARCHAR, event BIGINT, position BIGINT, piece VARCHAR, character VARCHAR, scene VARCHAR, goal VARCHAR,
    progress DOUBLE, mood VARCHAR, valence DOUBLE, arousal DOUBLE, dominance DOUBLE, came_valence DOUBLE,
    came_arousal DOUBLE, came_dominance DOUBLE, reason VARCHAR, removed BOOLEAN
);

INSERT INTO moods_history BY NAME
SELECT stream, event, position, false AS removed, concat_ws('/', f.character, f.scene) AS piece, f.character, f.scene,
       f.goal, f.progress, f.mood, f.reason, CASE WHEN f.mood != 'unknown' THEN f."left".valence END AS valence,
       CASE WHEN f.mood != 'unknown' THEN f."left".arousal END AS arousal,
       CASE WHEN f.mood != 'unknown' THEN f."left".dominance END AS dominance,
       f.came.valence AS came_valence, f.came.arousal AS came_arousal, f.came.dominance AS came_dominance
FROM (
    SELECT stream, number AS event, position, from_json(fact, '{
        "character": "VARCHAR", "scene": "VARCHAR", "goal": "VARCHAR", "progress": "DOUBLE", "mood": "VARCHAR",
        "reason": "VARCHAR", "left": {"valence": "DOUBLE", "arousal": "DOUBLE", "dominance": "DOUBLE"},
        "came": {"valence": "DOUBLE", "arousal": "DOUBLE", "dominance": "DOUBLE"}}') AS f
    FROM batch
    WHERE type = 'SceneLived'
);

INSERT INTO moods_history BY NAME
SELECT stream, number AS event, position, true AS removed, fact->>'key' AS piece
FROM batch
WHERE type = 'WorkStruck' AND fact->>'work' = 'SceneLived';

SELECT r.*, s.place
FROM rows r
LEFT JOIN scenes_at(production, number) s ON s.production = r.production AND s.scene = r.scene;
