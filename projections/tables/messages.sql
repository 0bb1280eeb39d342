-- messages: what did the roles write to each other?
-- Grain:    one row for each production and message
-- Reads:    MessageSent
-- Asked by: roles, `cineledger sql`
-- Rows:     set once
-- Key:      number
-- Columns:
--   number: The message's number.
--   sender: Who wrote it.
--   recipient: The role it was written to.
--   text: What it says.
--   about: Number of the event it speaks of, null for none.
CREATE TABLE messages_history (
    stream VARCHAR, event BIGINT, position BIGINT, number BIGINT, sender VARCHAR, recipient VARCHAR, text VARCHAR,
    about BIGINT
);

INSERT INTO messages_history BY NAME
SELECT stream, event, position, event AS number, sender, f.to AS recipient, f.text, f.about
FROM (
    SELECT stream, number AS event, position, actor AS sender,
           from_json(fact, '{"to": "VARCHAR", "text": "VARCHAR", "about": "BIGINT"}') AS f
    FROM batch
    WHERE type = 'MessageSent'
);
