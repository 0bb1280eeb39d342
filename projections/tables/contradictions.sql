-- contradictions: where are two accounts of a character at odds, and what was decided?
-- Grain:    one row for each character's stream, or production, and contradiction that stands
-- Reads:    ContradictionFound, WorkStruck
-- Asked by: `cineledger character`, the showrunner
-- Rows:     replaced together by piece
-- Key:      character, kind, subject, was, now
-- Columns:
--   character: Whom it is about.
--   kind: cut, where two cuts of one production tell her otherwise; fate, age, trait, bond, knowledge or secret.
--   subject: The other of a bond, the factor of a trait, the short name of a fact; else herself.
--   was: The production that established the one; in a production, the canon it was brought from.
--   now: The production that says the other; `here` is the production itself.
--   earlier: What the one says.
--   later: What the other says.
--   earlier_source: Address of the event that says the one; empty where no single event does. Ask `why` of it.
--   later_source: The same of the other.
--   weight: How much an audience would stumble over it, 0 to 1.
--   question: The question on it, null until it is asked.
--   ruled: What the later production decided of it itself: then it is not asked again; empty where it did not.
--   decided: keep the earlier, keep the later, or both apart; null until it is decided: the earlier holds till then.
CREATE TABLE contradictions_history (
    stream VARCHAR, event BIGINT, position BIGINT, piece VARCHAR, character VARCHAR, kind VARCHAR, subject VARCHAR,
    was VARCHAR, now VARCHAR, earlier VARCHAR, later VARCHAR, earlier_source VARCHAR, later_source VARCHAR,
    weight DOUBLE, ruled VARCHAR, removed BOOLEAN
);

INSERT INTO contradictions_history BY NAME
SELECT stream, event, position, false AS removed,
       concat_ws('/', f.character, f.kind, f.subject, f.was, f.now) AS piece,
       f.* EXCLUDE (sources), f.sources[1] AS earlier_source, f.sources[2] AS later_source
FROM (
    SELECT stream, number AS event, position, from_json(fact, '{
        "character": "VARCHAR", "kind": "VARCHAR", "subject": "VARCHAR", "was": "VARCHAR", "now": "VARCHAR",
        "earlier": "VARCHAR", "later": "VARCHAR", "weight": "DOUBLE", "sources": ["VARCHAR"], "ruled": "VARCHAR"}') AS f
    FROM batch
    WHERE type = 'ContradictionFound'
);

INSERT INTO contradictions_history BY NAME
SELECT stream, number AS event, position, true AS removed, fact->>'key' AS piece
FROM batch
WHERE type = 'WorkStruck' AND fact->>'work' = 'ContradictionFound';

SELECT r.*, q.question, coalesce(q.decided, nullif(r.ruled, '')) AS decided
FROM rows r
LEFT JOIN (
    SELECT q.production, a.piece, max(q.number) AS question,
           arg_max(CASE WHEN q.approved IS NOT NULL THEN p.option->>'choice' END, q.number) AS decided
    FROM questions_at(production, number) q
    JOIN slices s ON s.production = q.production AND q.about BETWEEN s.first AND s.last
    JOIN contradictions_history a ON a.stream = s.stream AND a.event = q.about
    LEFT JOIN proposals_at(production, number) p ON p.production = q.production AND p.number = q.approved
    WHERE q.subject = 'canon' AND q.status <> 'dropped'
    GROUP BY q.production, a.piece
) q ON q.production = r.production AND q.piece = concat_ws('/', r.character, r.kind, r.subject, r.was, r.now);
