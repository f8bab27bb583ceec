-- form: job-control
-- expect: UNSUPPORTED_JOB
ROLLBACK JOB tally;
