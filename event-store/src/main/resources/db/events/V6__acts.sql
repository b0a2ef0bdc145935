-- What one request records is one act. The journal's numbers say in which order its entries stand; here stands which
-- of them belong together. It is outside every hash.
LOCK TABLE events.event IN SHARE ROW EXCLUSIVE MODE; -- nothing is recorded between the look at it and the trigger on it

CREATE TABLE events.act (
    programme    text   NOT NULL,
    first_number bigint NOT NULL CHECK (first_number > 0),
    last_number  bigint NOT NULL CHECK (last_number >= first_number),
    PRIMARY KEY (programme, last_number)
);
COMMENT ON TABLE events.act IS 'From which entry of a journal to which one they were recorded together; never changed.';

-- What is already stored: neighbours that one transaction wrote. The erasing of a text wrote its row anew, so such a
-- row goes with those on both sides where these go together. What one transaction wrote of several programmes was
-- loaded, not recorded: there every entry stands alone.
INSERT INTO events.act (programme, first_number, last_number)
WITH stored AS (
    SELECT programme, journal_number,
        CASE WHEN commitment IS NULL OR texts IS NOT NULL THEN xmin::text END AS writer
    FROM events.event
), placed AS (
    SELECT *,
        count(writer) OVER (PARTITION BY programme ORDER BY journal_number) AS since,
        count(writer) OVER (PARTITION BY programme ORDER BY journal_number DESC) AS until
    FROM stored
), neighboured AS (
    SELECT programme, journal_number, writer,
        max(writer) OVER (PARTITION BY programme, since) AS before,
        max(writer) OVER (PARTITION BY programme, until) AS after
    FROM placed
), loaded AS (
    SELECT writer FROM stored WHERE writer IS NOT NULL GROUP BY writer HAVING count(DISTINCT programme) > 1
), written AS (
    SELECT n.programme, n.journal_number,
        CASE WHEN l.writer IS NULL THEN coalesce(n.writer, CASE WHEN n.before = n.after THEN n.before END) END AS writer
    FROM neighboured n LEFT JOIN loaded l ON l.writer = coalesce(n.writer, n.before)
), begun AS (
    SELECT programme, journal_number,
        count(*) FILTER (WHERE begins) OVER (PARTITION BY programme ORDER BY journal_number) AS act
    FROM (
        SELECT programme, journal_number,
            (writer = lag(writer) OVER (PARTITION BY programme ORDER BY journal_number)) IS NOT TRUE AS begins
        FROM written) each
)
SELECT programme, min(journal_number), max(journal_number) FROM begun GROUP BY programme, act;

CREATE TRIGGER act_never_changes BEFORE UPDATE OR DELETE OR TRUNCATE ON events.act
    FOR EACH STATEMENT EXECUTE FUNCTION events.refuse();

-- An append puts all its entries into the table of events in one statement, and so its act into this one.
CREATE FUNCTION events.keep_act() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO events.act (programme, first_number, last_number)
    SELECT a.programme, min(a.journal_number), max(a.journal_number) FROM appended a GROUP BY a.programme
    ON CONFLICT DO NOTHING; -- whoever puts an act there beforehand keeps nothing from being recorded; a check tells
    RETURN NULL;
END
$$;

CREATE TRIGGER event_is_of_act AFTER INSERT ON events.event REFERENCING NEW TABLE AS appended
    FOR EACH STATEMENT EXECUTE FUNCTION events.keep_act();

REVOKE ALL ON FUNCTION events.keep_act FROM PUBLIC;
GRANT SELECT ON events.act TO peildatum_append, peildatum_read;
