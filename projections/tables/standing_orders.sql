-- standing_orders: what may be approved without asking the orchestrator?
-- Grain:    one row for each production and subject with an order; the latest holds until it is revoked
-- Reads:    StandingOrderGiven, StandingOrderRevoked
-- Asked by: `cineledger why`
-- Rows:     replaced together by subject
-- Key:      subject
-- Columns:
--   subject: The subject it covers, or `impasse`.
--   number: Number of the event that gave it; decisions cite it.
--   text: The order in the orchestrator's words.
--   unless_objected: True when it approves only what nobody stands against.
--   assumed: True when `open` gave it because nobody said otherwise.
CREATE TABLE standing_orders_history (
    stream VARCHAR, event BIGINT, position BIGINT, subject VARCHAR, number BIGINT, text VARCHAR,
    unless_objected BOOLEAN, assumed BOOLEAN, removed BOOLEAN
);

INSERT INTO standing_orders_history BY NAME
SELECT stream, event, position, event AS number, f.subject, f.text, f.unless_objected, f."default" AS assumed,
       type = 'StandingOrderRevoked' AS removed
FROM (
    SELECT stream, number AS event, position, type, from_json(fact, '{"subject": "VARCHAR", "text": "VARCHAR",
        "unless_objected": "BOOLEAN", "default": "BOOLEAN"}') AS f
    FROM batch
    WHERE type IN ('StandingOrderGiven', 'StandingOrderRevoked')
);
