-- performances: how does each cast member play each of her scenes?
-- Grain:    one row for each production, character and scene of which a take stands
-- Reads:    TakePlayed, WorkStruck
-- Asked by: the cast, the director, `cineledger sql`
-- Rows:     replaced together by piece
-- Key:      character, scene
-- Columns:
--   character: Who is played.
--   scene: The scene that is played.
--   place: The scene's place in the script, counted from 1.
--   take: Which take of hers it is, counted from 1.
--   intent: What she wants from whom, as something to do.
--   subtext: What the words do not say.
--   lines: What she says otherwise than it was written, each with its place in the scene, counted from 0.
--   behaviour: What she does while she says it.
--   before: What she feels as the scene begins; null in her first.
--   after: What she feels as it ends, or `unknown`.
--   valence: Of what she feels as it ends, from -1, misery, to 1, joy; null for unknown.
--   arousal: Of the same, from -1, sleep, to 1, frenzy; null for unknown.
--   learned: What she knows now and did not before.
--   objects: Why she would not do or say what is written; empty where she would.
--   printed: True where the director had her own words go into the script; null where the take was not heard.
--   note: The director's note on it; null where it was not heard.
--   reason: What the scene did to her, in her words.
CREATE TABLE performances_history (
    stream VARCHAR, event BIGINT, position BIGINT, piece VARCHAR, character VARCHAR, scene VARCHAR, take BIGINT,
    intent VARCHAR, subtext VARCHAR, lines VARCHAR[], behaviour VARCHAR, before VARCHAR, "after" VARCHAR, valence DOUBLE,
    arousal DOUBLE, learned VARCHAR[], objects VARCHAR, reason VARCHAR, removed BOOLEAN
);

INSERT INTO performances_history BY NAME
SELECT stream, event, position, false AS removed, concat_ws('/', f.character, f.scene) AS piece,
       f.character, f.scene, f.take, f.intent, f.subtext, f.behaviour, f.learned, f.objects, f.reason,
       list_transform(f.lines, lambda l: l.line || ': ' || l.text) AS lines,
       f.before.feeling AS before, f.after.feeling AS "after", f.after.valence, f.after.arousal
FROM (
    SELECT stream, number AS event, position, from_json(fact, '{
        "character": "VARCHAR", "scene": "VARCHAR", "take": "BIGINT", "intent": "VARCHAR", "subtext": "VARCHAR",
        "lines": [{"line": "BIGINT", "text": "VARCHAR"}], "behaviour": "VARCHAR", "before": {"feeling": "VARCHAR"},
        "after": {"feeling": "VARCHAR", "valence": "DOUBLE", "arousal": "DOUBLE"}, "learned": ["VARCHAR"],
        "objects": "VARCHAR", "reason": "VARCHAR"}') AS f
    FROM batch
    WHERE type = 'TakePlayed'
);

INSERT INTO performances_history BY NAME
SELECT stream, number AS event, position, true AS removed, fact->>'key' AS piece
FROM batch
WHERE type = 'WorkStruck' AND fact->>'work' = 'TakePlayed';

SELECT r.*, s.place, h.printed, h.note
FROM rows r
LEFT JOIN scenes_at(production, number) s ON s.production = r.production AND s.scene = r.scene
LEFT JOIN rehearsals_at(production, number) h
       ON h.production = r.production AND h.scene = r.scene AND h.character = r.character AND h.take = r.take;
