-- The role that reads events fills and empties the tables of this schema, and changes nothing of the schema itself.
GRANT USAGE ON SCHEMA read_v1 TO peildatum_read;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA read_v1 TO peildatum_read;
REVOKE ALL ON flyway_schema_history FROM peildatum_read;
ALTER DEFAULT PRIVILEGES IN SCHEMA read_v1 GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO peildatum_read;
