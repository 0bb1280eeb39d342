-- productions: which productions are there, and where does each stand?
-- Grain:    one row for each production
-- Reads:    ProductionOpened, ProductionForked, VisionStated, IdeaStated, PhaseEntered, ApprovalModeSet, ScriptPaged,
--           ProductionWrapped, ProductionReopened, ProductionPaused, ProductionResumed
-- Asked by: `cineledger diff`, `cineledger sql`
-- Rows:     set column by column
-- Key:
-- Outside the digest: parent, forked_at
-- Columns:
--   title: The film's title; a fork keeps its parent's.
--   form: What it began from: script or idea.
--   parent: The production it was forked from, null for none.
--   forked_at: The last event it shares with its parent.
--   vision: What film this is to be, in the orchestrator's latest words.
--   idea: The story idea it started from, null where a script was there.
--   phase: Where the work is: planning, execution, review or refinement; null before the first.
--   mode: Who answers requests for approval: the person (ask), the standing orders (standing) or nobody yet (none).
--   pages: How many pages the script has, null without one.
--   status: open; wrapped: it takes no more until the orchestrator reopens it; or paused: the crew waits.
--   head: Number of its last event.
CREATE TABLE productions_history (
    stream VARCHAR, event BIGINT, position BIGINT, title VARCHAR, form VARCHAR, vision VARCHAR, idea VARCHAR,
    phase VARCHAR, mode VARCHAR, pages INTEGER, status VARCHAR
);

INSERT INTO productions_history BY NAME
SELECT stream, event, position, f.title, f.form, f.phase, f.pages,
       CASE type WHEN 'ProductionOpened' THEN 'none' ELSE f.mode END AS mode,
       CASE type WHEN 'ProductionOpened' THEN 'open' WHEN 'ProductionReopened' THEN 'open'
                 WHEN 'ProductionResumed' THEN 'open' WHEN 'ProductionPaused' THEN 'paused'
                 WHEN 'ProductionWrapped' THEN 'wrapped' END AS status,
       CASE type WHEN 'VisionStated' THEN f.text END AS vision,
       CASE type WHEN 'IdeaStated' THEN f.text END AS idea
FROM (
    SELECT stream, number AS event, position, type, from_json(fact, '{
        "title": "VARCHAR", "form": "VARCHAR", "text": "VARCHAR", "phase": "VARCHAR", "mode": "VARCHAR",
        "pages": "INTEGER"}') AS f
    FROM batch
    WHERE type IN ('ProductionOpened', 'VisionStated', 'IdeaStated', 'PhaseEntered', 'ApprovalModeSet', 'ScriptPaged',
                   'ProductionWrapped', 'ProductionReopened', 'ProductionPaused', 'ProductionResumed')
);

SELECT r.* , b.parent, b.shared AS forked_at, least(greatest(h.head, b.shared), number) AS head
FROM rows r
JOIN births b ON b.production = r.production
JOIN (
    SELECT e.stream, max(e.event) AS head FROM events_history e
    WHERE (production IS NULL OR e.stream = lower(nfc_normalize(production)))
      AND e.type <> 'CompletionRecorded' AND e.position <= coalesce(getvariable('moment'), 9223372036854775807)
    GROUP BY e.stream
) h ON h.stream = r.production;
