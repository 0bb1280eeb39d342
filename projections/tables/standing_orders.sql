-- standing_orders: what may be approved without asking the orchestrator?
-- Grain:    one row for each production and subject; the latest order holds
-- Reads:    StandingOrderGiven
-- Asked by: `cineledger why`
-- Rows:     replaced whole
-- Key:      subject
-- Columns:
--   subject: The subject it covers, or `impasse`.
--   number: Number of the event that gave it; decisions cite it.
--   text: The order in the orchestrator's words.
--   assumed: True when `open` gave it because nobody said otherwise.
CREATE TABLE standing_orders_history (
    stream VARCHAR, event BIGINT, position BIGINT, subject VARCHAR, number BIGINT, text VARCHAR, assumed BOOLEAN
);

INSERT INTO standing_orders_history BY NAME
SELECT stream, event, position, event AS number, f.subject, f.text, f."default" AS assumed
FROM (
    SELECT stream, number AS event, position,
           from_json(fact, '{"subject": "VARCHAR", "text": "VARCHAR", "default": "BOOLEAN"}') AS f
    FROM batch
    WHERE type = 'StandingOrderGiven'
);
