-- notes_are_answered: did the director leave a phase while a note of an earlier one had no answer?
-- Rows:  notes that were open when the director entered a phase, given before the phase that was left was entered
WITH entered AS (
    SELECT s.production, h.event, h.actor, h.fact->>'phase' AS phase
    FROM events_history h JOIN slices s ON s.stream = h.stream AND h.event BETWEEN s.first AND s.last
    WHERE h.type = 'PhaseEntered'
), left_by_director AS (
    SELECT e.production, e.event, min(b.event) AS began
    FROM entered e JOIN entered b ON b.production = e.production AND b.event < e.event AND b.phase <> 'planning'
    WHERE e.actor = 'director' AND b.phase = (
        SELECT arg_max(p.phase, p.event) FROM entered p WHERE p.production = e.production AND p.event < e.event
    )
    GROUP BY e.production, e.event
)
SELECT n.production, n.number, l.event AS left_at, n.address
FROM left_by_director l
JOIN notes n ON n.production = l.production AND n.number < l.began AND coalesce(n.answered > l.event, true)
