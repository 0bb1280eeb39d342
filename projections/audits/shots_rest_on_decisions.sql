-- shots_rest_on_decisions: is a shot planned for a question that was never decided?
-- Rows:  shots that name a question without a decision before them
SELECT s.production, s.shot, s.question, s.address
FROM shots s
WHERE s.question IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM decisions d WHERE d.production = s.production AND d.question = s.question
)
