-- births: which streams make up each new production's history?
-- Reads: ProductionOpened, ProductionForked
INSERT INTO births
SELECT stream, fact->>'parent', (fact->>'number')::BIGINT, position
FROM batch
WHERE type IN ('ProductionOpened', 'ProductionForked');

INSERT INTO slices
WITH RECURSIVE walk(production, born, stream, first, last, parent, shared) AS (
    SELECT b.production, b.position, b.production, coalesce(b.shared + 1, 0), 9223372036854775807, b.parent, b.shared
    FROM births b JOIN batch ON batch.stream = b.production AND batch.position = b.position
    UNION ALL
    SELECT w.production, w.born, b.production, coalesce(b.shared + 1, 0), w.shared, b.parent,
           least(b.shared, w.shared)
    FROM walk w JOIN births b ON b.production = w.parent
)
SELECT production, stream, first, last, born FROM walk WHERE first <= last;
