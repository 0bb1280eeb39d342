-- standing_orders_were_given: does an approval cite a standing order that nobody gave?
-- Rows:  decisions under a standing order that is no StandingOrderGiven of the lineage, or under none
SELECT d.production, d.number, d.standing_order, d.address
FROM decisions d
LEFT JOIN slices s ON s.production = d.production AND d.standing_order BETWEEN s.first AND s.last
LEFT JOIN events_history e ON e.stream = s.stream AND e.event = d.standing_order AND e.type = 'StandingOrderGiven'
WHERE (d.authority = 'standing_order' OR d.standing_order IS NOT NULL) AND e.event IS NULL
