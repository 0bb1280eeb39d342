-- motifs: which themes does the film have?
-- Grain:    one row for each production and theme
-- Reads:    MotifComposed, WorkStruck
-- Asked by: the composer, `cineledger export NAME score`, `cineledger bible`
-- Rows:     replaced together by whose
-- Key:      whose
-- Columns:
--   whose: The character it stands for, or film.
--   title: What it is called.
--   music_key: Tonic and mode, D minor, F lydian.
--   tempo: Quarter notes a minute.
--   metre: The time signature, 3/4.
--   instrument: What it is played on first.
--   notes: The theme, note by note: pitch as MIDI counts it, null for a rest, and its length in quarter notes.
--   reason: Why it goes as it does.
CREATE TABLE motifs_history (
    stream VARCHAR, event BIGINT, position BIGINT, whose VARCHAR, title VARCHAR, music_key VARCHAR, tempo INTEGER,
    metre VARCHAR, instrument VARCHAR, notes STRUCT(pitch INTEGER, beats DOUBLE)[], reason VARCHAR, removed BOOLEAN
);

INSERT INTO motifs_history BY NAME
SELECT stream, number AS event, position, false AS removed, unnest(from_json(fact, '{
    "whose": "VARCHAR", "title": "VARCHAR", "music_key": "VARCHAR", "tempo": "INTEGER", "metre": "VARCHAR",
    "instrument": "VARCHAR", "notes": [{"pitch": "INTEGER", "beats": "DOUBLE"}], "reason": "VARCHAR"}'))
FROM batch
WHERE type = 'MotifComposed';

INSERT INTO motifs_history BY NAME
SELECT stream, number AS event, position, true AS removed, fact->>'key' AS whose
FROM batch
WHERE type = 'WorkStruck' AND fact->>'work' = 'MotifComposed';
