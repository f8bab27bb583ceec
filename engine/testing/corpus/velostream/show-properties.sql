-- form: show
-- expect: UNSUPPORTED_SHOW
SHOW PROPERTIES STREAM rides;
