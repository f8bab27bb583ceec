-- form: job-control
-- expect: UNSUPPORTED_JOB
RESUME JOB tally;
