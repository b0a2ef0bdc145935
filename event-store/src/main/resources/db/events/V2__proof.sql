-- What makes the journal prove itself: erasing texts, signed checkpoints, the audit log, and the names of people.

-- The statistics of a column hold samples of it; of a text that can be erased there are none.
ALTER TABLE events.event ALTER COLUMN texts SET STATISTICS 0, ALTER COLUMN salt SET STATISTICS 0;

-- The entry whose texts an entry of the kind text-erased erases.
CREATE FUNCTION events.erased_by(p_facts bytea) RETURNS bigint
    LANGUAGE sql IMMUTABLE
    RETURN (convert_from(p_facts, 'UTF8')::jsonb ->> 'entry')::bigint;

CREATE INDEX text_erased ON events.event (programme, events.erased_by(facts)) WHERE name = 'text-erased';

-- An entry never changes, but for this: a later entry erases its texts and their salt. Only while the
-- statement that records that entry runs is there one that waits for it; at any other time every update is refused.
CREATE FUNCTION events.refuse_unless_erasing() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'UPDATE' OR NOT EXISTS (
        SELECT FROM events.event eraser
        JOIN events.event erased ON erased.programme = eraser.programme
            AND erased.journal_number = events.erased_by(eraser.facts) AND erased.texts IS NOT NULL
        WHERE eraser.name = 'text-erased')
    THEN
        RAISE EXCEPTION '% on %.% is refused: what was recorded never changes', TG_OP, TG_TABLE_SCHEMA, TG_TABLE_NAME
            USING ERRCODE = 'PD002';
    END IF;
    RETURN NULL;
END
$$;

DROP TRIGGER event_never_changes ON events.event;
CREATE TRIGGER event_never_changes BEFORE UPDATE OR DELETE OR TRUNCATE ON events.event
    FOR EACH STATEMENT EXECUTE FUNCTION events.refuse_unless_erasing();

-- An entry that erases does so in the very statement that records it, so that nothing is half erased.
CREATE FUNCTION events.erase() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM events.event e
        WHERE e.programme = NEW.programme AND e.journal_number = events.erased_by(NEW.facts) AND e.texts IS NOT NULL)
    THEN
        RAISE EXCEPTION 'entry % of % has no texts to erase', events.erased_by(NEW.facts), NEW.programme
            USING ERRCODE = 'PD007';
    END IF;
    UPDATE events.event e SET texts = NULL, salt = NULL
        WHERE e.programme = NEW.programme AND e.journal_number = events.erased_by(NEW.facts);
    RETURN NULL;
END
$$;

CREATE TRIGGER event_erases AFTER INSERT ON events.event
    FOR EACH ROW WHEN (NEW.name = 'text-erased') EXECUTE FUNCTION events.erase();

-- The public keys that sign checkpoints (SHA-256 of the key, and the key as an X.509 SubjectPublicKeyInfo). A key
-- signs its own introduction, and the key before it signs that too.
CREATE TABLE events.signing_key (
    fingerprint        bytea       PRIMARY KEY CHECK (fingerprint = sha256(public_key)),
    public_key         bytea       NOT NULL,
    since              timestamptz NOT NULL,
    signature          bytea       NOT NULL,
    previous           bytea       UNIQUE REFERENCES events.signing_key,
    previous_signature bytea,
    CHECK ((previous IS NULL) = (previous_signature IS NULL))
);
COMMENT ON TABLE events.signing_key IS 'Every public key that ever signed a checkpoint; never changed.';
CREATE UNIQUE INDEX one_first_key ON events.signing_key ((true)) WHERE previous IS NULL;

CREATE TABLE events.checkpoint (
    programme      text        NOT NULL,
    journal_number bigint      NOT NULL,
    hash           bytea       NOT NULL,
    signed_at      timestamptz NOT NULL,
    key            bytea       NOT NULL REFERENCES events.signing_key,
    signature      bytea       NOT NULL,
    PRIMARY KEY (programme, journal_number)
);
COMMENT ON TABLE events.checkpoint IS 'Heads of journals, each signed; never changed.';

CREATE TABLE events.audit (
    number      bigint      PRIMARY KEY CHECK (number > 0),
    recorded_at timestamptz NOT NULL,
    kind        text        NOT NULL CHECK (kind ~ '^[A-Z_]+$'),
    subject     text        CHECK (subject <> '' AND position(E'\n' IN subject) = 0),
    content     bytea       NOT NULL,
    hash        bytea       NOT NULL
);
COMMENT ON TABLE events.audit IS 'What belongs to no programme: checks, refused access, people erased, keys; never changed.';

-- Outside every read schema: it cannot be built from the events, and it outlives a version of the projections.
CREATE TABLE events.person (
    subject   text PRIMARY KEY,
    name      text,
    erased_at timestamptz,
    CHECK ((name IS NULL) = (erased_at IS NOT NULL))
);
COMMENT ON TABLE events.person IS 'The names behind the subjects of events; an erased one stays erased.';
ALTER TABLE events.person ALTER COLUMN name SET STATISTICS 0;

