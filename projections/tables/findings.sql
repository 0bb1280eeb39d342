-- findings: which lines do not agree with what was established of somebody before?
-- Grain:    one row for each production and finding
-- Reads:    FindingMade, WorkStruck
-- Asked by: `cineledger audit`, the showrunner, the writer
-- Rows:     replaced together by piece
-- Key:      finding
-- Columns:
--   finding: A short name for it.
--   kind: knowledge, absence, trait, relationship, age, date or feeling.
--   scene: The scene of the line.
--   line: The line's place in it, counted from 0.
--   quote: The words of that line.
--   people: The characters it concerns, who says or does it first.
--   was_scene: The scene that established what it forgets; null where no single line did.
--   was_line: The place of that line, counted from 0.
--   was_quote: The words of the line that did.
--   weight: How much an audience would stumble over it, 0 to 1.
--   text: What does not agree, in a sentence.
--   place: The scene's place in the script, counted from 1.
--   question: The question that was asked about it, null while nobody asked.
--   status: How that stands.
--   decided: What was decided about it, in a line; null until then.
CREATE TABLE findings_history (
    stream VARCHAR, event BIGINT, position BIGINT, piece VARCHAR, finding VARCHAR, kind VARCHAR, scene VARCHAR,
    line BIGINT, quote VARCHAR, people VARCHAR[], was_scene VARCHAR, was_line BIGINT, was_quote VARCHAR,
    weight DOUBLE, text VARCHAR, removed BOOLEAN
);

INSERT INTO findings_history BY NAME
SELECT stream, event, position, false AS removed, f.finding AS piece, f.* EXCLUDE (forgets),
       f.forgets.scene AS was_scene, f.forgets.line AS was_line, f.forgets.quote AS was_quote
FROM (
    SELECT stream, number AS event, position, from_json(fact, '{
        "finding": "VARCHAR", "kind": "VARCHAR", "scene": "VARCHAR", "line": "BIGINT", "quote": "VARCHAR",
        "people": ["VARCHAR"], "forgets": {"scene": "VARCHAR", "line": "BIGINT", "quote": "VARCHAR"},
        "weight": "DOUBLE", "text": "VARCHAR"}') AS f
    FROM batch
    WHERE type = 'FindingMade'
);

INSERT INTO findings_history BY NAME
SELECT stream, number AS event, position, true AS removed, fact->>'key' AS piece
FROM batch
WHERE type = 'WorkStruck' AND fact->>'work' = 'FindingMade';

SELECT r.*, s.place, a.number AS question, a.status, p.description AS decided
FROM rows r
LEFT JOIN scenes_at(production, number) s ON s.production = r.production AND s.scene = r.scene
LEFT JOIN (
    SELECT q.production, q.number, q.status, q.approved, h.piece
    FROM questions_at(production, number) q
    JOIN slices l ON l.production = q.production
    JOIN findings_history h ON h.stream = l.stream AND h.event BETWEEN l.first AND l.last AND h.event = q.about
    WHERE q.status <> 'dropped' AND NOT h.removed
) a ON a.production = r.production AND a.piece = r.finding
LEFT JOIN proposals_at(production, number) p ON p.production = r.production AND p.number = a.approved;
