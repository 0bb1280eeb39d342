-- prompts: what were minds told, word for word?
-- Grain:    one row for each piece of a prompt, kept once however often it was sent
-- Reads:    PromptKept
-- Asked by: `cineledger sql`
-- Rows:     own text
-- Key:      hash
-- Columns:
--   hash: SHA-256 of the text; the table completions names it under prompt.
--   text: The piece of a prompt.
CREATE TABLE prompts_history (
    stream VARCHAR, event BIGINT, position BIGINT, text VARCHAR USING COMPRESSION zstd
);

INSERT INTO prompts_history BY NAME
SELECT stream, number AS event, position, fact->>'text' AS text
FROM batch
WHERE type = 'PromptKept';

CREATE VIEW prompts AS
SELECT h.stream[8:] AS hash, h.text
FROM prompts_history h
WHERE h.position <= coalesce(getvariable('moment'), 9223372036854775807);

CREATE MACRO prompts_at(production, number := NULL) AS TABLE
WITH cited AS (SELECT DISTINCT unnest(c.prompt) AS hash FROM completions_at(production, number) c)
SELECT p.* FROM prompts p JOIN cited c ON c.hash = p.hash;
