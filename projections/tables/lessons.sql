-- lessons: what does each role of a crew remember of the films it made before?
-- Grain:    one row for each production, role and lesson that it brought along
-- Reads:    LessonsTaken
-- Asked by: every role that proposes or argues, `cineledger crew NAME persona`
-- Rows:     as recorded
-- Key:      role, bears_on, feature, decided_by
-- Columns:
--   role: Who remembers it.
--   place: Its place among the role's lessons, the strongest 1.
--   lesson: What was decided, and why, as it is told.
--   bears_on: `shots`, or the subject of the questions it bears on.
--   feature: What of a proposal it is about, such as camera=moving; empty where it is about all of it.
--   character: Whom it is about; null where it holds for anybody.
--   speaks: Whether it is for or against that.
--   decided_by: Whether the orchestrator decided, or the crew among itself.
--   strength: How much it counts, 0 to 1.
--   importance: Of the weightiest question it was learned at; null where nobody weighed any.
--   sources: Addresses of the latest decisions it was learned from, newest first.
--   number: The event that brought it along; what rests on the lesson cites this.
CREATE TABLE lessons_history (
    stream VARCHAR, event BIGINT, position BIGINT, role VARCHAR, place BIGINT, lesson VARCHAR, bears_on VARCHAR,
    feature VARCHAR, character VARCHAR, speaks VARCHAR, decided_by VARCHAR, strength DOUBLE, importance DOUBLE,
    sources VARCHAR[], number BIGINT
);

INSERT INTO lessons_history BY NAME
SELECT stream, event, position, event AS number, role, place, l.text AS lesson, l."on" AS bears_on, l.feature,
       l.character, l.speaks, l."by" AS decided_by, l.strength, l.importance, l.sources
FROM (
    SELECT stream, event, position, f.role, unnest(f.lessons) AS l,
           generate_subscripts(f.lessons, 1) AS place
    FROM (
        SELECT stream, number AS event, position, from_json(fact, '{"role": "VARCHAR", "lessons": [{
            "text": "VARCHAR", "on": "VARCHAR", "feature": "VARCHAR", "character": "VARCHAR", "speaks": "VARCHAR",
            "by": "VARCHAR", "strength": "DOUBLE", "importance": "DOUBLE", "sources": ["VARCHAR"]}]}') AS f
        FROM batch
        WHERE type = 'LessonsTaken'
    )
);
