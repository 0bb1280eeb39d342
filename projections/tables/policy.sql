-- policy: how are decisions on each subject made?
-- Grain:    one row for each production and subject
-- Reads:    PolicySet
-- Asked by: `cineledger sql`
-- Rows:     replaced whole
-- Key:      subject
-- Columns:
--   subject: What is to be decided.
--   tier: autonomous, collaborative or orchestrator.
--   rounds: The most rounds of debate before the lead rules or the question goes up.
--   lead: The role accountable: opens, closes and rules.
--   concerned: Roles that answer in each round; `cast` stands for the cast of the beat, or of the names asked about.
--   assumed: True when `open` set it because nobody said otherwise.
CREATE TABLE policy_history (
    stream VARCHAR, event BIGINT, position BIGINT, subject VARCHAR, tier VARCHAR, rounds BIGINT, lead VARCHAR,
    concerned VARCHAR[], assumed BOOLEAN
);

INSERT INTO policy_history BY NAME
SELECT stream, event, position, f.* EXCLUDE ("default"), f."default" AS assumed
FROM (
    SELECT stream, number AS event, position, from_json(fact, '{"subject": "VARCHAR", "tier": "VARCHAR",
        "rounds": "BIGINT", "lead": "VARCHAR", "concerned": ["VARCHAR"], "default": "BOOLEAN"}') AS f
    FROM batch
    WHERE type = 'PolicySet'
);
