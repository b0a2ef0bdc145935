-- The event store: one table of events, one function that appends to it, one order.
-- Flyway runs this as the owner, with the schema it creates first on the search path.

DO $$
BEGIN
    -- Group roles; the login of an application is made a member of one of them.
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'peildatum_append') THEN
        CREATE ROLE peildatum_append NOLOGIN;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'peildatum_read') THEN
        CREATE ROLE peildatum_read NOLOGIN;
    END IF;
EXCEPTION
    WHEN duplicate_object OR unique_violation THEN NULL; -- another database of the same server was first
END
$$;

CREATE SEQUENCE events.global_index;

CREATE TABLE events.event (
    global_index    bigint      PRIMARY KEY,
    programme       text        NOT NULL,
    journal_number  bigint      NOT NULL CHECK (journal_number > 0),
    recorded_at     timestamptz NOT NULL,
    event_id        uuid        NOT NULL UNIQUE,
    aggregate_type  text        NOT NULL,
    aggregate_id    text        NOT NULL,
    sequence_number bigint      NOT NULL CHECK (sequence_number >= 0),
    name            text        NOT NULL,
    revision        int         NOT NULL,
    facts           bytea       NOT NULL,
    texts           bytea,
    salt            bytea,
    commitment      bytea,
    hash            bytea       NOT NULL,
    UNIQUE (programme, journal_number),
    CONSTRAINT event_of_aggregate UNIQUE (aggregate_id, sequence_number),
    CHECK ((texts IS NULL) = (salt IS NULL)),
    CHECK (texts IS NULL OR commitment IS NOT NULL),
    -- one length, so that what is salt and what is text cannot be divided otherwise
    CHECK (octet_length(salt) = 32),
    -- so that the thirteen lines that are hashed are always thirteen
    CHECK (position(E'\n' IN programme || aggregate_type || aggregate_id || name) = 0)
);
COMMENT ON TABLE events.event IS 'Everything ever recorded, in commit order; never changed.';

CREATE TABLE events.answer (
    subject        text        NOT NULL,
    key            text        NOT NULL,
    request        text        NOT NULL,
    status         int         NOT NULL,
    location       text,
    programme      text        NOT NULL,
    journal_number bigint      NOT NULL,
    event_id       uuid        NOT NULL,
    recorded_at    timestamptz NOT NULL,
    PRIMARY KEY (subject, key)
);
COMMENT ON TABLE events.answer IS 'The first successful answer to a request with an Idempotency-Key, kept for ever.';

CREATE TABLE events.settled (
    one_row boolean     PRIMARY KEY DEFAULT true CHECK (one_row),
    moment  timestamptz NOT NULL
);
COMMENT ON TABLE events.settled IS 'The latest moment about which a question was answered; nothing is recorded at or before it any more.';
INSERT INTO events.settled (moment) VALUES ('-infinity');

CREATE FUNCTION events.refuse() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% on %.% is refused: what was recorded never changes', TG_OP, TG_TABLE_SCHEMA, TG_TABLE_NAME
        USING ERRCODE = 'PD002';
END
$$;

CREATE TRIGGER event_never_changes BEFORE UPDATE OR DELETE OR TRUNCATE ON events.event
    FOR EACH STATEMENT EXECUTE FUNCTION events.refuse();
CREATE TRIGGER answer_never_changes BEFORE UPDATE OR DELETE OR TRUNCATE ON events.answer
    FOR EACH STATEMENT EXECUTE FUNCTION events.refuse();

CREATE FUNCTION events.require_read_committed() RETURNS void
    LANGUAGE plpgsql STABLE AS $$
BEGIN
    IF current_setting('transaction_isolation') <> 'read committed' THEN
        RAISE EXCEPTION 'the journal needs READ COMMITTED, not %', current_setting('transaction_isolation')
            USING ERRCODE = 'PD005';
    END IF;
END
$$;

