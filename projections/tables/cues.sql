-- cues: where is there music, and what does it do?
-- Grain:    one row for each production and cue
-- Reads:    CueWritten, WorkStruck
-- Asked by: `cineledger export NAME cues`, `cineledger export NAME score`, the producer
-- Rows:     replaced together by cue
-- Key:      cue
-- Columns:
--   cue: The reel, m, and the count within it, 1m1; one put between two others has a letter.
--   title: What it is called, on the cue sheet and the part.
--   scene: The scene it plays in.
--   first: Place of the script element it comes in at, counted from 0 within the scene.
--   last: Place of the script element it goes out at.
--   usage: BI or BV behind the picture, VI or VV seen in it, instrumental or vocal; MT main title, ET end title.
--   mood: How it feels, in a word.
--   tempo: Quarter notes a minute; null for what the scene itself plays.
--   music_key: Tonic and mode; null for what the scene itself plays.
--   whose: The theme it develops, a character's or film; null for what the scene itself plays.
--   way: What the theme has become: plain, fragment, augmented, quickened, inverted, darkened, brightened, canon,
--     unresolved, resolved; or source.
--   variation: The same in a sentence, with what in the story changed it.
--   beside: Whose theme it is in canon with, or null.
--   instruments: Who plays, the theme's own instrument first.
--   seconds: Estimated from the words and the action it lies over.
--   reason: Where it comes in and goes out, and why.
CREATE TABLE cues_history (
    stream VARCHAR, event BIGINT, position BIGINT, cue VARCHAR, title VARCHAR, scene VARCHAR, first BIGINT, last BIGINT,
    usage VARCHAR, mood VARCHAR, tempo INTEGER, music_key VARCHAR, whose VARCHAR, way VARCHAR, variation VARCHAR,
    beside VARCHAR, instruments VARCHAR[], seconds DOUBLE, reason VARCHAR, removed BOOLEAN
);

INSERT INTO cues_history BY NAME
SELECT stream, number AS event, position, false AS removed, unnest(from_json(fact, '{
    "cue": "VARCHAR", "title": "VARCHAR", "scene": "VARCHAR", "first": "BIGINT", "last": "BIGINT", "usage": "VARCHAR",
    "mood": "VARCHAR", "tempo": "INTEGER", "music_key": "VARCHAR", "whose": "VARCHAR", "way": "VARCHAR",
    "variation": "VARCHAR", "beside": "VARCHAR", "instruments": ["VARCHAR"], "seconds": "DOUBLE", "reason": "VARCHAR"}'))
FROM batch
WHERE type = 'CueWritten';

INSERT INTO cues_history BY NAME
SELECT stream, number AS event, position, true AS removed, fact->>'key' AS cue
FROM batch
WHERE type = 'WorkStruck' AND fact->>'work' = 'CueWritten';
