-- messages: what did the roles write to each other?
-- Grain:    one row for each production and message
-- Reads:    MessageSent
-- Asked by: `cineledger messages`, `cineledger sql`
-- Rows:     set once
-- Key:      number
-- Columns:
--   number: The message's number.
--   sender: Who wrote it.
--   recipient: The role it was written to.
--   text: What it says.
--   about: Number of the event it speaks of, null for none.
--   asks: True where it wants an answer in words.
--   answers: Number of the message it answers, null where it answers none.
--   thread: Number of the first message of its thread, its own where it begins one.
--   heeds: What the piece it is about is made anew by, null where the piece stands.
CREATE TABLE messages_history (
    stream VARCHAR, event BIGINT, position BIGINT, number BIGINT, sender VARCHAR, recipient VARCHAR, text VARCHAR,
    about BIGINT, asks BOOLEAN, answers BIGINT, thread BIGINT, heeds VARCHAR
);

INSERT INTO messages_history BY NAME
SELECT stream, event, position, event AS number, sender, f.to AS recipient, f.text, f.about,
       coalesce(f.asks, false) AS asks, f.answers, coalesce(f.thread, event) AS thread, nullif(f.heeds, '') AS heeds
FROM (
    SELECT stream, number AS event, position, actor AS sender,
           from_json(fact, '{"to": "VARCHAR", "text": "VARCHAR", "about": "BIGINT", "asks": "BOOLEAN",
               "answers": "BIGINT", "thread": "BIGINT", "heeds": "VARCHAR"}') AS f
    FROM batch
    WHERE type = 'MessageSent'
);
