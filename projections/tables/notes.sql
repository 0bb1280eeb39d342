-- notes: what feedback did the orchestrator give, and what was answered?
-- Grain:    one row for each production and note
-- Reads:    NoteGiven, NoteAnswered
-- Asked by: `cineledger sql`, `cineledger why`
-- Rows:     set column by column
-- Key:      number
-- Columns:
--   number: The note's number, by which it is called.
--   text: The note in the orchestrator's words.
--   role: The role it was given to; `answered_by` may be another, to whom it was handed on.
--   about: Number of the event it speaks of, null for the whole film.
--   about_table: The table that shows what it speaks of, null for the whole film.
--   about_key: The row of that table, as `cineledger why` names it.
--   status: open or answered.
--   answer: What is done about it, or why nothing changes; null while it is open.
--   answered_by: The role that answered, null while it is open.
--   answered: Number of the answer, null while it is open.
--   led_to: Numbers of what was done about it: questions opened, shots revised, feelings set.
CREATE TABLE notes_history (
    stream VARCHAR, event BIGINT, position BIGINT, number BIGINT, text VARCHAR, role VARCHAR, about BIGINT,
    about_table VARCHAR, about_key VARCHAR, status VARCHAR, answer VARCHAR, answered_by VARCHAR, answered BIGINT,
    led_to BIGINT[]
);

INSERT INTO notes_history BY NAME
SELECT stream, event, position, coalesce(f.note, event) AS number, f.to AS role, f.about, f."table" AS about_table,
       f."key" AS about_key, f.led_to, CASE type WHEN 'NoteGiven' THEN f.text END AS text,
       CASE type WHEN 'NoteGiven' THEN 'open' ELSE 'answered' END AS status,
       CASE type WHEN 'NoteAnswered' THEN f.text END AS answer,
       CASE type WHEN 'NoteAnswered' THEN actor END AS answered_by,
       CASE type WHEN 'NoteAnswered' THEN event END AS answered
FROM (
    SELECT stream, number AS event, position, type, actor, from_json(fact, '{
        "note": "BIGINT", "text": "VARCHAR", "to": "VARCHAR", "about": "BIGINT", "table": "VARCHAR",
        "key": "VARCHAR", "led_to": ["BIGINT"]}') AS f
    FROM batch
    WHERE type IN ('NoteGiven', 'NoteAnswered')
);
