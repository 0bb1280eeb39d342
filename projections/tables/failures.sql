-- failures: which answers of minds could not be used, so that the house stood in?
-- Grain:    one row for each production and ask that failed
-- Reads:    AnswerFailed
-- Asked by: `cineledger minds`
-- Rows:     set once
-- Key:      number
-- Columns:
--   number: The event's number.
--   role: Whose mind failed.
--   task: What was asked.
--   mind: The mind that was asked.
--   model: The model that was asked for.
--   problems: What was wrong with each answer, in order.
CREATE TABLE failures_history (
    stream VARCHAR, event BIGINT, position BIGINT, number BIGINT, role VARCHAR, task VARCHAR, mind VARCHAR,
    model VARCHAR, problems VARCHAR[]
);

INSERT INTO failures_history BY NAME
SELECT stream, number AS event, position, number, actor AS role, unnest(from_json(fact, '{
    "task": "VARCHAR", "mind": "VARCHAR", "model": "VARCHAR", "problems": ["VARCHAR"]}'))
FROM batch
WHERE type = 'AnswerFailed';
