-- form: job-control
-- expect: UNSUPPORTED_STATEMENT
FLUSH;
