-- events: what happened, in order?
-- Grain:    one row for each event in the stream that holds it; `events_at` follows a production's lineage
-- Reads:    every event
-- Asked by: `cineledger why`, audits
-- Rows:     as recorded
-- Key:      number
-- Outside the digest: position, time
-- Columns:
--   number: The event's number within its production; 0 is a production's birth.
--   position: The event's place in the order of the whole ledger.
--   type: The kind of event, under its short name.
--   actor: Who did it: orchestrator, or a role.
--   time: When it was recorded, in UTC.
--   caused_by: Numbers, along the lineage, of the events that led to it.
--   reacts_to: Number of the event that the role reacted to, null for the orchestrator's own.
--   role: The role that reacted, null for the orchestrator's own.
--   command: The command it was decided for.
--   batch_first: Number of the first event committed with it.
--   batch_last: Number of the last event committed with it.
--   asked: Keys of the completions that it rests on.
--   fact: What the event says, as JSON.
--   fact_hash: SHA-256 over the stored fact, its number and its causes.
CREATE TABLE events_history (
    stream VARCHAR, event BIGINT, position BIGINT, number BIGINT, type VARCHAR, actor VARCHAR, time TIMESTAMP,
    caused_by BIGINT[], reacts_to BIGINT, role VARCHAR, command VARCHAR, batch_first BIGINT, batch_last BIGINT,
    asked VARCHAR[], fact JSON USING COMPRESSION zstd, fact_hash VARCHAR USING COMPRESSION uncompressed,
    question BIGINT
);

INSERT INTO events_history BY NAME
SELECT stream, number AS event, position, number, type, actor, time::TIMESTAMP AS time, caused_by,
       reaction[1]::BIGINT AS reacts_to, reaction[2] AS role, command, batch[1] AS batch_first,
       batch[2] AS batch_last, asked, fact, fact_hash,
       CASE type WHEN 'QuestionOpened' THEN number ELSE try_cast(fact->>'question' AS BIGINT) END AS question
FROM batch;
