-- sketches: who are the people that the writer brought in, and how do they speak?
-- Grain:    one row for each production and character that the writer brought in
-- Reads:    CharacterSketched
-- Asked by: the writer, the cast
-- Rows:     replaced whole
-- Key:      character
-- Columns:
--   character: The name on the cue.
--   who: Age, trade, what they are to the others, in a line.
--   voice: How they speak.
--   want: What they are after.
--   fear: What they are afraid of.
--   first: The scene that brings them in.
CREATE TABLE sketches_history (
    stream VARCHAR, event BIGINT, position BIGINT, character VARCHAR, who VARCHAR, voice VARCHAR, want VARCHAR,
    fear VARCHAR, first VARCHAR
);

INSERT INTO sketches_history BY NAME
SELECT stream, number AS event, position, unnest(from_json(fact, '{
    "character": "VARCHAR", "who": "VARCHAR", "voice": "VARCHAR", "want": "VARCHAR", "fear": "VARCHAR",
    "first": "VARCHAR"}'))
FROM batch
WHERE type = 'CharacterSketched';
