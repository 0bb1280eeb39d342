-- budget: what does the film cost, line by line?
-- Grain:    one row for each production and line; a new estimate replaces all lines
-- Reads:    BudgetEstimated, WorkStruck
-- Asked by: the producer, `cineledger export NAME budget`
-- Rows:     replaced together by film
-- Key:      account, name
-- Columns:
--   account: Number in the chart of accounts; under 2000 above the line, from 5000 post, from 6500 other.
--   name: What it is for.
--   quantity: How much of it.
--   unit: What the quantity counts.
--   rate: What one costs.
--   amount: Quantity times rate, to the hundredth.
--   why: Where the quantity comes from.
CREATE TABLE budget_history (
    stream VARCHAR, event BIGINT, position BIGINT, film BOOLEAN, account VARCHAR, name VARCHAR, quantity DECIMAL(24, 4),
    unit VARCHAR, rate DECIMAL(24, 4), amount DECIMAL(24, 2), why VARCHAR, removed BOOLEAN
);

INSERT INTO budget_history BY NAME
SELECT stream, event, position, true AS film, unnest(item), item IS NULL AS removed
FROM (
    SELECT stream, event, position, unnest(CASE WHEN len(f.lines) > 0 THEN f.lines ELSE [NULL] END) AS item
    FROM (
        SELECT stream, number AS event, position, from_json(fact, '{"lines": [
            {"account": "VARCHAR", "name": "VARCHAR", "quantity": "DECIMAL(24,4)", "unit": "VARCHAR",
             "rate": "DECIMAL(24,4)", "amount": "DECIMAL(24,2)", "why": "VARCHAR"}]}') AS f
        FROM batch
        WHERE type = 'BudgetEstimated'
    )
);

INSERT INTO budget_history BY NAME
SELECT stream, number AS event, position, true AS film, true AS removed
FROM batch
WHERE type = 'WorkStruck' AND fact->>'work' = 'BudgetEstimated';
