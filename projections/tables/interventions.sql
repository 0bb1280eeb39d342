-- interventions: when did the orchestrator step in, how, and why?
-- Grain:    one row for each production and intervention
-- Reads:    ProductionPaused, ProductionResumed, ProductionRedirected, DecisionOverruled, WorkOverruled
-- Asked by: `cineledger sql`, `cineledger why`
-- Rows:     set once
-- Key:      number
-- Columns:
--   number: The event's number.
--   kind: pause, resume, redirect, overrule (a decision) or strike (a piece of work).
--   reason: Why, in the orchestrator's words.
--   text: The new direction, null but for redirect.
--   about: Numbers of the events that it is about: the pause, the question and its decision, the work.
CREATE TABLE interventions_history (
    stream VARCHAR, event BIGINT, position BIGINT, number BIGINT, kind VARCHAR, reason VARCHAR, text VARCHAR,
    about BIGINT[]
);

INSERT INTO interventions_history BY NAME
SELECT stream, event, position, event AS number, f.reason, f.text,
       CASE type WHEN 'ProductionPaused' THEN 'pause' WHEN 'ProductionResumed' THEN 'resume'
                 WHEN 'ProductionRedirected' THEN 'redirect' WHEN 'DecisionOverruled' THEN 'overrule'
                 ELSE 'strike' END AS kind,
       coalesce(f.about, list_filter([f.pause, f.question, f.decision, f.made], lambda n: n IS NOT NULL)) AS about
FROM (
    SELECT stream, number AS event, position, type, from_json(fact, '{
        "reason": "VARCHAR", "text": "VARCHAR", "about": ["BIGINT"], "pause": "BIGINT", "question": "BIGINT",
        "decision": "BIGINT", "made": "BIGINT"}') AS f
    FROM batch
    WHERE type IN ('ProductionPaused', 'ProductionResumed', 'ProductionRedirected', 'DecisionOverruled',
                   'WorkOverruled')
);
