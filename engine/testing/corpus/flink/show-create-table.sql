-- form: show
-- expect: UNSUPPORTED_SHOW
SHOW CREATE TABLE rides;
