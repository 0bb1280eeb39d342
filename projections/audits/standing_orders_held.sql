-- standing_orders_held: does an approval cite a standing order that was revoked, or replaced, before it?
-- Rows:  decisions under an order after which the orchestrator said something else on the same subject
SELECT d.production, d.number, d.standing_order, h.stream || '@' || h.event AS ended_by, d.address
FROM decisions d
JOIN slices g ON g.production = d.production AND d.standing_order BETWEEN g.first AND g.last
JOIN standing_orders_history o ON o.stream = g.stream AND o.event = d.standing_order
JOIN standing_orders_history h ON h.subject = o.subject AND h.event > o.event AND h.event < d.number
JOIN slices s ON s.production = d.production AND s.stream = h.stream AND h.event BETWEEN s.first AND s.last
