-- chains_end_at_the_orchestrator: is there a fact that nobody began?
-- Rows:  events of anybody but the orchestrator without a cause, or with a cause that is not there
-- Holds: a cause is always an earlier event of the same lineage. So where no row comes out, every step back leads
--        to a lower number, and every chain ends at an orchestrator's event; no chain needs to be walked.
--        Answers of minds, prompts and accounts stand beside the productions, in streams with a colon in their names.
SELECT e.stream || '@' || e.event AS address, e.type, e.actor,
       CASE WHEN count(c.cause_number) = 0 THEN 'names no cause' ELSE 'names a cause that is not there' END AS wrong
FROM events_history e
LEFT JOIN causes_history c ON c.stream = e.stream AND c.event = e.event
WHERE NOT contains(e.stream, ':')
GROUP BY e.stream, e.event, e.type, e.actor
HAVING (count(c.cause_number) = 0 AND e.actor <> 'orchestrator') OR count(c.cause_number) > count(c.cause_production)
ORDER BY address
