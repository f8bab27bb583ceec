-- form: show
-- expect: UNSUPPORTED_SHOW
SHOW SCHEMA rides;
