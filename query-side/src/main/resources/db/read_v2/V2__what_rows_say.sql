-- What a row of the journal says besides: the explanation that an entry gives, and the day on which it holds by now.
-- What was projected before is filled in from the events; one that cannot be read has neither.

ALTER TABLE journal_entry ADD COLUMN explanation text; -- the one it gives, or for a correction that of its entry
ALTER TABLE journal_entry ALTER COLUMN explanation SET STATISTICS 0;

ALTER TABLE audit_line ADD COLUMN effective_on date; -- the day that its corrections gave last; null: as recorded

CREATE TEMPORARY TABLE readable ON COMMIT DROP AS
SELECT programme, number, name, facts, convert_from(texts, 'UTF8')::json AS texts
FROM (
    SELECT programme, journal_number AS number, name, texts,
        CASE WHEN convert_from(facts, 'UTF8') IS JSON OBJECT THEN convert_from(facts, 'UTF8')::json END AS facts
    FROM events.event
    WHERE commitment IS NOT NULL OR name IN ('action-entry-corrected', 'programme-entry-corrected')) e
WHERE facts IS NOT NULL;

UPDATE journal_entry j SET explanation = coalesce(r.texts ->> told.text, 'tekst gewist')
FROM readable r CROSS JOIN LATERAL json_array_elements_text(r.facts -> 'texts') told (text)
WHERE j.programme = r.programme AND j.number = r.number AND told.text IN ('explanation', 'entryExplanation');

WITH RECURSIVE correction AS (
    SELECT programme, number, (facts ->> 'entry')::bigint AS entry, (facts #>> '{as,effectiveOn}')::date AS day
    FROM readable
    WHERE name IN ('action-entry-corrected', 'programme-entry-corrected')),
chain AS (
    SELECT c.programme, c.entry AS original, c.number, c.day FROM correction c
    WHERE NOT EXISTS (SELECT FROM correction o WHERE o.programme = c.programme AND o.number = c.entry)
    UNION ALL
    SELECT c.programme, chain.original, c.number, c.day
    FROM chain JOIN correction c ON c.programme = chain.programme AND c.entry = chain.number)
UPDATE audit_line l SET effective_on = (
    SELECT day FROM chain
    WHERE chain.programme = l.programme AND chain.original = l.number
        AND chain.number <= l.known_from AND chain.day IS NOT NULL
    ORDER BY chain.number DESC LIMIT 1)
WHERE EXISTS (SELECT FROM chain WHERE chain.programme = l.programme AND chain.original = l.number);
