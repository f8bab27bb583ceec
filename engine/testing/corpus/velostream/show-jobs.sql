-- form: show
-- expect: UNSUPPORTED_SHOW
SHOW JOBS;
