-- completions: what did the minds answer, and what did it cost?
-- Grain:    one row for each answer in the studio's journal; `completions_at` keeps those a production's events rest on
-- Reads:    CompletionRecorded
-- Asked by: `cineledger minds`, `cineledger costs`, `cineledger sql`
-- Rows:     own text
-- Key:      key
-- Outside the digest: attempts, duration_ms
-- Columns:
--   key: SHA-256 over what was asked; events cite it as `asked`.
--   mind: house, claude or human.
--   model: The model or set of rules that answered.
--   requested: The model that was asked for, null for an answer that came from this machine.
--   role: For whom it answered.
--   task: What it was asked to do.
--   outcome: ok, invalid, truncated, refused or paused.
--   problem: What is wrong with an answer that is not ok.
--   stop_reason: Why the model stopped, in its server's words.
--   input_tokens: Tokens read.
--   output_tokens: Tokens written.
--   cache_read: Of the tokens read, those that the server had in its cache.
--   cache_write: Of the tokens read, those that the server put into its cache.
--   thinking: Of the tokens written, those of thought.
--   looks: Times it used a tool.
--   cost_usd: What it cost, in US dollars.
--   attempts: Calls it took.
--   duration_ms: Milliseconds it took.
--   prompt: The hashes of the pieces of its prompt, in order.
--   answer: The answer, as JSON.
CREATE TABLE completions_history (
    stream VARCHAR, event BIGINT, position BIGINT, key VARCHAR USING COMPRESSION uncompressed, mind VARCHAR,
    model VARCHAR, requested VARCHAR, role VARCHAR, task VARCHAR, outcome VARCHAR, problem VARCHAR, stop_reason VARCHAR,
    input_tokens BIGINT, output_tokens BIGINT, cache_read BIGINT, cache_write BIGINT, thinking BIGINT, looks BIGINT,
    cost_usd DECIMAL(24, 12), attempts BIGINT, duration_ms BIGINT, prompt VARCHAR[], answer JSON USING COMPRESSION zstd
);

INSERT INTO completions_history BY NAME
SELECT stream, event, position, f.* EXCLUDE (call), f.call.requested, f.call.problem, f.call.stop_reason,
       f.call.usage.cache_read, f.call.usage.cache_write_5m + f.call.usage.cache_write_1h AS cache_write,
       f.call.usage.thinking, len(f.call.tools) AS looks, f.call.prompt
FROM (
    SELECT stream, number AS event, position, from_json(fact, '{
        "key": "VARCHAR", "mind": "VARCHAR", "model": "VARCHAR", "role": "VARCHAR", "task": "VARCHAR",
        "outcome": "VARCHAR", "input_tokens": "BIGINT", "output_tokens": "BIGINT", "cost_usd": "DECIMAL(24,12)",
        "attempts": "BIGINT", "duration_ms": "BIGINT", "answer": "JSON", "call": {"requested": "VARCHAR",
            "problem": "VARCHAR", "stop_reason": "VARCHAR", "prompt": ["VARCHAR"], "tools": ["JSON"],
            "usage": {"cache_read": "BIGINT", "cache_write_5m": "BIGINT", "cache_write_1h": "BIGINT",
                      "thinking": "BIGINT"}}}') AS f
    FROM batch
    WHERE type = 'CompletionRecorded'
);

CREATE MACRO completions_at(production, number := NULL) AS TABLE
WITH cited AS (SELECT DISTINCT unnest(e.asked) AS key FROM events_at(production, number) e)
SELECT h.* EXCLUDE (stream, event, position)
FROM completions_history h JOIN cited c ON c.key = h.key
WHERE starts_with(h.stream, 'completion:')
   OR NOT EXISTS (FROM completions_history o WHERE o.key = h.key AND o.stream < h.stream);

CREATE VIEW completions AS
SELECT h.* EXCLUDE (stream, event, position)
FROM completions_history h
WHERE h.position <= coalesce(getvariable('moment'), 9223372036854775807)
  AND (starts_with(h.stream, 'completion:')
       OR NOT EXISTS (FROM completions_history o WHERE o.key = h.key AND o.stream < h.stream));
