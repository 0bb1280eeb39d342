-- calls: what was set aside for each call of a mind, and what did it cost in the end?
-- Grain:    one row for each call that was about to be made; `calls_at` keeps those made for a production
-- Reads:    CallReserved, CallSettled
-- Asked by: `cineledger costs`, `cineledger diff`
-- Rows:     own text
-- Key:      account, number
-- Columns:
--   account: The account it is paid from: that of the oldest production of the family of forks.
--   number: The call's number in that account.
--   production: For which production it was made.
--   key: The key that its answer is kept under; the table completions has it.
--   role: For whom it was made.
--   task: What the mind was asked to do.
--   model: The model that was asked for.
--   most_usd: The most it could cost, in US dollars; set aside until it ended.
--   cost_usd: What it cost, in US dollars; null while nobody knows.
--   status: settled, unknown (it was cut off: all of it stays set aside), or open (under way, or its run died).
CREATE TABLE calls_history (
    stream VARCHAR, event BIGINT, position BIGINT, number BIGINT, production VARCHAR, key VARCHAR, role VARCHAR,
    task VARCHAR, model VARCHAR, most_usd DECIMAL(24, 12), cost_usd DECIMAL(24, 12), settled BOOLEAN
);

INSERT INTO calls_history BY NAME
SELECT stream, number AS event, position, number, false AS settled, unnest(from_json(fact, '{
    "production": "VARCHAR", "key": "VARCHAR", "role": "VARCHAR", "task": "VARCHAR", "model": "VARCHAR",
    "most_usd": "DECIMAL(24,12)"}'))
FROM batch
WHERE type = 'CallReserved';

INSERT INTO calls_history BY NAME
SELECT stream, number AS event, position, (fact->>'reservation')::BIGINT AS number, true AS settled,
       (fact->>'cost_usd')::DECIMAL(24, 12) AS cost_usd
FROM batch
WHERE type = 'CallSettled';

CREATE VIEW calls AS
SELECT h.stream[9:] AS account, h.number, max(h.production) AS production, max(h.key) AS key, max(h.role) AS role,
       max(h.task) AS task, max(h.model) AS model, max(h.most_usd) AS most_usd, max(h.cost_usd) AS cost_usd,
       CASE WHEN max(h.cost_usd) IS NOT NULL THEN 'settled' WHEN bool_or(h.settled) THEN 'unknown' ELSE 'open' END
           AS status
FROM calls_history h
WHERE h.position <= coalesce(getvariable('moment'), 9223372036854775807)
GROUP BY h.stream, h.number;

CREATE MACRO calls_at(production, number := NULL) AS TABLE
SELECT c.* FROM calls c
WHERE (production IS NULL OR c.production = lower(nfc_normalize(production)));