CREATE TRIGGER signing_key_never_changes BEFORE UPDATE OR DELETE OR TRUNCATE ON events.signing_key
    FOR EACH STATEMENT EXECUTE FUNCTION events.refuse();
CREATE TRIGGER checkpoint_never_changes BEFORE UPDATE OR DELETE OR TRUNCATE ON events.checkpoint
    FOR EACH STATEMENT EXECUTE FUNCTION events.refuse();
CREATE TRIGGER audit_never_changes BEFORE UPDATE OR DELETE OR TRUNCATE ON events.audit
    FOR EACH STATEMENT EXECUTE FUNCTION events.refuse();

-- Adds a key. No two keys come after the same one, and only one comes after none.
CREATE FUNCTION events.add_key(
    p_public_key bytea, p_since timestamptz, p_signature bytea, p_previous bytea, p_previous_signature bytea)
    RETURNS void
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    INSERT INTO events.signing_key (fingerprint, public_key, since, signature, previous, previous_signature)
    VALUES (sha256(p_public_key), p_public_key, p_since, p_signature, p_previous, p_previous_signature);
END
$$;

-- Keeps a checkpoint of an entry as it stands there; whether it was the first of that entry.
CREATE FUNCTION events.add_checkpoint(
    p_programme text, p_number bigint, p_hash bytea, p_signed_at timestamptz, p_key bytea, p_signature bytea)
    RETURNS boolean
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM events.event e
        WHERE e.programme = p_programme AND e.journal_number = p_number AND e.hash = p_hash)
    THEN
        RAISE EXCEPTION 'no entry % of % has that hash', p_number, p_programme USING ERRCODE = 'PD006';
    END IF;
    INSERT INTO events.checkpoint (programme, journal_number, hash, signed_at, key, signature)
    VALUES (p_programme, p_number, p_hash, p_signed_at, p_key, p_signature)
    ON CONFLICT DO NOTHING;
    RETURN FOUND;
END
$$;

-- The exact text whose UTF-8 bytes the hash of a line of the audit log covers: seven lines.
CREATE FUNCTION events.audited_text(
    p_number bigint, p_recorded_at timestamptz, p_kind text, p_subject text, p_content bytea, p_previous bytea)
    RETURNS text
    LANGUAGE sql STABLE
    SET timezone = 'UTC'
    RETURN 'peildatum-auditlog/1' || E'\n'
        || p_number || E'\n'
        || to_char(p_recorded_at, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || E'\n'
        || p_kind || E'\n'
        || coalesce(p_subject, '') || E'\n'
        || encode(sha256(p_content), 'hex') || E'\n'
        || encode(p_previous, 'hex') || E'\n';

-- Adds a line to the audit log: one order, as for the journals.
CREATE FUNCTION events.append_audit(p_kind text, p_subject text, p_content bytea)
    RETURNS TABLE (number bigint, at timestamptz)
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    v_previous bytea;
BEGIN
    PERFORM events.require_read_committed();
    PERFORM pg_advisory_xact_lock(8270925312);
    SELECT a.number, a.recorded_at, a.hash INTO number, at, v_previous
        FROM events.audit a ORDER BY a.number DESC LIMIT 1;
    IF NOT FOUND THEN
        number     := 0;
        at         := '-infinity';
        v_previous := decode(repeat('00', 32), 'hex');
    END IF;
    number := number + 1;
    at     := greatest(clock_timestamp(), at + interval '1 microsecond');
    INSERT INTO events.audit (number, recorded_at, kind, subject, content, hash)
    VALUES (number, at, p_kind, p_subject, p_content, sha256(convert_to(
        events.audited_text(number, at, p_kind, p_subject, p_content, v_previous), 'UTF8')));
    RETURN NEXT;
END
$$;

-- Keeps the name that goes with a subject, unless that person was erased.
CREATE FUNCTION events.name_person(p_subject text, p_name text) RETURNS void
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    INSERT INTO events.person AS p (subject, name) VALUES (p_subject, p_name)
    ON CONFLICT (subject) DO UPDATE SET name = excluded.name
        WHERE p.erased_at IS NULL AND p.name <> excluded.name;
END
$$;

-- Erases the name that goes with a subject, for good; whether there was one.
CREATE FUNCTION events.erase_person(p_subject text) RETURNS boolean
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    UPDATE events.person p SET name = NULL, erased_at = clock_timestamp()
        WHERE p.subject = p_subject AND p.erased_at IS NULL;
    RETURN FOUND;
END
$$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA events FROM PUBLIC;
GRANT SELECT ON events.signing_key, events.checkpoint, events.audit TO peildatum_append, peildatum_read;
GRANT SELECT ON events.person TO peildatum_read;
GRANT EXECUTE ON FUNCTION events.append_audit, events.audited_text TO peildatum_append, peildatum_read;
GRANT EXECUTE ON FUNCTION events.add_key, events.add_checkpoint, events.erase_person TO peildatum_append;
GRANT EXECUTE ON FUNCTION events.name_person TO peildatum_read;
