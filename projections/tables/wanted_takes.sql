-- wanted_takes: which takes did the orchestrator ask for, and what were they to be?
-- Grain:    one row for each production and take that was asked for
-- Reads:    TakeAsked
-- Asked by: `cineledger takes`
-- Rows:     set once
-- Key:      asked
-- Columns:
--   asked: Number of the event that asked for it.
--   character: Who is to play it.
--   scene: The scene it is to be of.
--   note: What is to be otherwise; empty where it is hers to find.
CREATE TABLE wanted_takes_history (
    stream VARCHAR, event BIGINT, position BIGINT, asked BIGINT, character VARCHAR, scene VARCHAR, note VARCHAR
);

INSERT INTO wanted_takes_history BY NAME
SELECT stream, number AS event, position, number AS asked, unnest(from_json(fact, '{
    "character": "VARCHAR", "scene": "VARCHAR", "note": "VARCHAR"}'))
FROM batch
WHERE type = 'TakeAsked';
