-- identities: who is each character?
-- Grain:    one row for each production and character whose identity was drawn
-- Reads:    IdentityDrawn, WorkStruck
-- Asked by: the cast, the writer, `cineledger character`
-- Rows:     replaced together by piece
-- Key:      character
-- Columns:
--   character: The name on the cue.
--   traits: What she is like, in words.
--   backstory: What happened before.
--   motivation: Why she wants what she wants.
--   desire: What she wants.
--   fear: What she is afraid of.
--   voice: How she speaks.
--   age: In years, as the production begins; null where nobody says.
--   decided: It was decided, and is no reading only.
--   reason: Why she is so.
CREATE TABLE identities_history (
    stream VARCHAR, event BIGINT, position BIGINT, piece VARCHAR, character VARCHAR, traits VARCHAR[],
    backstory VARCHAR, motivation VARCHAR, desire VARCHAR, fear VARCHAR, voice VARCHAR, age BIGINT, decided BOOLEAN,
    reason VARCHAR, removed BOOLEAN
);

INSERT INTO identities_history BY NAME
SELECT stream, event, position, false AS removed, f.character AS piece, f.character, f.decided, f.reason,
       [t.trait FOR t IN f.identity.traits] AS traits, f.identity.backstory, f.identity.motivation,
       f.identity.desire, f.identity.fear, f.identity.voice, f.identity.age
FROM (
    SELECT stream, number AS event, position, from_json(fact, '{
        "character": "VARCHAR", "decided": "BOOLEAN", "reason": "VARCHAR", "identity": {
        "traits": [{"trait": "VARCHAR"}], "backstory": "VARCHAR", "motivation": "VARCHAR", "desire": "VARCHAR",
        "fear": "VARCHAR", "voice": "VARCHAR", "age": "BIGINT"}}') AS f
    FROM batch
    WHERE type = 'IdentityDrawn'
);

INSERT INTO identities_history BY NAME
SELECT stream, number AS event, position, true AS removed, fact->>'key' AS piece
FROM batch
WHERE type = 'WorkStruck' AND fact->>'work' = 'IdentityDrawn';
