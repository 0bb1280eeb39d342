-- budget_totals: what does the film cost in all?
-- Grain:    one row for each production that has a budget
-- Reads:    BudgetEstimated, WorkStruck
-- Asked by: the producer, the orchestrator
-- Rows:     replaced together by film
-- Key:
-- Columns:
--   subtotal: Of all lines but the contingency.
--   contingency: Held for what may go wrong.
--   total: Both together.
--   reason: How the total stands to the days and to what was allotted.
CREATE TABLE budget_totals_history (
    stream VARCHAR, event BIGINT, position BIGINT, film BOOLEAN, subtotal DECIMAL(24, 2), contingency DECIMAL(24, 2),
    total DECIMAL(24, 2), reason VARCHAR, removed BOOLEAN
);

INSERT INTO budget_totals_history BY NAME
SELECT stream, number AS event, position, true AS film, false AS removed, unnest(from_json(fact, '{
    "subtotal": "DECIMAL(24,2)", "contingency": "DECIMAL(24,2)", "total": "DECIMAL(24,2)", "reason": "VARCHAR"}'))
FROM batch
WHERE type = 'BudgetEstimated';

INSERT INTO budget_totals_history BY NAME
SELECT stream, number AS event, position, true AS film, true AS removed
FROM batch
WHERE type = 'WorkStruck' AND fact->>'work' = 'BudgetEstimated';
