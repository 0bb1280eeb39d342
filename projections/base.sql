-- base: what every table rests on, written before them from each batch.
-- progress: the position up to which events are in the tables; in a published file `mark` is the hash of the event there.
-- births:   each production's record 0; `shared` is the last number it shares with `parent`, null for none.
-- slices:   the stretches of streams that make up each production's history, flattened, so that a fork of
--           forks costs a join and no recursion; `born` is the position of the production's record 0.
CREATE TABLE progress (position BIGINT, mark VARCHAR);
INSERT INTO progress VALUES (0, NULL);
CREATE TABLE births (production VARCHAR, parent VARCHAR, shared BIGINT, position BIGINT);
CREATE TABLE slices (production VARCHAR, stream VARCHAR, first BIGINT, last BIGINT, born BIGINT);
