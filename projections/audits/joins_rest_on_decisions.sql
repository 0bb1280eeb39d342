-- joins_rest_on_decisions: does a name stand for another without a decision, or is anything felt under it still?
-- Rows:  joined names whose question was never decided, or that have a row in the timeline
SELECT a.production, a.name, a.question, a.address
FROM aliases a
WHERE NOT EXISTS (FROM decisions d WHERE d.production = a.production AND d.question = a.question)
   OR EXISTS (FROM character_timeline t WHERE t.production = a.production AND t.character = a.name)
