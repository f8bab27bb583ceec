-- form: job-control
-- expect: UNSUPPORTED_JOB
PAUSE ALL;
