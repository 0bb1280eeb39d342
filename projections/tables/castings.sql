-- castings: who of a production lived before, and from which canon does she come?
-- Grain:    one row for each production and character that was cast from canon
-- Reads:    CharacterCast
-- Asked by: `cineledger character`, `cineledger sql`
-- Rows:     replaced whole
-- Key:      character
-- Columns:
--   character: What she is called in this production.
--   canon: The stream that her canon stands in.
--   canon_at: The last event of that stream that was read.
--   years: How many lie between the last of her lives and this one; null where nobody said.
--   age: How old she is by then, null where canon does not say.
--   mood: The mood her last life left her in, null where canon does not say.
--   lives: The productions that count as her lives, in order.
--   bonds: To how many others she comes with a bond.
--   knows: How many things she comes knowing or believing.
--   undecided: What her lives are at odds about and nobody had decided.
CREATE TABLE castings_history (
    stream VARCHAR, event BIGINT, position BIGINT, character VARCHAR, canon VARCHAR, canon_at BIGINT, years BIGINT,
    age BIGINT, mood VARCHAR, lives VARCHAR[], bonds BIGINT, knows BIGINT, undecided VARCHAR[]
);

INSERT INTO castings_history BY NAME
SELECT stream, event, position, f.character, f.canon, f.at AS canon_at, f.years, f.life.age.years AS age,
       f.life.mood.mood AS mood, f.lives, len(f.life.bonds) AS bonds, len(f.life.known) AS knows, f.undecided
FROM (
    SELECT stream, number AS event, position, from_json(fact, '{
        "character": "VARCHAR", "canon": "VARCHAR", "at": "BIGINT", "years": "BIGINT", "lives": ["VARCHAR"],
        "undecided": ["VARCHAR"], "life": {"age": {"years": "BIGINT"}, "mood": {"mood": "VARCHAR"},
        "bonds": [{"other": "VARCHAR"}], "known": [{"fact": "VARCHAR"}]}}') AS f
    FROM batch
    WHERE type = 'CharacterCast'
);
