-- The databases and logins of a Peildatum that runs apart; run once, by the superuser, on an empty server.
-- Each password is in a file of its own that only the server can read.

DO $$
DECLARE
    login text;
BEGIN
    FOREACH login IN ARRAY ARRAY['peildatum', 'peildatum_command', 'peildatum_query', 'keycloak'] LOOP
        EXECUTE format(
            'CREATE ROLE %I LOGIN PASSWORD %L', login, pg_read_file('/run/secrets/' || login));
    END LOOP;
END
$$;

-- What either application may is given to these, by the migrations.
CREATE ROLE peildatum_append NOLOGIN;
CREATE ROLE peildatum_read NOLOGIN;
GRANT peildatum_append TO peildatum_command;
GRANT peildatum_read TO peildatum_query;

REVOKE ALL ON DATABASE postgres FROM PUBLIC;
CREATE DATABASE keycloak OWNER keycloak;
REVOKE ALL ON DATABASE keycloak FROM PUBLIC;

-- The last one: whoever asks whether all is there logs in to this as its owner.
CREATE DATABASE peildatum OWNER peildatum;
REVOKE ALL ON DATABASE peildatum FROM PUBLIC;
GRANT CONNECT ON DATABASE peildatum TO peildatum_command, peildatum_query;
