-- canon: what did a character live through, life by life?
-- Grain:    one row for each character's stream and production whose life went into it
-- Reads:    LifeTaken
-- Asked by: `cineledger character`, `cineledger sql`
-- Rows:     replaced whole
-- Key:      cut
-- Columns:
--   character: What she is called there.
--   cut: The production that the life was taken from.
--   title: That production's title.
--   series: The series it is an episode of; empty where it is none.
--   episode: What it is called there, as S1E2.
--   clock: Years after the first of her lives that it plays, as far as anybody said.
--   age: How old she is in it, null where nobody says.
--   mood: The mood it leaves her in, null where that is not known.
--   ends: What she feels as it ends, with the line; null where no arc was drawn.
--   fate: What became of her for good: dead or gone; empty where nothing did.
--   brought: Canon was brought into the production, so that it began where canon left her.
--   counts: It is canon: no other cut, and no end of hers before, stands against it.
--   read_at: The last event of the production that was read.
--   source: Address that the account of her end was copied from; ask `why` of it.
CREATE TABLE canon_history (
    stream VARCHAR, event BIGINT, position BIGINT, character VARCHAR, cut VARCHAR, title VARCHAR, series VARCHAR,
    episode VARCHAR, clock BIGINT, age BIGINT, mood VARCHAR, ends VARCHAR, fate VARCHAR, brought BOOLEAN,
    read_at BIGINT, source VARCHAR
);

INSERT INTO canon_history BY NAME
SELECT stream, event, position, f.character, f.production AS cut, f.title, f.series, f.episode, f.clock,
       f.life.age.years AS age, f.life.mood.mood AS mood, f.life.arc.ends AS ends,
       coalesce(f.life.fate.fate, '') AS fate, f.brought, f.at AS read_at,
       coalesce(f.life.arc.source, f.life.fate.source) AS source
FROM (
    SELECT stream, number AS event, position, from_json(fact, '{
        "character": "VARCHAR", "production": "VARCHAR", "title": "VARCHAR", "series": "VARCHAR",
        "episode": "VARCHAR", "clock": "BIGINT", "brought": "BOOLEAN", "at": "BIGINT",
        "life": {"age": {"years": "BIGINT"}, "mood": {"mood": "VARCHAR"},
                 "arc": {"ends": "VARCHAR", "source": "VARCHAR"},
                 "fate": {"fate": "VARCHAR", "source": "VARCHAR"}}}') AS f
    FROM batch
    WHERE type = 'LifeTaken'
);

SELECT r.*, NOT EXISTS (
    FROM contradictions_at(production, number) k
    WHERE k.production = r.production
      AND ((k.kind IN ('cut', 'fate') AND k.now = r.cut AND k.decided IS DISTINCT FROM 'keep the later')
           OR (k.kind = 'cut' AND k.was = r.cut AND k.decided IN ('keep the later', 'both apart')))
) AS counts
FROM rows r;
