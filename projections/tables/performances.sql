-- performances: how does each cast member play each of her scenes, take by take?
-- Grain:    one row for each production, character, scene and take that stands
-- Reads:    TakePlayed, WorkStruck
-- Asked by: the cast, the director, `cineledger takes`
-- Rows:     replaced together by piece
-- Key:      character, scene, take
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
--   tactic: How she goes about what she wants, as a verb to do to somebody.
--   plays: The note that this take plays; empty for the first, and where nobody said what was to be otherwise.
--   asked: Number of the event by which the orchestrator asked for it; null where nobody did.
--   circled: True for the take that stands: the orchestrator's choice, else the director's.
--   mood: What the mood that the scene leaves her in is called, where that is known.
--   mood_before: That mood's valence as the scene begins, from -1, misery, to 1, joy.
--   mood_after: The same as it ends.
--   printed: True where the director had her own words go into the script; null where the take was not heard.
--   note: The director's note on it; null where it was not heard.
--   reason: What the scene did to her, in her words.
CREATE TABLE performances_history (
    stream VARCHAR, event BIGINT, position BIGINT, piece VARCHAR, character VARCHAR, scene VARCHAR, take BIGINT,
    intent VARCHAR, subtext VARCHAR, lines VARCHAR[], behaviour VARCHAR, before VARCHAR, "after" VARCHAR, valence DOUBLE,
    arousal DOUBLE, learned VARCHAR[], objects VARCHAR, tactic VARCHAR, plays VARCHAR, asked BIGINT, reason VARCHAR,
    removed BOOLEAN
);

INSERT INTO performances_history BY NAME
SELECT stream, event, position, false AS removed, concat_ws('/', f.character, f.scene, f.take) AS piece,
       f.character, f.scene, f.take, f.intent, f.subtext, f.behaviour, f.learned, f.objects, f.reason, f.tactic,
       f.note AS plays, f.asked,
       list_transform(f.lines, lambda l: l.line || ': ' || l.text) AS lines,
       f.before.feeling AS before, f.after.feeling AS "after", f.after.valence, f.after.arousal
FROM (
    SELECT stream, number AS event, position, from_json(fact, '{
        "character": "VARCHAR", "scene": "VARCHAR", "take": "BIGINT", "intent": "VARCHAR", "subtext": "VARCHAR",
        "lines": [{"line": "BIGINT", "text": "VARCHAR"}], "behaviour": "VARCHAR", "before": {"feeling": "VARCHAR"},
        "after": {"feeling": "VARCHAR", "valence": "DOUBLE", "arousal": "DOUBLE"}, "learned": ["VARCHAR"],
        "objects": "VARCHAR", "tactic": "VARCHAR", "note": "VARCHAR", "asked": "BIGINT",
        "reason": "VARCHAR"}') AS f
    FROM batch
    WHERE type = 'TakePlayed'
);

-- A key of two parts is from before takes were kept side by side: it strikes every take.
INSERT INTO performances_history BY NAME
SELECT stream, number AS event, position, true AS removed,
       unnest(list_prepend(fact->>'key', [concat_ws('/', fact->>'key', t) FOR t IN range(1, 10)])) AS piece
FROM batch
WHERE type = 'WorkStruck' AND fact->>'work' = 'TakePlayed';

SELECT r.* EXCLUDE (drawn), coalesce(r.drawn = r.take, h.circled, false) AS circled, s.place, h.printed, h.note,
       m.mood, m.came_valence AS mood_before, m.valence AS mood_after
FROM (
    SELECT p.*, max(c.take) FILTER (c.take = p.take AND c.chosen > p.first_event)
                    OVER (PARTITION BY p.production, p.character, p.scene) AS drawn
    FROM rows p
    LEFT JOIN circles_at(production, number) c
           ON c.production = p.production AND c.scene = p.scene AND c.character = p.character
) r
LEFT JOIN scenes_at(production, number) s ON s.production = r.production AND s.scene = r.scene
LEFT JOIN moods_at(production, number) m
       ON m.production = r.production AND m.scene = r.scene AND m.character = r.character
LEFT JOIN rehearsals_at(production, number) h
       ON h.production = r.production AND h.scene = r.scene AND h.character = r.character AND h.take = r.take;
