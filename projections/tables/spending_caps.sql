-- spending_caps: what might minds cost, as the orchestrator said it?
-- Grain:    one row for each production and time it was said; the latest holds
-- Reads:    SpendingCapped
-- Asked by: `cineledger costs`
-- Rows:     set once
-- Key:      number
-- Columns:
--   number: The event's number.
--   amount_usd: What minds may cost in all, forks included, in US dollars.
CREATE TABLE spending_caps_history (
    stream VARCHAR, event BIGINT, position BIGINT, number BIGINT, amount_usd DECIMAL(24, 12)
);

INSERT INTO spending_caps_history BY NAME
SELECT stream, number AS event, position, number, (fact->>'amount_usd')::DECIMAL(24, 12) AS amount_usd
FROM batch
WHERE type = 'SpendingCapped';
