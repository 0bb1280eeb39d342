-- risks: what may go wrong in the shoot, and what is done about it?
-- Grain:    one row for each production and risk; a new assessment replaces all of them
-- Reads:    RisksAssessed, WorkStruck
-- Asked by: the producer, the director
-- Rows:     replaced together by film
-- Key:      name
-- Columns:
--   name: What may go wrong.
--   scenes: Whose days it may hit.
--   likelihood: That it happens, 0 to 1.
--   days: Lost if it happens.
--   cost: What it costs if it happens.
--   contingency: What is done about it, and the words of the script that bring it.
CREATE TABLE risks_history (
    stream VARCHAR, event BIGINT, position BIGINT, film BOOLEAN, name VARCHAR, scenes VARCHAR[], likelihood DOUBLE,
    days DOUBLE, cost DECIMAL(24, 2), contingency VARCHAR, removed BOOLEAN
);

INSERT INTO risks_history BY NAME
SELECT stream, event, position, true AS film, unnest(risk), risk IS NULL AS removed
FROM (
    SELECT stream, event, position, unnest(CASE WHEN len(f.risks) > 0 THEN f.risks ELSE [NULL] END) AS risk
    FROM (
        SELECT stream, number AS event, position, from_json(fact, '{"risks": [
            {"name": "VARCHAR", "scenes": ["VARCHAR"], "likelihood": "DOUBLE", "days": "DOUBLE",
             "cost": "DECIMAL(24,2)", "contingency": "VARCHAR"}]}') AS f
        FROM batch
        WHERE type = 'RisksAssessed'
    )
);

INSERT INTO risks_history BY NAME
SELECT stream, number AS event, position, true AS film, true AS removed
FROM batch
WHERE type = 'WorkStruck' AND fact->>'work' = 'RisksAssessed';
