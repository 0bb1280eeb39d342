-- copies: what was copied from which event of another production, between episodes and series, productions and canon?
-- Grain:    one row for each event and each event elsewhere that it copies from; `copies_at` follows a production's lineage
-- Reads:    EpisodeTaken, SeriesJoined, SeriesWordsTaken, SeriesBibleTaken, SeasonArcDrawn, RunningThemeFound, ContinuityRead,
--           LifeTaken, CharacterCast, ContradictionFound, LessonsTaken
-- Asked by: `cineledger why`, audits
-- Rows:     as recorded
-- Key:      number, source
-- Outside the digest: source_production
-- Columns:
--   number: The event that copies.
--   source: The address it names.
--   source_production: The production whose stream holds that event; null when there is none in this studio.
--   source_number: The number of that event.
CREATE TABLE copies_history (
    stream VARCHAR, event BIGINT, position BIGINT, number BIGINT, source VARCHAR, source_production VARCHAR,
    source_number BIGINT
);

INSERT INTO copies_history BY NAME
SELECT c.stream, c.event, c.position, c.event AS number, c.source, s.stream AS source_production, c.source_number
FROM (
    SELECT stream, event, position, source, split_part(source, '@', 1) AS production,
           try_cast(split_part(source, '@', -1) AS BIGINT) AS source_number
    FROM (
        SELECT stream, event, position, unnest(list_distinct(list_concat(
                   [x.source FOR x IN f.people], [x.source FOR x IN f.arcs], [x.source FOR x IN f.themes],
                   [x.source FOR x IN f.bonds], [x.source FOR x IN f.constraints], [x.source FOR x IN f.broadcasts],
                   [x.source FOR x IN f.orders], [x.source FOR x IN f.season_arcs], [x.source FOR x IN f.steps],
                   [x.source FOR x IN f.episodes], [x.source FOR x IN f.findings], [x.source FOR x IN f.mends],
                   [x.source FOR x IN f.rulings], [x.source FOR x IN f.life.goals], [x.source FOR x IN f.life.bonds],
                   [x.source FOR x IN f.life.known], f.sources,
                   flatten([x.sources FOR x IN f.lessons]),
                   [f.vision.source, f.life.identity.source, f.life.age.source, f.life.mood.source,
                    f.life.arc.source, f.life.fate.source,
                    CASE type WHEN 'SeriesJoined' THEN f.series || '@' || f.placed
                              WHEN 'CharacterCast' THEN f.canon || '@' || f.at END]))) AS source
        FROM (
            SELECT stream, number AS event, position, type, from_json(fact, '{
                "series": "VARCHAR", "placed": "BIGINT", "vision": {"source": "VARCHAR"},
                "people": [{"source": "VARCHAR"}], "arcs": [{"source": "VARCHAR"}], "themes": [{"source": "VARCHAR"}],
                "bonds": [{"source": "VARCHAR"}], "constraints": [{"source": "VARCHAR"}],
                "broadcasts": [{"source": "VARCHAR"}], "orders": [{"source": "VARCHAR"}],
                "season_arcs": [{"source": "VARCHAR"}], "steps": [{"source": "VARCHAR"}],
                "episodes": [{"source": "VARCHAR"}], "findings": [{"source": "VARCHAR"}],
                "mends": [{"source": "VARCHAR"}], "rulings": [{"source": "VARCHAR"}], "sources": ["VARCHAR"],
                "canon": "VARCHAR", "at": "BIGINT", "life": {
                    "identity": {"source": "VARCHAR"}, "age": {"source": "VARCHAR"}, "mood": {"source": "VARCHAR"},
                    "arc": {"source": "VARCHAR"}, "fate": {"source": "VARCHAR"}, "goals": [{"source": "VARCHAR"}],
                    "bonds": [{"source": "VARCHAR"}], "known": [{"source": "VARCHAR"}]}, "lessons": [{"sources": ["VARCHAR"]}]}') AS f
            FROM batch
            WHERE type IN ('EpisodeTaken', 'SeriesJoined', 'SeriesWordsTaken', 'SeriesBibleTaken', 'SeasonArcDrawn',
                           'RunningThemeFound', 'ContinuityRead', 'LifeTaken', 'CharacterCast',
                           'ContradictionFound', 'LessonsTaken')
        )
    )
    WHERE source <> ''
) c
LEFT JOIN slices s ON s.production = c.production AND c.source_number BETWEEN s.first AND s.last
    AND NOT EXISTS (FROM brought_history b WHERE b.stream = c.stream AND c.event <= b.event);
