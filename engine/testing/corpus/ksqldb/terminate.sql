-- form: job-control
-- expect: UNSUPPORTED_JOB
TERMINATE ALL;
