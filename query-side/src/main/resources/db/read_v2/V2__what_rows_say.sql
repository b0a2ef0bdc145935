-- What a row of the journal says besides: the explanation that an entry gives, and the day on which it holds by now.
-- What was projected before is filled in from the events; one that cannot be read explains nothing. The trail is told anew.

ALTER TABLE journal_entry ADD COLUMN explanation text; -- the one it gives, or for a correction that of its entry
ALTER TABLE journal_entry ALTER COLUMN explanation SET STATISTICS 0;

ALTER TABLE audit_line ADD COLUMN effective_on date; -- the day that its corrections gave last; null: as recorded

CREATE TEMPORARY TABLE readable ON COMMIT DROP AS
SELECT programme, number, facts, convert_from(texts, 'UTF8')::json AS texts
FROM (
    SELECT programme, journal_number AS number, texts,
        CASE WHEN convert_from(facts, 'UTF8') IS JSON OBJECT THEN convert_from(facts, 'UTF8')::json END AS facts
    FROM events.event
    WHERE commitment IS NOT NULL) e
WHERE facts IS NOT NULL;

UPDATE journal_entry j SET explanation = coalesce(r.texts ->> told.text, 'tekst gewist')
FROM readable r CROSS JOIN LATERAL json_array_elements_text(r.facts -> 'texts') told (text)
WHERE j.programme = r.programme AND j.number = r.number AND told.text IN ('explanation', 'entryExplanation');
