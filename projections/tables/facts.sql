-- facts: what is there to know in the story?
-- Grain:    one row for each production and fact
-- Reads:    FactFound, WorkStruck
-- Asked by: the cast, the writer, `cineledger character`
-- Rows:     replaced together by piece
-- Key:      fact
-- Columns:
--   fact: A short name for it.
--   text: What is so.
--   about: The characters it is about.
--   words: The words that give it away.
--   secret: Somebody keeps it from others.
--   untrue: Somebody says so who knows better: it is only believed.
--   scene: The scene in which the audience learns it.
--   line: Place of the line that tells or shows it first, counted from 0.
--   quote: The words of that line.
--   tellings: In how many lines it is told, shown or spoken of.
CREATE TABLE facts_history (
    stream VARCHAR, event BIGINT, position BIGINT, piece VARCHAR, fact VARCHAR, text VARCHAR, about VARCHAR[],
    words VARCHAR[], secret BOOLEAN, untrue BOOLEAN, scene VARCHAR, line BIGINT, quote VARCHAR, tellings BIGINT, removed BOOLEAN
);

INSERT INTO facts_history BY NAME
SELECT stream, event, position, false AS removed, f.fact AS piece, f.fact, f.text, f.about, f.words, f.secret, f.untrue,
       first.scene, first.line, first.quote, len(f.tellings) AS tellings
FROM (
    SELECT *, coalesce(list_filter(f.tellings, lambda t: t.so)[1], f.tellings[1]) AS first
    FROM (
        SELECT stream, number AS event, position, from_json(fact, '{
            "fact": "VARCHAR", "text": "VARCHAR", "about": ["VARCHAR"], "words": ["VARCHAR"], "secret": "BOOLEAN", "untrue": "BOOLEAN",
            "tellings": [{"scene": "VARCHAR", "line": "BIGINT", "quote": "VARCHAR", "so": "BOOLEAN"}]}') AS f
        FROM batch
        WHERE type = 'FactFound'
    )
);

INSERT INTO facts_history BY NAME
SELECT stream, number AS event, position, true AS removed, fact->>'key' AS piece
FROM batch
WHERE type = 'WorkStruck' AND fact->>'work' = 'FactFound';
