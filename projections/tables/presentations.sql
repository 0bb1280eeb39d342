-- presentations: which department showed what in review?
-- Grain:    one row for each production and presentation
-- Reads:    WorkPresented
-- Asked by: the director, who looks at the whole once all have shown their work
-- Rows:     set once
-- Key:      number
-- Columns:
--   number: The presentation's number.
--   role: The department that showed its work.
--   phase: The phase in which it did.
--   text: What it had, counted.
CREATE TABLE presentations_history (
    stream VARCHAR, event BIGINT, position BIGINT, number BIGINT, role VARCHAR, phase VARCHAR, text VARCHAR
);

INSERT INTO presentations_history BY NAME
SELECT stream, number AS event, position, number, actor AS role, unnest(from_json(fact, '{
    "phase": "VARCHAR", "text": "VARCHAR"}'))
FROM batch
WHERE type = 'WorkPresented';
