-- What is erased leaves the statistics and the files as well, and the audit log tells of it.

-- No new statistics were made of these since V2; what was there before goes now.
SELECT pg_clear_attribute_stats('events', 'event', 'texts', false),
    pg_clear_attribute_stats('events', 'event', 'salt', false),
    pg_clear_attribute_stats('events', 'person', 'name', false);

-- How many erasures were done when the file of a table was last written anew, without what they left there.
CREATE TABLE events.rewritten (
    relation text   PRIMARY KEY,
    erasures bigint NOT NULL
);
COMMENT ON TABLE events.rewritten IS 'Up to which erasure the files hold nothing any more of what was erased; the owner keeps it.';

-- The tables that hold erasures since then.
CREATE FUNCTION events.awaiting_rewriting() RETURNS TABLE (relation text, erasures bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
    SELECT held.relation, held.erasures
    FROM (
        SELECT 'events.event', count(*) FROM events.event e WHERE e.name = 'text-erased'
        UNION ALL
        SELECT 'events.person', count(*) FROM events.person p WHERE p.erased_at IS NOT NULL
    ) AS held (relation, erasures)
    LEFT JOIN events.rewritten r ON r.relation = held.relation
    WHERE held.erasures > coalesce(r.erasures, 0)
$$;

-- The audit log gets its line in the same transaction: there is never an erasure without one. It names the entry and
-- holds nothing of its texts.
CREATE FUNCTION events.audit_erasure() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    PERFORM events.append_audit(
        'TEKST_GEWIST',
        convert_from(NEW.facts, 'UTF8')::jsonb #>> '{basis,actor}',
        convert_to(jsonb_build_object(
            'gewistMet', NEW.journal_number, 'journaalnummer', events.erased_by(NEW.facts),
            'programma', NEW.programme)::text, 'UTF8'));
    RETURN NULL;
END
$$;

CREATE TRIGGER event_erasure_audited AFTER INSERT ON events.event
    FOR EACH ROW WHEN (NEW.name = 'text-erased') EXECUTE FUNCTION events.audit_erasure();

-- As before, and also of somebody whose name is not known (yet), so that no later token brings it.
-- Whether that was not done before.
CREATE OR REPLACE FUNCTION events.erase_person(p_subject text) RETURNS boolean
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    INSERT INTO events.person AS p (subject, erased_at) VALUES (p_subject, clock_timestamp())
    ON CONFLICT (subject) DO UPDATE SET name = NULL, erased_at = excluded.erased_at
        WHERE p.erased_at IS NULL;
    RETURN FOUND;
END
$$;

REVOKE ALL ON FUNCTION events.audit_erasure, events.awaiting_rewriting FROM PUBLIC;
GRANT EXECUTE ON FUNCTION events.awaiting_rewriting TO peildatum_append;
