-- completions: what did the minds answer, and what did it cost?
-- Grain:    one row for each answer in the studio's journal; `completions_at` keeps those a production's events rest on
-- Reads:    CompletionRecorded
-- Asked by: `cineledger sql`, for what answers took
-- Rows:     own text
-- Key:      key
-- Outside the digest: attempts, duration_ms
-- Columns:
--   key: SHA-256 over what was asked; events cite it as `asked`.
--   mind: house or claude.
--   model: The model or set of rules that answered.
--   role: For whom it answered.
--   task: What it was asked to do.
--   outcome: ok, invalid, truncated, refused or paused.
--   input_tokens: Tokens read.
--   output_tokens: Tokens written.
--   cost_usd: What it cost, in US dollars.
--   attempts: Calls it took.
--   duration_ms: Milliseconds it took.
--   answer: The answer, as JSON.
CREATE TABLE completions_history (
    stream VARCHAR, event BIGINT, position BIGINT, key VARCHAR USING COMPRESSION uncompressed, mind VARCHAR,
    model VARCHAR, role VARCHAR, task VARCHAR, outcome VARCHAR, input_tokens BIGINT, output_tokens BIGINT,
    cost_usd DECIMAL(24, 12), attempts BIGINT, duration_ms BIGINT, answer JSON USING COMPRESSION zstd
);

INSERT INTO completions_history BY NAME
SELECT stream, number AS event, position, unnest(from_json(fact, '{
    "key": "VARCHAR", "mind": "VARCHAR", "model": "VARCHAR", "role": "VARCHAR", "task": "VARCHAR", "outcome": "VARCHAR",
    "input_tokens": "BIGINT", "output_tokens": "BIGINT", "cost_usd": "DECIMAL(24,12)", "attempts": "BIGINT",
    "duration_ms": "BIGINT", "answer": "JSON"}'))
FROM batch
WHERE type = 'CompletionRecorded';

CREATE MACRO completions_at(production, number := NULL) AS TABLE
WITH cited AS (SELECT DISTINCT unnest(e.asked) AS key FROM events_at(production, number) e)
SELECT h.* EXCLUDE (stream, event, position)
FROM completions_history h JOIN cited c ON c.key = h.key;

CREATE VIEW completions AS
SELECT h.* EXCLUDE (stream, event, position)
FROM completions_history h
WHERE h.position <= coalesce(getvariable('moment'), 9223372036854775807);
