-- identity_steps: who was each character said to be, one time after another?
-- Grain:    one row for each production and time that a character was drawn, decided on or spoken of in person
-- Reads:    IdentityDrawn
-- Asked by: `cineledger character`
-- Rows:     set once
-- Key:      number
-- Columns:
--   number: The event's number.
--   character: The name on the cue.
--   traits: What she is like from then on, in words.
--   fear: What she is afraid of.
--   desire: What she wants.
--   age: In years, as the production begins; null where nobody says.
--   decided: It was decided, and is no reading only.
--   reason: What she was drawn from, or who decided it.
--   role: Who drew her: the writer, or the orchestrator in person.
CREATE TABLE identity_steps_history (
    stream VARCHAR, event BIGINT, position BIGINT, number BIGINT, character VARCHAR, traits VARCHAR[], fear VARCHAR,
    desire VARCHAR, age BIGINT, decided BOOLEAN, reason VARCHAR, role VARCHAR
);

INSERT INTO identity_steps_history BY NAME
SELECT stream, event, position, event AS number, role, f.character, f.decided, f.reason, f.identity.fear, f.identity.desire,
       f.identity.age, [t.trait FOR t IN f.identity.traits] AS traits
FROM (
    SELECT stream, number AS event, position, actor AS role, from_json(fact, '{
        "character": "VARCHAR", "decided": "BOOLEAN", "reason": "VARCHAR", "identity": {"traits": [{"trait": "VARCHAR"}],
        "fear": "VARCHAR", "desire": "VARCHAR", "age": "BIGINT"}}') AS f
    FROM batch
    WHERE type = 'IdentityDrawn'
);
