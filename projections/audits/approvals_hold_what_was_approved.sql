-- approvals_hold_what_was_approved: does an approval by the orchestrator stand for a shot that is made otherwise?
-- Rows:  approvals in person or by an order that nothing ended, though a shot that carried them out was set after them
--        and is not the one that was approved
-- Holds: what SQL can tell. `cineledger verify` works out every content anew: lines, names, scenes, sets and cues too.
WITH approved AS (
    SELECT d.production, d.number, d.question, d.address, o.shot, unnest(o.spec)
    FROM decisions d
    JOIN questions q ON q.production = d.production AND q.decision = d.number AND q.status = 'decided'
    JOIN (
        SELECT production, number, from_json(option, '{"shot": "VARCHAR", "spec": {"size": "VARCHAR", "type": "VARCHAR",
            "angle": "VARCHAR", "movement": "VARCHAR", "support": "VARCHAR", "lens_mm": "INTEGER", "subject": "VARCHAR"}}') AS o
        FROM proposals
    ) p ON p.production = d.production AND p.number = d.proposal
    WHERE d.authority IN ('orchestrator', 'standing_order') AND d.content IS NOT NULL AND d.voided IS NULL
      AND o.spec.size IS NOT NULL
), carried AS (
    SELECT s.production, h.shot, list(h.question) AS questions, max(h.event) AS number
    FROM shots_history h JOIN slices s ON s.stream = h.stream AND h.event BETWEEN s.first AND s.last
    WHERE h.status IN ('planned', 'revised')
    GROUP BY s.production, h.shot
)
SELECT a.production, a.number, a.question, s.shot, a.address
FROM approved a
JOIN carried c ON c.production = a.production AND c.number > a.number
    AND coalesce(c.shot = a.shot, list_contains(c.questions, a.question))
JOIN shots s ON s.production = a.production AND s.shot = c.shot AND s.status IN ('planned', 'revised')
WHERE (s.size, s.type, s.angle, s.movement, s.support, s.lens_mm, s.subject)
    <> (a.size, a.type, a.angle, a.movement, a.support, a.lens_mm, a.subject)
