-- What is recorded together goes into the table in one statement: a row costs a quarter of what it did. The text that
-- is hashed is the same as before; without a setting of its own the function becomes part of the statement that asks.
CREATE OR REPLACE FUNCTION events.hashed_text(
    p_programme text, p_number bigint, p_recorded_at timestamptz, p_event_id uuid,
    p_aggregate_type text, p_aggregate_id text, p_sequence bigint,
    p_name text, p_revision int, p_facts bytea, p_commitment bytea, p_previous bytea)
    RETURNS text
    LANGUAGE sql STABLE
    RETURN 'peildatum-journaal/1' || E'\n'
        || p_programme || E'\n'
        || p_number || E'\n'
        || to_char(p_recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || E'\n'
        || p_event_id || E'\n'
        || p_aggregate_type || E'\n'
        || p_aggregate_id || E'\n'
        || p_sequence || E'\n'
        || p_name || E'\n'
        || p_revision || E'\n'
        || encode(sha256(p_facts), 'hex') || E'\n'
        || coalesce(encode(p_commitment, 'hex'), '-') || E'\n'
        || encode(p_previous, 'hex') || E'\n';

CREATE OR REPLACE FUNCTION events.append(
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
    v_head        bigint      := 0;
    v_at          timestamptz := '-infinity';
    v_hash        bytea       := decode(repeat('00', 32), 'hex');
    v_floor       timestamptz;
    v_count       int         := cardinality(p_event_ids);
    v_ats         timestamptz[];
    v_commitments bytea[];
    v_hashes      bytea[];
BEGIN
    PERFORM events.require_read_committed();
    PERFORM pg_advisory_xact_lock(8270925311);

    SELECT e.journal_number, e.recorded_at, e.hash INTO v_head, v_at, v_hash
        FROM events.event e WHERE e.programme = p_programme ORDER BY e.journal_number DESC LIMIT 1;
    IF NOT FOUND THEN
        v_head := 0;
        v_at   := '-infinity';
        v_hash := decode(repeat('00', 32), 'hex');
    END IF;
    SELECT s.moment INTO v_floor FROM events.settled s;

    IF p_key IS NOT NULL AND EXISTS (SELECT FROM events.answer a WHERE a.subject = p_subject AND a.key = p_key) THEN
        RAISE EXCEPTION 'already answered' USING ERRCODE = 'PD001';
    END IF;
    IF v_head <> p_expected_head THEN
        RAISE EXCEPTION 'the journal has gone on to %', v_head USING ERRCODE = 'PD004';
    END IF;

    FOR i IN 1 .. v_count LOOP
        v_at             := greatest(clock_timestamp(), v_at + interval '1 microsecond', v_floor + interval '1 microsecond');
        v_ats[i]         := v_at;
        v_commitments[i] := sha256(p_salts[i] || p_texts[i]);
        v_hash           := sha256(convert_to(events.hashed_text(
                                p_programme, v_head + i, v_at, p_event_ids[i], p_aggregate_types[i], p_aggregate_ids[i],
                                p_sequences[i], p_names[i], p_revisions[i], p_facts[i], v_commitments[i], v_hash), 'UTF8'));
        v_hashes[i]      := v_hash;
    END LOOP;

    INSERT INTO events.event (
        global_index, programme, journal_number, recorded_at, event_id, aggregate_type, aggregate_id,
        sequence_number, name, revision, facts, texts, salt, commitment, hash)
    SELECT nextval('events.global_index'), p_programme, v_head + i, v_ats[i], p_event_ids[i],
        p_aggregate_types[i], p_aggregate_ids[i], p_sequences[i], p_names[i], p_revisions[i],
        p_facts[i], p_texts[i], p_salts[i], v_commitments[i], v_hashes[i]
    FROM generate_series(1, v_count) AS i
    ORDER BY i;
    RETURN QUERY SELECT v_head + i, v_ats[i] FROM generate_series(1, v_count) AS i ORDER BY i;

    IF p_key IS NOT NULL THEN
        INSERT INTO events.answer (subject, key, request, status, location, programme, journal_number, event_id, recorded_at)
        VALUES (p_subject, p_key, p_request, p_status, p_location, p_programme, v_head + v_count,
                p_event_ids[v_count], v_at)
        ON CONFLICT DO NOTHING;
        IF NOT FOUND THEN -- events.remember, which takes no lock, was first
            RAISE EXCEPTION 'already answered' USING ERRCODE = 'PD001';
        END IF;
    END IF;

    PERFORM pg_notify('peildatum_events', currval('events.global_index')::text);
END
$$;
