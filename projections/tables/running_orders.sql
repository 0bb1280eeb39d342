-- running_orders: in which order do the scenes follow, once a draft moved, added or omitted some?
-- Grain:    one row for each production whose order was set; the others follow as they were written
-- Reads:    ScenesOrdered
-- Asked by: the table scenes
-- Rows:     replaced whole
-- Key:
-- Columns:
--   scenes: The scenes' ids in order, omitted ones in their places.
--   moved: Those that stood elsewhere in the draft before.
--   draft: The draft that set the order.
CREATE TABLE running_orders_history (
    stream VARCHAR, event BIGINT, position BIGINT, scenes VARCHAR[], moved VARCHAR[], draft BIGINT
);

INSERT INTO running_orders_history BY NAME
SELECT stream, event, position, f.order AS scenes, f.moved, f.draft
FROM (
    SELECT stream, number AS event, position,
           from_json(fact, '{"order": ["VARCHAR"], "moved": ["VARCHAR"], "draft": "BIGINT"}') AS f
    FROM batch
    WHERE type = 'ScenesOrdered'
);