-- The exact text whose UTF-8 bytes an entry's hash covers: thirteen lines, each ended by a line feed.
CREATE FUNCTION events.hashed_text(
    p_programme text, p_number bigint, p_recorded_at timestamptz, p_event_id uuid,
    p_aggregate_type text, p_aggregate_id text, p_sequence bigint,
    p_name text, p_revision int, p_facts bytea, p_commitment bytea, p_previous bytea)
    RETURNS text
    LANGUAGE sql STABLE
    SET timezone = 'UTC'
    RETURN 'peildatum-journaal/1' || E'\n'
        || p_programme || E'\n'
        || p_number || E'\n'
        || to_char(p_recorded_at, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || E'\n'
        || p_event_id || E'\n'
        || p_aggregate_type || E'\n'
        || p_aggregate_id || E'\n'
        || p_sequence || E'\n'
        || p_name || E'\n'
        || p_revision || E'\n'
        || encode(sha256(p_facts), 'hex') || E'\n'
        || coalesce(encode(p_commitment, 'hex'), '-') || E'\n'
        || encode(p_previous, 'hex') || E'\n';

-- One order, one round trip. Everything after the lock sees all that was appended before, because each
-- statement of a volatile function takes a snapshot of its own; the lock is let go after the commit.
-- With one snapshot for a whole transaction that would not hold, so the stricter isolations are refused.
CREATE FUNCTION events.append(
    p_programme text, p_event_ids uuid[], p_aggregate_types text[], p_aggregate_ids text[],
    p_sequences bigint[], p_names text[], p_revisions int[],
    p_facts bytea[], p_texts bytea[], p_salts bytea[],
    p_subject text, p_key text, p_request text, p_status int, p_location text,
    p_expected_head bigint)
    RETURNS TABLE (number bigint, at timestamptz)
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    v_number     bigint      := 0;
    v_at         timestamptz := '-infinity';
    v_hash       bytea       := decode(repeat('00', 32), 'hex');
    v_floor      timestamptz;
    v_commitment bytea;
    v_index      bigint;
BEGIN
    PERFORM events.require_read_committed();
    PERFORM pg_advisory_xact_lock(8270925311);

    SELECT e.journal_number, e.recorded_at, e.hash INTO v_number, v_at, v_hash
        FROM events.event e WHERE e.programme = p_programme ORDER BY e.journal_number DESC LIMIT 1;
    IF NOT FOUND THEN
        v_number := 0;
        v_at     := '-infinity';
        v_hash   := decode(repeat('00', 32), 'hex');
    END IF;
    SELECT s.moment INTO v_floor FROM events.settled s;

    IF p_key IS NOT NULL AND EXISTS (SELECT FROM events.answer a WHERE a.subject = p_subject AND a.key = p_key) THEN
        RAISE EXCEPTION 'already answered' USING ERRCODE = 'PD001';
    END IF;
    IF v_number <> p_expected_head THEN
        RAISE EXCEPTION 'the journal has gone on to %', v_number USING ERRCODE = 'PD004';
    END IF;

    FOR i IN 1 .. cardinality(p_event_ids) LOOP
        v_number     := v_number + 1;
        v_at         := greatest(clock_timestamp(), v_at + interval '1 microsecond', v_floor + interval '1 microsecond');
        v_commitment := sha256(p_salts[i] || p_texts[i]);
        v_hash       := sha256(convert_to(events.hashed_text(
                            p_programme, v_number, v_at, p_event_ids[i], p_aggregate_types[i], p_aggregate_ids[i],
                            p_sequences[i], p_names[i], p_revisions[i], p_facts[i], v_commitment, v_hash), 'UTF8'));
        v_index      := nextval('events.global_index');
        INSERT INTO events.event (
            global_index, programme, journal_number, recorded_at, event_id, aggregate_type, aggregate_id,
            sequence_number, name, revision, facts, texts, salt, commitment, hash)
        VALUES (
            v_index, p_programme, v_number, v_at, p_event_ids[i], p_aggregate_types[i], p_aggregate_ids[i],
            p_sequences[i], p_names[i], p_revisions[i], p_facts[i], p_texts[i], p_salts[i], v_commitment, v_hash);
        number := v_number;
        at     := v_at;
        RETURN NEXT;
    END LOOP;

    IF p_key IS NOT NULL THEN
        INSERT INTO events.answer (subject, key, request, status, location, programme, journal_number, event_id, recorded_at)
        VALUES (p_subject, p_key, p_request, p_status, p_location, p_programme, v_number,
                p_event_ids[cardinality(p_event_ids)], v_at)
        ON CONFLICT DO NOTHING;
        IF NOT FOUND THEN -- events.remember, which takes no lock, was first
            RAISE EXCEPTION 'already answered' USING ERRCODE = 'PD001';
        END IF;
    END IF;

    PERFORM pg_notify('peildatum_events', v_index::text);
END
$$;

-- Keeps an answer of success that recorded nothing.
CREATE FUNCTION events.remember(
    p_subject text, p_key text, p_request text, p_status int, p_location text,
    p_programme text, p_number bigint, p_event_id uuid, p_recorded_at timestamptz)
    RETURNS void
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    INSERT INTO events.answer (subject, key, request, status, location, programme, journal_number, event_id, recorded_at)
    VALUES (p_subject, p_key, p_request, p_status, p_location, p_programme, p_number, p_event_id, p_recorded_at)
    ON CONFLICT DO NOTHING;
END
$$;

-- Waits for every append under way and lets no later one be recorded at or before the moment. A moment
-- ahead of the clock is refused, so that nobody can push the journal's time forward.
CREATE FUNCTION events.settle(p_moment timestamptz) RETURNS void
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    PERFORM events.require_read_committed();
    IF EXISTS (SELECT FROM events.settled s WHERE s.moment >= p_moment) THEN
        RETURN;
    END IF;
    PERFORM pg_advisory_xact_lock(8270925311);
    IF p_moment > clock_timestamp() THEN
        RAISE EXCEPTION 'a moment ahead of the clock cannot be settled' USING ERRCODE = 'PD003';
    END IF;
    UPDATE events.settled s SET moment = p_moment WHERE s.moment < p_moment;
END
$$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA events FROM PUBLIC;
GRANT USAGE ON SCHEMA events TO peildatum_append, peildatum_read;
GRANT SELECT ON events.event, events.answer, events.settled TO peildatum_append;
GRANT SELECT ON events.event, events.settled TO peildatum_read;
GRANT EXECUTE ON FUNCTION events.append, events.remember TO peildatum_append;
GRANT EXECUTE ON FUNCTION events.settle TO peildatum_read;
GRANT EXECUTE ON FUNCTION events.hashed_text TO peildatum_append, peildatum_read;
